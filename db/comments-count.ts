import { eq, sql } from "drizzle-orm";
import type { Writer } from "./client.ts";
import { preparedOn } from "./prepared.ts";
import { article } from "./schema.ts";

const add = preparedOn((tx: Writer) =>
  tx
    .update(article)
    .set({ commentCount: sql`${article.commentCount} + ${sql.placeholder("difference")}` })
    .where(eq(article.id, sql.placeholder("articleId")))
    .prepare(),
);

/** Keeps an article's number of approved comments right, inside the deed that changes it. */
export function addToCommentCount(tx: Writer, articleId: number, difference: number): void {
  if (difference !== 0) add(tx).run({ articleId, difference });
}
