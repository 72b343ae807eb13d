import { and, asc, count, eq, gt, lte, max, sql } from "drizzle-orm";
import { HOURS_BETWEEN_NOTICES, MOST_MAILS_AN_HOUR } from "#core/comment-deeds";
import { unsealFor } from "./address-cipher.ts";
import { type Reader, read, type Writer } from "./client.ts";
import { prepared, preparedOn } from "./prepared.ts";
import { commenter, commenterLink, follow, mail } from "./schema.ts";

const HOUR = 3_600_000;
const MINUTE = 60_000;
/** After this many tries, some two days, a mail is given up. */
const MOST_TRIES = 10;

export type WaitingMail = Pick<typeof mail.$inferSelect, "id" | "kind" | "commenterId" | "commentId" | "tries">;

const waitingPosted = preparedOn((on: Reader) =>
  on
    .select({ number: count() })
    .from(mail)
    .where(and(eq(mail.commenterId, sql.placeholder("commenterId")), eq(mail.kind, "posted")))
    .prepare(),
);

const linksSince = preparedOn((on: Reader) =>
  on
    .select({ number: count() })
    .from(commenterLink)
    .where(
      and(
        eq(commenterLink.commenterId, sql.placeholder("commenterId")),
        eq(commenterLink.purpose, "manage"),
        gt(commenterLink.createdAt, sql.param(sql.placeholder("since"), commenterLink.createdAt)),
      ),
    )
    .prepare(),
);

const addPosted = preparedOn((tx: Writer) =>
  tx
    .insert(mail)
    .values({
      kind: "posted",
      commenterId: sql.placeholder("commenterId"),
      commentId: sql.placeholder("commentId"),
      createdAt: sql.placeholder("now"),
      notBefore: sql.placeholder("now"),
    })
    .prepare(),
);

/**
 * Queues the one mail that a commenter gets after posting. Anyone can type a stranger's address into a form, so an address
 * gets only so many of them within an hour.
 */
export function queuePostedMail(tx: Writer, commenterId: number, commentId: number, now: Date): void {
  const waiting = waitingPosted(tx).get({ commenterId });
  const sent = linksSince(tx).get({ commenterId, since: new Date(now.getTime() - HOUR) });
  if ((waiting?.number ?? 0) + (sent?.number ?? 0) >= MOST_MAILS_AN_HOUR) return;
  addPosted(tx).run({ commenterId, commentId, now });
}

/** Queues a mail about replies, unless one waits already: it will tell of all that has come until it leaves. */
export function queueReplyNotice(tx: Writer, commenterId: number, now: Date): void {
  const waiting = tx
    .select({ id: mail.id })
    .from(mail)
    .where(and(eq(mail.commenterId, commenterId), eq(mail.kind, "replies"), eq(mail.failed, false)))
    .get();
  if (waiting) return;
  const last = tx
    .select({ at: max(follow.lastNoticeAt) })
    .from(follow)
    .where(eq(follow.commenterId, commenterId))
    .get()?.at;
  const earliest = last ? last.getTime() + HOURS_BETWEEN_NOTICES * HOUR : 0;
  const notBefore = new Date(Math.max(now.getTime(), earliest));
  tx.insert(mail).values({ kind: "replies", commenterId, createdAt: now, notBefore }).run();
}

/** Mails whose time has come, the oldest first. */
export async function listWaitingMail(most: number, now: Date): Promise<WaitingMail[]> {
  return read()
    .select({
      id: mail.id,
      kind: mail.kind,
      commenterId: mail.commenterId,
      commentId: mail.commentId,
      tries: mail.tries,
    })
    .from(mail)
    .where(and(eq(mail.failed, false), lte(mail.notBefore, now)))
    .orderBy(asc(mail.notBefore), asc(mail.id))
    .limit(most)
    .all();
}

const addressOf = prepared((reader) =>
  reader
    .select({ address: commenter.address })
    .from(commenter)
    .where(eq(commenter.id, sql.placeholder("commenterId")))
    .prepare(),
);

/** The address of a commenter; undefined where it has been erased, or does not open. */
export async function findRecipient(commenterId: number): Promise<string | undefined> {
  const found = addressOf().get({ commenterId });
  if (!found?.address) return undefined;
  const opened = unsealFor({ table: "commenter", id: commenterId }, found.address);
  return opened.ok ? opened.value : undefined;
}

const removeMail = preparedOn((tx: Writer) =>
  tx
    .delete(mail)
    .where(eq(mail.id, sql.placeholder("id")))
    .prepare(),
);

/** What has been sent, or has nobody to go to any more, leaves no trace. */
export function forgetMail(tx: Writer, id: number): void {
  removeMail(tx).run({ id });
}

/** Tries a mail again later, each time twice as late, and gives it up in the end. */
export function postponeMail(tx: Writer, { id, tries }: WaitingMail, now: Date): void {
  const notBefore = new Date(now.getTime() + MINUTE * 2 ** tries);
  tx.update(mail)
    .set({ tries: tries + 1, notBefore, failed: tries + 1 >= MOST_TRIES })
    .where(eq(mail.id, id))
    .run();
}
