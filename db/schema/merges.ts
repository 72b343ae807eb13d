import { index, primaryKey, sqliteTable } from "drizzle-orm/sqlite-core";
import { id, moment, oneOf, reference, structured, words } from "../columns.ts";
import { article } from "./publication.ts";

/** A thing that went into another of its kind, and what it takes to undo that. Lies in the bin from the first. */
export const merge = sqliteTable("merge", {
  id: id(),
  kind: oneOf("kind", ["contributor", "section", "topic"]).notNull(),
  /** What the thing was called. */
  name: words("name").notNull(),
  intoId: reference("into_id").notNull(),
  /** Its row, and what followed it apart from articles. The file that merges its kind says what that is. */
  gone: structured<unknown>("gone").notNull(),
  deletedAt: moment("deleted_at").notNull(),
});

/** An article that a merge gave to the other thing, which it had nothing of before. */
export const mergedArticle = sqliteTable(
  "merged_article",
  {
    mergeId: reference("merge_id")
      .notNull()
      .references(() => merge.id, { onDelete: "cascade" }),
    articleId: reference("article_id")
      .notNull()
      .references(() => article.id, { onDelete: "cascade" }),
  },
  (table) => [
    primaryKey({ columns: [table.mergeId, table.articleId] }),
    index("merged_article_article").on(table.articleId),
  ],
);
