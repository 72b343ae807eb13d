import { cache } from "react";
import { ARTICLES_ON_A_PAGE } from "#core/list-pages";
import {
  articleTag,
  commentsTag,
  contributorTag,
  latestTag,
  namesTag,
  navigationTag,
  sectionTag,
  settingsTag,
  topicTag,
  trendingTag,
} from "#core/page-tags";
import type { Settings } from "#core/settings";
import { countComments } from "#db/comments-count";
import { listCards, type PublishedCard } from "#db/published";
import {
  type BodyPicture,
  findContributor,
  findPicture,
  findPublishedArticle,
  findTopic,
  type PublishedArticle,
  type PublishedContributor,
  type PublishedTopic,
} from "#db/published-article";
import {
  findListPosition,
  findNextAppearance,
  findSection,
  listContributorIds,
  listLatestIds,
  listOlderSectionIds,
  listPlaced,
  listSectionIds,
  listSections,
  listTopicIds,
  type PublishedSection,
} from "#db/published-lists";
import { nextChangeOfText } from "#db/published-span";
import { listSimilarIds } from "#db/search-similar";
import { readSettings } from "#db/settings";
import { listTrending } from "#db/trending";
import { changesAt, dependsOn } from "#delivery/page-context";

/*
 * What readers' pages ask for. Each function declares what the page under way depends on, so that delivery keeps the
 * page exactly as long as it is true. Functions that head and page both ask are answered once a request.
 */

const TRENDING = 5;
const FURTHER = 4;
const ALIKE = 4;

/** The one moment of a request: a page must not be of two minds about an embargo. */
export const requestTime = cache(() => new Date());

export const findSettings = cache(async (): Promise<Settings> => {
  dependsOn(settingsTag);
  return readSettings();
});

/** The picture that stands for the publication's name, if it has one. */
export const findLogo = cache(async (): Promise<BodyPicture | undefined> => {
  const { logoMediaId } = await findSettings();
  return logoMediaId === null ? undefined : findPicture(logoMediaId);
});

export const findNavigation = cache(async (): Promise<PublishedSection[]> => {
  dependsOn(navigationTag);
  return listSections();
});

/** Cards as a page shows them: it depends on each, and on the moment at which another text takes a card's place. */
export async function showCards(ids: readonly number[]): Promise<PublishedCard[]> {
  const now = requestTime();
  const cards = await listCards(ids, now);
  dependsOn(navigationTag, namesTag, ...cards.map(({ id }) => articleTag(id)));
  for (const { nextAt } of cards) changesLater(nextAt);
  return cards;
}

/** A card in a list that readers go through: it says how many comments there are. */
export type ListedCard = PublishedCard & { commentCount: number | undefined };

/** The same for lists, which are anew when a comment appears; articles that name others are not. */
async function listWithComments(ids: readonly number[]): Promise<ListedCard[]> {
  const cards = await showCards(ids);
  dependsOn(...cards.map(({ id }) => commentsTag(id)));
  const counts = await countComments(cards.map(({ id }) => id));
  return cards.map((card) => ({ ...card, commentCount: counts.get(card.id) }));
}

export function changesLater(moment: Date | null | undefined): void {
  if (moment && moment > requestTime()) changesAt(moment);
}

export async function findTrending(): Promise<PublishedCard[]> {
  dependsOn(trendingTag);
  return showCards(await listTrending(TRENDING, requestTime()));
}

export type FrontPage = {
  lead: ListedCard | undefined;
  secondary: ListedCard[];
  bands: { section: PublishedSection; articles: ListedCard[] }[];
};

/** The lead and those beside it. */
const ABOVE = 5;
const BAND = 5;

/**
 * The front page: what an editor has placed comes first, then the newest of all; below, the newest of each section that
 * do not stand above. It is settled by ids what is shown; then one query reads those cards. What would take the place of one
 * of them is not named: whatever takes a story away or brings one names the newest.
 */
export async function findFrontPage(): Promise<FrontPage> {
  const now = requestTime();
  dependsOn(latestTag);
  changesAt(await findNextAppearance(now));
  const placed = await listPlaced(null, now);
  for (const { until } of placed) changesLater(until);
  const latestIds = await listLatestIds({ limit: ABOVE }, now);
  const aboveIds = [...new Set([...placed.map(({ articleId }) => articleId), ...latestIds])].slice(0, ABOVE);
  const sections = await findNavigation();
  const bandIds = await Promise.all(
    sections.map(async ({ id }) => {
      const newest = await listSectionIds(id, { limit: BAND + ABOVE }, now);
      return newest.filter((articleId) => !aboveIds.includes(articleId)).slice(0, BAND);
    }),
  );
  const cards = new Map((await listWithComments([...aboveIds, ...bandIds.flat()])).map((card) => [card.id, card]));
  const shown = (ids: readonly number[]) => ids.flatMap((id) => cards.get(id) ?? []);

  const [lead, ...secondary] = shown(aboveIds);
  const bands = sections.map((section, index) => ({ section, articles: shown(bandIds[index] ?? []) }));
  return {
    lead,
    secondary,
    bands: bands.filter(({ articles }) => articles.length > 0),
  };
}

