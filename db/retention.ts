import { and, eq, isNotNull, isNull, lt, notExists, sql } from "drizzle-orm";
import { NETWORK_HASH_DAYS } from "#core/comment-deeds";
import { transaction } from "./client.ts";
import { leaveNoBytes } from "./commenters-own.ts";
import { attempt, comment, commenter, commenterLink, commentReport, mail } from "./schema.ts";
import { readSettings } from "./settings.ts";

const DAY = 86_400_000;
/** Tries are counted over an hour at most; after a day they tell nothing. */
const ATTEMPT_DAYS = 1;

export type Forgotten = { networks: number; addresses: number };

/**
 * Forgets what is kept for a time only: networks after 30 days, and addresses so many days after their last comment, where
 * that is set. An address that waits for a mail, or whose owner follows replies, is an address in use.
 */
export async function forgetWhatIsOld(now: Date): Promise<Forgotten> {
  const { commentAddressDays } = await readSettings();
  const ago = (days: number) => new Date(now.getTime() - days * DAY);
  const forgotten = await transaction(async (tx) => {
    const old = ago(NETWORK_HASH_DAYS);
    const networks = tx
      .update(comment)
      .set({ networkHash: null, submissionHash: null })
      .where(and(isNotNull(comment.networkHash), lt(comment.postedAt, old)))
      .run().changes;
    tx.update(commentReport)
      .set({ networkHash: null })
      .where(and(isNotNull(commentReport.networkHash), lt(commentReport.reportedAt, old)))
      .run();
    tx.delete(attempt)
      .where(and(sql`${attempt.kind} in ('comment', 'report')`, lt(attempt.at, ago(ATTEMPT_DAYS))))
      .run();
    tx.delete(commenterLink).where(lt(commenterLink.expiresAt, now)).run();
    if (commentAddressDays === null) return { networks, addresses: 0 };
    const before = ago(commentAddressDays);
    const hasNewer = tx
      .select({ id: comment.id })
      .from(comment)
      .where(and(eq(comment.commenterId, commenter.id), sql`${comment.postedAt} >= ${before.getTime()}`));
    const waits = tx.select({ id: mail.id }).from(mail).where(eq(mail.commenterId, commenter.id));
    // A banned sender's hash stays: without it the ban would end with the address.
    const addresses = tx
      .update(commenter)
      .set({
        address: null,
        confirmedAt: null,
        erasedAt: now,
        addressHash: sql`case when ${commenter.bannedAt} is null then null else ${commenter.addressHash} end`,
      })
      .where(
        and(
          isNotNull(commenter.address),
          isNull(commenter.erasedAt),
          lt(commenter.createdAt, before),
          notExists(hasNewer),
          notExists(waits),
        ),
      )
      .run().changes;
    return { networks, addresses };
  });
  if (forgotten.addresses > 0) await leaveNoBytes();
  return forgotten;
}
