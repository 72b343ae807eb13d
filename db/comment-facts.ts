import { and, count, countDistinct, eq, gt, max, ne, sql } from "drizzle-orm";
import type { Submission } from "#core/moderation";
import type { Reader } from "./client.ts";
import type { KnownCommenter } from "./commenters.ts";
import { preparedOn } from "./prepared.ts";
import { attempt, comment } from "./schema.ts";

/* What the policy of comments asks of the database, inside the deed that takes one. */

const HOUR = 3_600_000;

const sentBefore = preparedOn((on: Reader) =>
  on
    .select({ id: comment.id, status: comment.status })
    .from(comment)
    .where(eq(comment.submissionHash, sql.placeholder("submissionHash")))
    .prepare(),
);

/** The comment that the same person sent with the same words to the same place. */
export const findSentBefore = (on: Reader, submissionHash: string) => sentBefore(on).get({ submissionHash });

const elsewhere = preparedOn((on: Reader) =>
  on
    .select({ number: countDistinct(comment.articleId) })
    .from(comment)
    .where(
      and(eq(comment.wordsHash, sql.placeholder("wordsHash")), ne(comment.articleId, sql.placeholder("articleId"))),
    )
    .prepare(),
);

/** Under how many other articles the same words stand. */
export const countElsewhere = (on: Reader, wordsHash: string, articleId: number): number =>
  elsewhere(on).get({ wordsHash, articleId })?.number ?? 0;

const parentOnPage = preparedOn((on: Reader) =>
  on
    .select({ id: comment.id })
    .from(comment)
    .where(
      and(
        eq(comment.id, sql.placeholder("parentId")),
        eq(comment.articleId, sql.placeholder("articleId")),
        eq(comment.status, "approved"),
      ),
    )
    .prepare(),
);

/** Whether readers see a comment under this article, so that it can be replied to. */
export const isOnPage = (on: Reader, parentId: number, articleId: number): boolean =>
  parentOnPage(on).get({ parentId, articleId }) !== undefined;

const attemptsSince = preparedOn((on: Reader) =>
  on
    .select({ number: count(), last: max(attempt.at) })
    .from(attempt)
    .where(
      and(
        eq(attempt.kind, "comment"),
        eq(attempt.key, sql.placeholder("networkHash")),
        gt(attempt.at, sql.param(sql.placeholder("since"), attempt.at)),
      ),
    )
    .prepare(),
);

/** How much has come from a network lately. */
export function recentFrom(
  on: Reader,
  networkHash: string,
  now: Date,
): Pick<Submission, "secondsSinceLast" | "lastHourFromNetwork"> {
  const recent = attemptsSince(on).get({ networkHash, since: new Date(now.getTime() - HOUR) });
  return {
    lastHourFromNetwork: recent?.number ?? 0,
    secondsSinceLast: recent?.last ? (now.getTime() - recent.last.getTime()) / 1_000 : undefined,
  };
}

const approvedOf = preparedOn((on: Reader) =>
  on
    .select({ id: comment.id })
    .from(comment)
    .where(
      and(
        eq(comment.commenterId, sql.placeholder("commenterId")),
        eq(comment.status, "approved"),
        ne(comment.id, sql.placeholder("except")),
      ),
    )
    .limit(1)
    .prepare(),
);

/** Whether an address has been confirmed, and some other comment under it approved. */
export function isKnown(on: Reader, who: KnownCommenter | undefined, except = 0): boolean {
  if (!who?.confirmedAt) return false;
  return approvedOf(on).get({ commenterId: who.id, except }) !== undefined;
}
