import { type SQL, sql } from "drizzle-orm";
import type { SearchQuery } from "#core/search-query";
import { listBySql } from "./prepared-sql.ts";
import { isPublished, revisionShown } from "./published.ts";
import { article } from "./schema.ts";
import { entriesFrom } from "./search-index.ts";
import { matchExpression, type SearchFacets } from "./search-match.ts";

/* Looks into the full-text index, in the SQL of SQLite's FTS5. Keeping it is search-index.ts. */

export type SearchFilter = SearchFacets & {
  /** Published at this moment or later. */
  from?: Date | undefined;
  /** Published before this moment. */
  before?: Date | undefined;
};

export type SearchOrder = "best" | "newest";

export type Findings = {
  /** The articles of the page that was asked for. */
  ids: number[];
  /** How many there are in all, as far as was counted. */
  total: number;
  /** There are more than `total`. */
  isMore: boolean;
};

/**
 * So many of the newest finds are weighed against each other. Whoever looks for a word that more texts hold has said too
 * little for an older one to be the best answer; texts with the word in the headline are weighed in any case.
 */
const MOST_WEIGHED = 1_000;
const MOST_HEADLINES = 300;
/** No search finds more than this. */
export const MOST_FOUND = MOST_WEIGHED + MOST_HEADLINES;

/** What a find in headline, standfirst, names, topics and body is worth; what it is filed under is worth nothing. */
const WEIGHTS = sql.raw("12.0, 5.0, 8.0, 4.0, 1.0, 0.0");
const DAY_MS = 86_400_000;

type Find = { id: number; relevance: number; publishedAt: number };

/** The published articles in which readers find what they look for, as it stands at `now`. */
export async function searchPublished(
  query: Pick<SearchQuery, "wanted" | "unwanted">,
  filter: SearchFilter,
  page: { limit: number; offset: number; order?: SearchOrder; how?: "all" | "any" },
  now: Date,
): Promise<Findings> {
  if (query.wanted.length === 0) return { ids: [], total: 0, isMore: false };
  const match = matchExpression(query.wanted, query.unwanted, filter, page.how);
  const seen = sql`${isPublished(now)} and entry.revision_id = ${revisionShown(now)}`;
  let finds = findNewest(match, filter, seen, MOST_WEIGHED);
  const isMore = finds.length === MOST_WEIGHED;
  if (isMore && page.order !== "newest") {
    const inHeadline = matchExpression(query.wanted, query.unwanted, filter, page.how, "headline");
    const headlines = findNewest(inHeadline, filter, seen, MOST_HEADLINES);
    // What their words are worth is counted among headlines, where a word that every text holds may still be rare.
    const better = new Set(headlines.map(({ id }) => id));
    finds = [...headlines, ...finds.filter(({ id }) => !better.has(id))];
  }
  const weigh = page.order === "newest" ? (find: Find) => find.publishedAt : (find: Find) => worthOf(find, now);
  const weighed = finds.map((find) => ({ id: find.id, worth: weigh(find) }));
  weighed.sort((one, other) => other.worth - one.worth || other.id - one.id);
  const ids = weighed.slice(page.offset, page.offset + page.limit).map(({ id }) => id);
  return { ids, total: finds.length, isMore };
}

/** The articles in whose working copy staff find what they look for, drafts among them: the newest and fittest first. */
export async function searchDesk(
  query: Pick<SearchQuery, "wanted" | "unwanted">,
  limit: number,
  now: Date,
): Promise<number[]> {
  if (query.wanted.length === 0) return [];
  const match = matchExpression(query.wanted, query.unwanted);
  const seen = sql`${article.deletedAt} is null and entry.revision_id = ${article.workingRevisionId}`;
  const finds = findNewest(match, {}, seen, MOST_WEIGHED);
  finds.sort((one, other) => worthOf(other, now) - worthOf(one, now) || other.id - one.id);
  return finds.slice(0, limit).map(({ id }) => id);
}

/** BM25 (smaller is better, so it is turned), and up to as much again for being new: half of that after a year. */
function worthOf({ relevance, publishedAt }: Find, now: Date): number {
  const days = Math.max(0, (now.getTime() - publishedAt) / DAY_MS);
  return -relevance * (1 + 365 / (365 + days));
}

/** The newest finds of those that may be seen. The index is read from its newest entry, and no further than need be. */
export function findNewest(match: string, filter: SearchFilter, seen: SQL, limit: number): Find[] {
  const from = filter.from ? sql`and search_index.rowid >= ${entriesFrom(filter.from)}` : sql``;
  const before = filter.before ? sql`and search_index.rowid < ${entriesFrom(filter.before)}` : sql``;
  return listBySql<Find>(sql`
    select ${article.id} as id, bm25(search_index, ${WEIGHTS}) as relevance, entry.id / 1048.576 as "publishedAt"
    from search_index
    cross join search_entry as entry on entry.id = search_index.rowid
    cross join ${article} on ${article.id} = entry.article_id
    where search_index match ${match} ${from} ${before} and ${seen}
    order by search_index.rowid desc
    limit ${limit}`);
}
