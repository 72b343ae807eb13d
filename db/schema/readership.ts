import { index, sqliteTable } from "drizzle-orm/sqlite-core";
import { count, reference } from "../columns.ts";
import { article } from "./publication.ts";

/**
 * How much an article is read of late: its views, each worth half as much twelve hours later. Kept as a logarithm, so
 * that rows written at different times compare as they stand and a ranking is one look at the index.
 */
export const articleHeat = sqliteTable(
  "article_heat",
  {
    articleId: reference("article_id")
      .primaryKey()
      .references(() => article.id, { onDelete: "cascade" }),
    /** Millionths of the logarithm to base 2. */
    heat: count("heat").notNull(),
  },
  (table) => [index("article_heat_hottest").on(table.heat)],
);

/** What Trending shows, from position 0. */
export const trendingPlace = sqliteTable("trending_place", {
  position: count("position").primaryKey(),
  articleId: reference("article_id")
    .notNull()
    .references(() => article.id, { onDelete: "cascade" }),
});
