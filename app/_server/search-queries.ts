import { calendarSpan, yearAndMonth } from "#core/calendar";
import { emptyDocument, plainText } from "#core/document";
import { RESULTS_ON_A_PAGE } from "#core/list-pages";
import { latestTag, namesTag } from "#core/page-tags";
import { findPassage, markWords, type Stretch } from "#core/search-passage";
import { parseSearchQuery, type SearchQuery } from "#core/search-query";
import type { PublishedCard } from "#db/published";
import { findContributor, findTopic } from "#db/published-article";
import { findNextAppearance, findSection } from "#db/published-lists";
import { firstAppearance, nextChangeOfText } from "#db/published-span";
import { listBodies } from "#db/published-texts";
import { type SearchFilter, type SearchOrder, searchPublished } from "#db/search";
import { findSpelling } from "#db/search-spelling";
import { changesAt, dependsOn } from "#delivery/page-context";
import { findSettings, requestTime, showCards } from "./site-queries";

/** What an address asks the search for. A filter that names nothing is passed over. */
export type SearchAddress = {
  q: string;
  section: string;
  contributor: string;
  topic: string;
  year: string;
  sort: string;
  page: number;
};

export type SearchResult = { article: PublishedCard; headline: Stretch[]; passage: Stretch[] };

export type SearchPage = {
  query: SearchQuery;
  order: SearchOrder;
  contributor: { slug: string; name: string } | undefined;
  topic: { slug: string; name: string } | undefined;
  results: SearchResult[];
  total: number;
  isMore: boolean;
  /** The same text without its supposed typing mistake. */
  spelling: string | undefined;
  /** Nothing held all of the words, and these hold some. */
  isLoose: boolean;
};

/** The years in which something was published, newest first. */
export async function listYears(): Promise<number[]> {
  const { timeZone } = await findSettings();
  dependsOn(latestTag);
  const first = await firstAppearance();
  const last = yearAndMonth(requestTime(), timeZone).year;
  const years = first ? last - yearAndMonth(first, timeZone).year + 1 : 0;
  return Array.from({ length: Math.max(0, years) }, (_, index) => last - index);
}

export async function findSearchPage(address: SearchAddress): Promise<SearchPage> {
  const now = requestTime();
  const query = parseSearchQuery(address.q);
  const order: SearchOrder = address.sort === "newest" ? "newest" : "best";
  dependsOn(latestTag, namesTag);
  changesAt(await findNextAppearance(now));
  changesAt(await nextChangeOfText(now));

  const { filter, contributor, topic } = await readFilter(address);
  const page = { limit: RESULTS_ON_A_PAGE, offset: (address.page - 1) * RESULTS_ON_A_PAGE, order };
  let findings = await searchPublished(query, filter, page, now);
  const hasNone = findings.total === 0 && query.wanted.length > 0;
  const spelling = hasNone ? await findSpelling(query, filter, now) : undefined;
  if (hasNone && query.wanted.length > 1) findings = await searchPublished(query, filter, { ...page, how: "any" }, now);
  return {
    query,
    order,
    contributor,
    topic,
    results: await showResults(query, findings.ids),
    total: findings.total,
    isMore: findings.isMore,
    spelling,
    isLoose: hasNone && findings.total > 0,
  };
}

async function readFilter({ section, contributor, topic, year }: SearchAddress) {
  const { timeZone } = await findSettings();
  const [ofSection, ofContributor, ofTopic] = await Promise.all([
    section ? findSection(section) : undefined,
    contributor ? findContributor(contributor) : undefined,
    topic ? findTopic(topic) : undefined,
  ]);
  const filter: SearchFilter = {
    ...(ofSection && { sectionId: ofSection.id }),
    ...(ofContributor && { contributorId: ofContributor.id }),
    ...(ofTopic && { topicId: ofTopic.id }),
    ...(/^\d{4}$/.test(year) && calendarSpan(Number(year), undefined, timeZone)),
  };
  return { filter, contributor: ofContributor, topic: ofTopic };
}

async function showResults({ wanted }: SearchQuery, ids: readonly number[]): Promise<SearchResult[]> {
  const cards = await showCards(ids);
  const bodies = await listBodies(ids, requestTime());
  return cards.map((article) => ({
    article,
    headline: markWords(article.headline, wanted),
    passage:
      findPassage(article.standfirst, wanted) ??
      findPassage(plainText(bodies.get(article.id) ?? emptyDocument), wanted) ??
      markWords(article.standfirst, wanted),
  }));
}
