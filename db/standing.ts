import { and, eq, isNotNull, isNull, lte, sql } from "drizzle-orm";
import { calendarSpan } from "#core/calendar";
import { ARCHIVE_ON_A_PAGE, ARTICLES_ON_A_PAGE, RESULTS_ON_A_PAGE } from "#core/list-pages";
import type { Place } from "#core/place";
import { findPreview } from "./articles/preview-links.ts";
import { findCommentToReport } from "./comment-reports.ts";
import { findLink } from "./commenter-links.ts";
import { findCommentToAnswer, hasPageOfComments } from "./comments-published.ts";
import { prepared } from "./prepared.ts";
import { isPublished } from "./published.ts";
import { listIdsBetween } from "./published-archive.ts";
import { findContributor, findTopic } from "./published-article.ts";
import {
  findListPosition,
  findSection,
  listContributorIds,
  listOlderSectionIds,
  listSectionIds,
  listTopicIds,
  type Stretch,
} from "./published-lists.ts";
import { article, section } from "./schema.ts";
import { MOST_FOUND } from "./search.ts";
import { readSettings } from "./settings.ts";

/** What readers find at a place. */
export type Standing =
  | { kind: "there"; articleId?: number }
  /** Readers could see it here once, and an editor has taken it back. */
  | { kind: "withdrawn" }
  /** The article is there; the comment that its address wants to answer is not. */
  | { kind: "nothing-to-answer" }
  /** The list is there; the article that its page should begin after is none of its own. */
  | { kind: "nothing-to-follow" }
  | { kind: "absent" };

const absent: Standing = { kind: "absent" };
const there: Standing = { kind: "there" };
const thereIf = (found: unknown): Standing => (found ? there : absent);

const named = { section: findSection, topic: findTopic, contributor: findContributor };

/**
 * What readers find at a place today, for the price of a lookup: an address that leads nowhere is not worth a rendering.
 * A search alone may still turn out to have no such page: how much it finds, only searching tells.
 */
export async function findStanding(place: Place, now: Date): Promise<Standing> {
  switch (place.kind) {
    case "fixed":
      return there;
    case "section":
      return standingInSection(place, now);
    case "topic": {
      const topic = await findTopic(place.slug);
      return thereIf(topic && (await hasPage(place.page, (stretch) => listTopicIds(topic.id, stretch, now))));
    }
    case "contributor": {
      const person = await findContributor(place.slug);
      return thereIf(person && (await hasPage(place.page, (stretch) => listContributorIds(person.id, stretch, now))));
    }
    case "feed":
      return thereIf(await named[place.of](place.slug));
    case "archive":
      return thereIf(await hasArchivePage(place, now));
    case "search":
      return thereIf(place.page === 1 || (place.hasWords && (place.page - 1) * RESULTS_ON_A_PAGE < MOST_FOUND));
    case "private-link":
      return thereIf(await findLink(place.token, now));
    case "preview":
      return thereIf(await findPreview(place.token, now));
    case "report":
      return thereIf(await findCommentToReport(place.commentId));
    case "article":
      return standingOfArticle(place, now);
  }
}

const at = sql.param(sql.placeholder("now"), article.publishedAt);

const articleAt = prepared((reader) =>
  reader
    .select({
      id: article.id,
      isPublished: sql<number>`${isPublished(at)}`,
      // Taken back before its time had come, it was never seen, and there is nothing to tell.
      wasWithdrawn: sql<number>`${and(
        isNotNull(article.withdrawnAt),
        isNotNull(article.liveRevisionId),
        lte(article.publishedAt, article.withdrawnAt),
        isNull(article.deletedAt),
      )}`,
    })
    .from(article)
    .innerJoin(section, eq(section.id, article.sectionId))
    .where(and(eq(article.slug, sql.placeholder("slug")), eq(section.slug, sql.placeholder("section"))))
    .prepare(),
);

async function standingOfArticle(
  { section, slug, replyTo, commentsPage }: Extract<Place, { kind: "article" }>,
  now: Date,
): Promise<Standing> {
  const found = articleAt().get({ section, slug, now });
  if (!found?.isPublished) return found?.wasWithdrawn ? { kind: "withdrawn" } : absent;
  if (replyTo !== undefined && !(await findCommentToAnswer(found.id, replyTo))) return { kind: "nothing-to-answer" };
  if (commentsPage > 1 && !(await hasPageOfComments(found.id, commentsPage))) return absent;
  return { kind: "there", articleId: found.id };
}

/** The first page of a list is there with nothing on it. */
async function hasPage(page: number, list: (stretch: Stretch) => Promise<number[]>): Promise<boolean> {
  return page === 1 || (await list({ limit: 1, offset: (page - 1) * ARTICLES_ON_A_PAGE })).length > 0;
}

async function standingInSection(
  { slug, page, after }: Extract<Place, { kind: "section" }>,
  now: Date,
): Promise<Standing> {
  const section = await findSection(slug);
  if (!section) return absent;
  if (page === 1) return after === undefined ? there : { kind: "nothing-to-follow" };
  const list = (stretch: Stretch) => listSectionIds(section.id, stretch, now);
  if (after === undefined) return thereIf(await hasPage(page, list));
  const start = await findListPosition(section.id, after, now);
  if (!start) return { kind: "nothing-to-follow" };
  // Where stories were withdrawn since the address was made, its page is one less far from the beginning.
  const isNearEnough = await hasPage(page - 1, list);
  return thereIf(isNearEnough && (await listOlderSectionIds(section.id, start, 1, now)).length > 0);
}

async function hasArchivePage({ year, month, page }: Extract<Place, { kind: "archive" }>, now: Date): Promise<boolean> {
  const { timeZone } = await readSettings();
  const stretch = { limit: 1, offset: (page - 1) * ARCHIVE_ON_A_PAGE };
  return (await listIdsBetween(calendarSpan(year, month, timeZone), stretch, now)).length > 0;
}
