"use server";

import { z } from "zod";
import { type ArticleVisit, findArticleVisit } from "#app/_server/article-access";
import { articleDeed, articleNumber } from "#app/_server/article-deed";
import { mayMove, mayOpenArticle } from "#core/article-access";
import type { ArticleDeeds } from "#core/article-deeds";
import { may } from "#core/permissions";
import { refuse } from "#core/result";
import { parseSearchQuery } from "#core/search-query";
import { findArticleRow } from "#db/articles/article-surroundings";
import { listDeskArticles } from "#db/articles/desk-articles";
import { leaveTranslations, nameTranslation } from "#db/articles/translations";
import { isLive } from "#db/articles/working-article";
import { listCards } from "#db/published";
import { searchPublished } from "#db/search";

type Answer<Name extends keyof ArticleDeeds> = ReturnType<ArticleDeeds[Name]>;

const CHOICES = 8;

/** Articles to choose from: those this person may open, and those that readers have. */
export async function findArticles(articleId: number, words: unknown): Answer<"findArticles"> {
  const parsed = z.string().trim().min(1).max(200).safeParse(words);
  const visit = await findArticleVisit(articleNumber.safeParse(articleId).data);
  if (!visit.ok || !parsed.success) return [];
  const now = new Date();
  const { role, staffId } = visit.staff;
  const isEditor = may(role, "article:edit-any");
  const filter = isEditor ? { words: parsed.data } : { words: parsed.data, createdBy: staffId };
  const { articles } = await listDeskArticles(filter, 1, now);
  const published = isEditor ? [] : await findPublished(parsed.data, now);
  const choices = [
    ...articles.map(({ id, headline, section, state }) => ({ id, headline, about: `${section}, ${state}` })),
    ...published.map(({ id, headline, section }) => ({ id, headline, about: `${section.name}, published` })),
  ];
  const byId = new Map(choices.map((choice) => [choice.id, choice]));
  byId.delete(articleId);
  return [...byId.values()].slice(0, CHOICES);
}

/** By the text that readers have: the working copy of somebody else's article is nobody's to look into. */
async function findPublished(words: string, now: Date) {
  const { ids } = await searchPublished(parseSearchQuery(`${words}*`), {}, { limit: CHOICES, offset: 0 }, now);
  return listCards(ids, now);
}

export const nameArticleTranslation = articleDeed(
  z.tuple([articleNumber]),
  async (visit, ofId): Answer<"nameTranslation"> => {
    const now = new Date();
    if (!(await mayName(visit, now))) return refuse("not-allowed");
    const other = await findArticleRow(ofId, now);
    if (!other || !(mayOpenArticle(visit.staff, other) || isLive(other, now))) return refuse("no-such-article");
    return nameTranslation(visit.staff, visit.article.id, other.id, now);
  },
);

export const leaveArticleTranslations = articleDeed(z.tuple([]), async (visit): Answer<"leaveTranslations"> => {
  const now = new Date();
  if (!(await mayName(visit, now))) return refuse("not-allowed");
  return leaveTranslations(visit.staff, visit.article.id, now);
});

/** What readers are offered beside an article they have is an editor's business. */
async function mayName({ staff, article }: Extract<ArticleVisit, { ok: true }>, now: Date): Promise<boolean> {
  const row = await findArticleRow(article.id, now);
  return row !== undefined && mayMove(staff, row);
}
