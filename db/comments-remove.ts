import { and, eq, inArray, isNull, notExists } from "drizzle-orm";
import type { Writer } from "./client.ts";
import { comment, commenter, commenterLink, commentReport, follow, mail } from "./schema.ts";

/**
 * Takes all comments of an article out of the database, and the addresses of those who wrote nothing else here. Of a
 * banned sender the hash stays: without it the ban would end with the article.
 */
export function removeCommentsOf(tx: Writer, articleId: number, now: Date): void {
  const written = eq(comment.articleId, articleId);
  const writers = tx.selectDistinct({ id: comment.commenterId }).from(comment).where(written).all();
  const comments = tx.select({ id: comment.id }).from(comment).where(written);
  for (const belonging of [commentReport, commenterLink, follow, mail]) {
    tx.delete(belonging).where(inArray(belonging.commentId, comments)).run();
  }
  tx.delete(comment).where(written).run();
  for (const { id } of writers) if (id !== null) forgetWhoWroteNothing(tx, id, now);
}

function forgetWhoWroteNothing(tx: Writer, commenterId: number, now: Date): void {
  const anything = tx.select({ id: comment.id }).from(comment).where(eq(comment.commenterId, commenterId));
  const isSilent = and(eq(commenter.id, commenterId), notExists(anything));
  if (!tx.select({ id: commenter.id }).from(commenter).where(isSilent).get()) return;
  for (const belonging of [commenterLink, follow, mail]) {
    tx.delete(belonging).where(eq(belonging.commenterId, commenterId)).run();
  }
  const gone = tx
    .delete(commenter)
    .where(and(eq(commenter.id, commenterId), isNull(commenter.bannedAt)))
    .run();
  if (gone.changes === 0) {
    tx.update(commenter)
      .set({ address: null, confirmedAt: null, erasedAt: now })
      .where(eq(commenter.id, commenterId))
      .run();
  }
}
