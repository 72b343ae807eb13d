import { and, eq, isNotNull, isNull, lte, sql } from "drizzle-orm";
import type { Place } from "#core/place";
import { findPreview } from "./articles/preview-links.ts";
import { findCommentToReport } from "./comment-reports.ts";
import { findLink } from "./commenter-links.ts";
import { findCommentToAnswer, hasPageOfComments } from "./comments-published.ts";
import { prepared } from "./prepared.ts";
import { isPublished } from "./published.ts";
import { listIdsBetween } from "./published-archive.ts";
import { findContributor, findTopic } from "./published-article.ts";
import { findSection } from "./published-lists.ts";
import { article, section } from "./schema.ts";

/** What readers find at a place. */
export type Standing =
  | { kind: "there"; articleId?: number }
  /** Readers could see it here once, and an editor has taken it back. */
  | { kind: "withdrawn" }
  /** The article is there; the comment that its address wants to answer is not. */
  | { kind: "nothing-to-answer" }
  | { kind: "absent" };

const DAY_MS = 86_400_000;

const absent: Standing = { kind: "absent" };
const thereIf = (found: unknown): Standing => (found ? { kind: "there" } : absent);

/**
 * What readers find at a place today, for the price of a lookup: an address that leads nowhere is not worth a rendering.
 * A list may still turn out to have no such page.
 */
export async function findStanding(place: Place, now: Date): Promise<Standing> {
  switch (place.kind) {
    case "fixed":
      return { kind: "there" };
    case "section":
      return thereIf(await findSection(place.slug));
    case "topic":
      return thereIf(await findTopic(place.slug));
    case "contributor":
      return thereIf(await findContributor(place.slug));
    case "archive":
      return thereIf(await hasArticlesAround(place.year, now));
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

/** Whether anything was published in a year, or within a day of it: where its first minute is, the calendar decides. */
async function hasArticlesAround(year: number, now: Date): Promise<boolean> {
  const from = new Date(Date.UTC(year, 0, 1) - DAY_MS);
  const before = new Date(Date.UTC(year + 1, 0, 1) + DAY_MS);
  return (await listIdsBetween({ from, before }, { limit: 1, offset: 0 }, now)).length > 0;
}