/** A page of a list. Where an older page follows, it begins after the article `olderAfter`. */
export type ListPage = { articles: ListedCard[]; olderAfter: number | undefined };
/** A page by its number; where `after` names an article, the page begins below it, whatever was published since. */
export type PageAddress = { number: number; after?: number };

export const findSectionBySlug = cache(async (slug: string): Promise<PublishedSection | undefined> => {
  dependsOn(navigationTag);
  return findSection(slug);
});

export async function findSectionPage(sectionId: number, { number, after }: PageAddress): Promise<ListPage> {
  const now = requestTime();
  dependsOn(sectionTag(sectionId));
  changesAt(await findNextAppearance(now, sectionId));
  const position = after === undefined ? undefined : await findListPosition(sectionId, after, now);
  const ids = position
    ? await listOlderSectionIds(sectionId, position, ARTICLES_ON_A_PAGE + 1, now)
    : await listSectionIds(sectionId, stretchOf(number), now);
  const page = await listPage(ids);
  const placed = await listPlaced(sectionId, now);
  for (const { until } of placed) changesLater(until);
  const leads = await listWithComments(placed.map(({ articleId }) => articleId));
  if (leads.length === 0) return page;
  // Placed stories head the first page, and stand on no other.
  const others = page.articles.filter(({ id }) => leads.every((lead) => lead.id !== id));
  return { ...page, articles: number === 1 ? [...leads, ...others] : others };
}

const stretchOf = (number: number) => ({ limit: ARTICLES_ON_A_PAGE + 1, offset: (number - 1) * ARTICLES_ON_A_PAGE });

async function listPage(ids: readonly number[]): Promise<ListPage> {
  const olderAfter = ids.length > ARTICLES_ON_A_PAGE ? ids[ARTICLES_ON_A_PAGE - 1] : undefined;
  return { articles: await listWithComments(ids.slice(0, ARTICLES_ON_A_PAGE)), olderAfter };
}

/** The article of an address. Where there is none yet, the answer holds until something is published. */
export const findArticle = cache(async (sectionSlug: string, slug: string): Promise<PublishedArticle | undefined> => {
  const now = requestTime();
  const article = await findPublishedArticle(sectionSlug, slug, now);
  if (!article) {
    dependsOn(latestTag, navigationTag);
    changesAt(await findNextAppearance(now));
    return undefined;
  }
  dependsOn(articleTag(article.id), navigationTag, namesTag);
  changesLater(article.nextAt);
  return article;
});

/** The other articles that stand on an article's page. */
export type AroundArticle = { further: PublishedCard[]; alike: PublishedCard[] };

/** What follows an article in its section, and what is like it. One query reads all cards. */
export async function findAround(article: PublishedArticle): Promise<AroundArticle> {
  const furtherIds = await listFurtherIds(article);
  const likest = await listSimilarIds(article, ALIKE + furtherIds.length, requestTime());
  const alikeIds = likest.filter((id) => !furtherIds.includes(id)).slice(0, ALIKE);
  const cards = await showCards([...new Set([...furtherIds, ...alikeIds])]);
  const shown = (ids: readonly number[]) => ids.flatMap((id) => cards.find((card) => card.id === id) ?? []);
  return { further: shown(furtherIds), alike: shown(alikeIds) };
}

/**
 * What follows an article: the older ones of its section, so that a new publication leaves it alone; only the last few
 * of a section go on with its newest.
 */
async function listFurtherIds(article: PublishedArticle): Promise<number[]> {
  const now = requestTime();
  const sectionId = article.section.id;
  const older = await listOlderSectionIds(sectionId, article, FURTHER, now);
  if (older.length === FURTHER) return older;
  dependsOn(sectionTag(sectionId));
  changesAt(await findNextAppearance(now, sectionId));
  const newest = await listSectionIds(sectionId, { limit: FURTHER + 1 }, now);
  return [...new Set([...older, ...newest])].filter((id) => id !== article.id).slice(0, FURTHER);
}

export const findContributorBySlug = cache(async (slug: string): Promise<PublishedContributor | undefined> => {
  const contributor = await findContributor(slug);
  dependsOn(contributor ? contributorTag(contributor.id) : namesTag);
  return contributor;
});

export async function findContributorPage(contributorId: number, number: number): Promise<ListPage> {
  const now = requestTime();
  dependsOn(contributorTag(contributorId), namesTag);
  changesAt(await findNextAppearance(now));
  // A text that takes a live one's place may be the first to name them.
  changesAt(await nextChangeOfText(now));
  return listPage(await listContributorIds(contributorId, stretchOf(number), now));
}

export const findTopicBySlug = cache(
  async (slug: string): Promise<(PublishedTopic & { description: string }) | undefined> => {
    const topic = await findTopic(slug);
    dependsOn(topic ? topicTag(topic.id) : namesTag);
    return topic;
  },
);

export async function findTopicPage(topicId: number, number: number): Promise<ListPage> {
  const now = requestTime();
  dependsOn(topicTag(topicId), namesTag);
  changesAt(await findNextAppearance(now));
  return listPage(await listTopicIds(topicId, stretchOf(number), now));
}

/** The newest stories of all, for a page that has nothing else to show. */
export async function findLatest(limit: number): Promise<PublishedCard[]> {
  const now = requestTime();
  dependsOn(latestTag);
  changesAt(await findNextAppearance(now));
  return showCards(await listLatestIds({ limit }, now));
}
