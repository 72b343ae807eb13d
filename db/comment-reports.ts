import { and, count, eq, gt, isNull } from "drizzle-orm";
import type { ReportReason } from "#core/comment-report";
import { networkOf } from "#core/networks";
import { accept, type Result, refuse } from "#core/result";
import { keyedHash } from "./address-cipher.ts";
import { read, transaction } from "./client.ts";
import { article, attempt, comment, commentReport, section } from "./schema.ts";

const HOUR = 3_600_000;
const MOST_AN_HOUR = 20;

/** The comment a reader wants to report, if it can be read. */
export async function findCommentToReport(id: number) {
  return read()
    .select({
      id: comment.id,
      authorName: comment.authorName,
      text: comment.text,
      articleId: comment.articleId,
      articleSlug: article.slug,
      sectionSlug: section.slug,
    })
    .from(comment)
    .innerJoin(article, eq(article.id, comment.articleId))
    .innerJoin(section, eq(section.id, article.sectionId))
    .where(and(eq(comment.id, id), eq(comment.status, "approved")))
    .get();
}

/** Tells the moderators of a comment. One network is heard once for each comment, and only so often. */
export async function reportComment(
  commentId: number,
  { reason, words, network }: { reason: ReportReason; words: string; network: string },
  now: Date,
): Promise<Result<null, "not-there" | "too-many">> {
  const networkHash = keyedHash("network", networkOf(network));
  return transaction(async (tx) => {
    const found = tx.select({ status: comment.status }).from(comment).where(eq(comment.id, commentId)).get();
    if (found?.status !== "approved") return refuse("not-there");
    const recent = tx
      .select({ number: count() })
      .from(attempt)
      .where(
        and(eq(attempt.kind, "report"), eq(attempt.key, networkHash), gt(attempt.at, new Date(now.getTime() - HOUR))),
      )
      .get();
    if ((recent?.number ?? 0) >= MOST_AN_HOUR) return refuse("too-many");
    const heard = tx
      .select({ id: commentReport.id })
      .from(commentReport)
      .where(
        and(
          eq(commentReport.commentId, commentId),
          eq(commentReport.networkHash, networkHash),
          isNull(commentReport.settledAt),
        ),
      )
      .get();
    if (heard) return accept(null);
    tx.insert(attempt).values({ kind: "report", key: networkHash, at: now }).run();
    tx.insert(commentReport)
      .values({ commentId, reason: words === "" ? reason : `${reason}: ${words}`, networkHash, reportedAt: now })
      .run();
    return accept(null);
  });
}
