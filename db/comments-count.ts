import { and, eq, gt, inArray, sql } from "drizzle-orm";
import type { Writer } from "./client.ts";
import { preparedForList, preparedOn } from "./prepared.ts";
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

const countsOf = preparedForList((reader, ids) =>
  reader
    .select({ id: article.id, number: article.commentCount })
    .from(article)
    .where(and(inArray(article.id, ids), gt(article.commentCount, 0)))
    .prepare(),
);

/** How many comments readers see under each of these articles; those with none are left out. */
export async function countComments(articleIds: readonly number[]): Promise<Map<number, number>> {
  if (articleIds.length === 0) return new Map();
  const { statement, values } = countsOf(articleIds);
  const rows = statement.all(values);
  return new Map(rows.map(({ id, number }) => [id, number]));
}
