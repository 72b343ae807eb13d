import { createHash, randomBytes } from "node:crypto";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { PRIVATE_LINK_DAYS, UNSUBSCRIBE_LINK_DAYS } from "#core/comment-deeds";
import { read, type Writer } from "./client.ts";
import { preparedOn } from "./prepared.ts";
import { commenter, commenterLink } from "./schema.ts";

/*
 * The private links in mails to commenters. A link is a random number of 128 bits that says nothing about anyone; here is
 * only its hash, so that a copy of the database opens no link.
 */

export type LinkPurpose = "manage" | "unsubscribe";
export type PrivateLink = { commenterId: number; commentId: number | null; purpose: LinkPurpose };

const lifetimeDays: Record<LinkPurpose, number> = { manage: PRIVATE_LINK_DAYS, unsubscribe: UNSUBSCRIBE_LINK_DAYS };

const hashOf = (token: string) => createHash("sha256").update(token).digest("base64url");

const addLink = preparedOn((tx: Writer) =>
  tx
    .insert(commenterLink)
    .values({
      commenterId: sql.placeholder("commenterId"),
      commentId: sql.placeholder("commentId"),
      purpose: sql.placeholder("purpose"),
      hash: sql.placeholder("hash"),
      createdAt: sql.placeholder("now"),
      expiresAt: sql.placeholder("expiresAt"),
    })
    .prepare(),
);

/** Makes a link, for a mail that is about to leave. Returns what stands in its address. */
export function issueLink(tx: Writer, link: PrivateLink, now: Date): string {
  const token = randomBytes(16).toString("hex");
  const expiresAt = new Date(now.getTime() + lifetimeDays[link.purpose] * 86_400_000);
  addLink(tx).run({ ...link, hash: hashOf(token), now, expiresAt });
  return token;
}

/** What a link opens, unless it has expired, has been used up, or its owner has been erased. */
export async function findLink(token: string, now: Date): Promise<PrivateLink | undefined> {
  if (!/^[0-9a-f]{32}$/.test(token)) return undefined;
  const found = read()
    .select({
      commenterId: commenterLink.commenterId,
      commentId: commenterLink.commentId,
      purpose: commenterLink.purpose,
    })
    .from(commenterLink)
    .innerJoin(commenter, eq(commenter.id, commenterLink.commenterId))
    .where(
      and(
        eq(commenterLink.hash, hashOf(token)),
        gt(commenterLink.expiresAt, now),
        isNull(commenterLink.usedAt),
        isNull(commenter.erasedAt),
      ),
    )
    .get();
  return found && { ...found, purpose: found.purpose === "unsubscribe" ? "unsubscribe" : "manage" };
}

/** Uses a link up: it opens nothing any more. */
export function endLink(tx: Writer, token: string, now: Date): void {
  tx.update(commenterLink)
    .set({ usedAt: now })
    .where(eq(commenterLink.hash, hashOf(token)))
    .run();
}
