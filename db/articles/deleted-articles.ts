import { and, count, desc, eq, type SQL, sql } from "drizzle-orm";
import { isInBin } from "../bin.ts";
import { read } from "../client.ts";
import { article, revision, section } from "../schema.ts";
import { ARTICLES_PER_PAGE } from "./desk-articles.ts";

/** Whose articles of the bin are meant: everybody's, or one person's own that readers never had. */
export type BinFilter = { words: string; neverOutBy?: number };

const conditions = ({ words, neverOutBy }: BinFilter, now: Date): SQL | undefined =>
  and(
    isInBin(article.deletedAt, now),
    words === "" ? undefined : sql`${revision.headline} like ${`%${words.replace(/[%_]/g, "")}%`}`,
    neverOutBy === undefined ? undefined : and(eq(article.createdBy, neverOutBy), sql`${article.publishedAt} is null`),
  );

/** One page of the articles that can still come back, the one deleted last first. `page` counts from 1. */
export async function listDeletedArticles(filter: BinFilter, page: number, now: Date) {
  return read()
    .select({
      id: article.id,
      headline: revision.headline,
      section: section.name,
      state: article.state,
      deletedAt: sql<Date>`${article.deletedAt}`.mapWith(article.deletedAt),
    })
    .from(article)
    .innerJoin(revision, eq(revision.id, article.workingRevisionId))
    .innerJoin(section, eq(section.id, article.sectionId))
    .where(conditions(filter, now))
    .orderBy(desc(article.deletedAt), desc(article.id))
    .limit(ARTICLES_PER_PAGE)
    .offset((page - 1) * ARTICLES_PER_PAGE)
    .all();
}

/** How many articles can still come back. */
export async function countDeletedArticles(filter: BinFilter, now: Date): Promise<number> {
  const total = read()
    .select({ articles: count() })
    .from(article)
    .innerJoin(revision, eq(revision.id, article.workingRevisionId))
    .where(conditions(filter, now))
    .get();
  return total?.articles ?? 0;
}
