import { eq, inArray } from "drizzle-orm";
import type { Changed, Writer } from "../client.ts";
import { removeCommentsOf } from "../comments-remove.ts";
import {
  article,
  articleNote,
  articleTopic,
  articleViews,
  byline,
  correction,
  placement,
  previewLink,
  redirect,
  revision,
} from "../schema.ts";
import { leaveGroup } from "./translations.ts";

/** Takes an article out of the database with every text it ever had and all that was written to it. */
export function removeArticle(tx: Writer, articleId: number, now: Date, changed: Changed): void {
  const { id, originalId } = article;
  const row = tx.select({ id, originalId }).from(article).where(eq(id, articleId)).get();
  if (row) leaveGroup(tx, changed, row);
  removeCommentsOf(tx, articleId, now);
  const texts = tx.select({ id: revision.id }).from(revision).where(eq(revision.articleId, articleId));
  tx.delete(byline).where(inArray(byline.revisionId, texts)).run();
  for (const belonging of [
    revision,
    articleTopic,
    articleViews,
    articleNote,
    previewLink,
    correction,
    placement,
    redirect,
  ]) {
    tx.delete(belonging).where(eq(belonging.articleId, articleId)).run();
  }
  tx.delete(article).where(eq(article.id, articleId)).run();
}
