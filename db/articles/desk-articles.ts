import { and, count, desc, eq, gt, inArray, isNull, like, or, type SQL, sql } from "drizzle-orm";
import { parseSearchQuery } from "#core/search-query";
import type { ArticleState } from "#core/workflow";
import { read } from "../client.ts";
import { isPublished, released } from "../published.ts";
import { article, revision, section, staff } from "../schema.ts";
import { searchDesk } from "../search.ts";

/** What the desk's list of articles can be narrowed to. Each part is optional; together they all hold. */
export type ArticleFilter = {
  state?: ArticleState;
  sectionId?: number;
  /** Begun by this member of staff. */
  createdBy?: number;
  /** Words of the working copy, as readers search; or part of the headline, so that a word need not be finished. */
  words?: string;
};

export type DeskArticle = {
  id: number;
  headline: string;
  section: string;
  sectionSlug: string;
  slug: string;
  state: ArticleState;
  /** Readers see some text of it now. */
  live: boolean;
  /** When it goes or went out; null for what has no moment. */
  goesOutAt: Date | null;
  savedAt: Date;
  savedBy: string | null;
  createdBy: number | null;
  commentCount: number;
};

export const ARTICLES_PER_PAGE = 50;

const columns = (now: Date) => ({
  id: article.id,
  headline: revision.headline,
  section: section.name,
  sectionSlug: section.slug,
  slug: article.slug,
  state: stateColumn(now),
  live: sql<boolean>`${isPublished(now)}`.mapWith(Boolean),
  goesOutAt: sql<Date | null>`coalesce(${article.nextAt}, ${article.publishedAt})`.mapWith(article.publishedAt),
  savedAt: revision.savedAt,
  savedBy: staff.name,
  createdBy: article.createdBy,
  commentCount: article.commentCount,
});

/** `scheduled` ends by the clock, also where no deed has caught up with it yet. */
const stateColumn = (now: Date) =>
  sql<ArticleState>`case when ${article.state} = 'scheduled' and coalesce(${article.nextAt}, ${article.publishedAt}) <= ${now.getTime()} then 'published' else ${article.state} end`;

/** So many finds are kept apart from the rest of the list. */
const MOST_FOUND = 1_000;

async function wordsCondition(words: string | undefined, now: Date): Promise<SQL | undefined> {
  if (!words) return undefined;
  const found = await searchDesk(parseSearchQuery(words), MOST_FOUND, now);
  return or(inArray(article.id, found), like(revision.headline, `%${words.replace(/[%_]/g, "")}%`));
}

function conditions(filter: ArticleFilter, now: Date): SQL | undefined {
  const due = sql`coalesce(${article.nextAt}, ${article.publishedAt}) <= ${now.getTime()}`;
  const inState =
    filter.state === undefined
      ? undefined
      : filter.state === "scheduled"
        ? and(eq(article.state, "scheduled"), sql`not ${due}`)
        : filter.state === "published"
          ? or(eq(article.state, "published"), and(eq(article.state, "scheduled"), due))
          : eq(article.state, filter.state);
  return and(
    isNull(article.deletedAt),
    inState,
    filter.sectionId === undefined ? undefined : eq(article.sectionId, filter.sectionId),
    filter.createdBy === undefined ? undefined : eq(article.createdBy, filter.createdBy),
  );
}

/** One page of articles, the ones worked on last first, and how many there are in all. `page` counts from 1. */
export async function listDeskArticles(
  filter: ArticleFilter,
  page: number,
  now: Date,
): Promise<{ articles: DeskArticle[]; total: number }> {
  const where = and(conditions(filter, now), await wordsCondition(filter.words, now));
  const articles = read()
    .select(columns(now))
    .from(article)
    .innerJoin(revision, eq(revision.id, article.workingRevisionId))
    .innerJoin(section, eq(section.id, article.sectionId))
    .leftJoin(staff, eq(staff.id, revision.savedBy))
    .where(where)
    .orderBy(desc(revision.savedAt), desc(article.id))
    .limit(ARTICLES_PER_PAGE)
    .offset((page - 1) * ARTICLES_PER_PAGE)
    .all();
  const total = read()
    .select({ total: count() })
    .from(article)
    .innerJoin(revision, eq(revision.id, article.workingRevisionId))
    .where(where)
    .get();
  return { articles, total: total?.total ?? 0 };
}

/** How many articles stand in each state, for the desk's first page and the list's tabs. */
export async function countArticlesByState(
  filter: Pick<ArticleFilter, "createdBy">,
  now: Date,
): Promise<Record<ArticleState, number>> {
  const counts: Record<ArticleState, number> = {
    draft: 0,
    "in-review": 0,
    approved: 0,
    scheduled: 0,
    published: 0,
    withdrawn: 0,
  };
  const state = stateColumn(now);
  const rows = read()
    .select({ state, total: count() })
    .from(article)
    .where(
      and(
        isNull(article.deletedAt),
        filter.createdBy === undefined ? undefined : eq(article.createdBy, filter.createdBy),
      ),
    )
    .groupBy(state)
    .all();
  for (const row of rows) counts[row.state] = row.total;
  return counts;
}

/** What goes out next: embargoed articles and scheduled changes, soonest first. */
export async function listComingArticles(now: Date, limit: number): Promise<DeskArticle[]> {
  return read()
    .select(columns(now))
    .from(article)
    .innerJoin(revision, eq(revision.id, article.workingRevisionId))
    .innerJoin(section, eq(section.id, article.sectionId))
    .leftJoin(staff, eq(staff.id, revision.savedBy))
    .where(and(released, or(gt(article.publishedAt, now), gt(article.nextAt, now))))
    .orderBy(sql`coalesce(${article.nextAt}, ${article.publishedAt})`)
    .limit(limit)
    .all();
}

export type SavePoint = {
  id: number;
  number: number;
  occasion: string;
  savedAt: Date;
  savedBy: string | null;
  headline: string;
  wordCount: number;
};

/** Every save point of an article, newest first. */
export async function listSavePoints(articleId: number): Promise<SavePoint[]> {
  return read()
    .select({
      id: revision.id,
      number: revision.number,
      occasion: revision.occasion,
      savedAt: revision.savedAt,
      savedBy: staff.name,
      headline: revision.headline,
      wordCount: revision.wordCount,
    })
    .from(revision)
    .leftJoin(staff, eq(staff.id, revision.savedBy))
    .where(eq(revision.articleId, articleId))
    .orderBy(desc(revision.number))
    .all();
}
