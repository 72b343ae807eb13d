import { eq, sql } from "drizzle-orm";
import type { Writer } from "./client.ts";
import { article } from "./schema.ts";

/** Keeps an article's number of approved comments right, inside the deed that changes it. */
export function addToCommentCount(tx: Writer, articleId: number, difference: number): void {
  if (difference === 0) return;
  tx.update(article)
    .set({ commentCount: sql`${article.commentCount} + ${difference}` })
    .where(eq(article.id, articleId))
    .run();
}
