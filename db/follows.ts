import { and, eq, inArray, isNotNull, isNull, ne, sql } from "drizzle-orm";
import type { Writer } from "./client.ts";
import { queueReplyNotice } from "./mail-queue.ts";
import { prepared, preparedOn } from "./prepared.ts";
import { comment, follow, mail } from "./schema.ts";

const row = { commenterId: sql.placeholder("commenterId"), commentId: sql.placeholder("commentId") };
const target = [follow.commenterId, follow.commentId];

const addAsked = preparedOn((tx: Writer) =>
  tx
    .insert(follow)
    .values(row)
    .onConflictDoUpdate({ target, set: { endedAt: null } })
    .prepare(),
);

/** Asks for mails about replies. Nothing is sent before it is confirmed through the link in a mail. */
export function askForReplies(tx: Writer, commenterId: number, commentId: number): void {
  addAsked(tx).run({ commenterId, commentId });
}

/** Follows replies to a comment whose writer has come through the link in a mail. */
export function followReplies(tx: Writer, commenterId: number, commentId: number, now: Date): void {
  tx.insert(follow)
    .values({ commenterId, commentId, confirmedAt: now })
    .onConflictDoUpdate({ target, set: { confirmedAt: now, endedAt: null } })
    .run();
}

/** Ends mails about replies to one comment, or (null) to any. */
export function endFollowing(tx: Writer, commenterId: number, commentId: number | null, now: Date): void {
  tx.update(follow)
    .set({ endedAt: now })
    .where(
      and(
        eq(follow.commenterId, commenterId),
        isNull(follow.endedAt),
        commentId === null ? undefined : eq(follow.commentId, commentId),
      ),
    )
    .run();
  if (commentId === null) {
    tx.delete(mail)
      .where(and(eq(mail.commenterId, commenterId), eq(mail.kind, "replies")))
      .run();
  }
}

const followOf = prepared((reader) =>
  reader
    .select({ confirmedAt: follow.confirmedAt, endedAt: follow.endedAt })
    .from(follow)
    .where(and(eq(follow.commenterId, row.commenterId), eq(follow.commentId, row.commentId)))
    .prepare(),
);

/** Whether a commenter has asked for mails about replies to a comment, and whether that counts. */
export async function findFollow(commenterId: number, commentId: number): Promise<"no" | "asked" | "yes"> {
  const found = followOf().get({ commenterId, commentId });
  if (!found || found.endedAt) return "no";
  return found.confirmedAt ? "yes" : "asked";
}

/** A thread this deep tells those above the first of these no more. */
const MOST_ANCESTORS = 50;

/** Queues mails to who follows a comment that this one, now shown, answers. Its own writer is not told. */
export function tellFollowers(tx: Writer, commentId: number, now: Date): void {
  const columns = { parentId: comment.parentId, commenterId: comment.commenterId };
  const shown = tx.select(columns).from(comment).where(eq(comment.id, commentId)).get();
  const ancestors: number[] = [];
  for (let parentId = shown?.parentId ?? null; parentId !== null && ancestors.length < MOST_ANCESTORS; ) {
    ancestors.push(parentId);
    parentId = tx.select(columns).from(comment).where(eq(comment.id, parentId)).get()?.parentId ?? null;
  }
  if (ancestors.length === 0) return;
  const followers = tx
    .selectDistinct({ commenterId: follow.commenterId })
    .from(follow)
    .where(
      and(
        inArray(follow.commentId, ancestors),
        isNotNull(follow.confirmedAt),
        isNull(follow.endedAt),
        ne(follow.commenterId, shown?.commenterId ?? 0),
      ),
    )
    .all();
  for (const { commenterId } of followers) queueReplyNotice(tx, commenterId, now);
}
