import { and, asc, desc, gte, inArray, lt, sql, sum } from "drizzle-orm";
import { trendingTag } from "#core/page-tags";
import { read, transaction } from "./client.ts";
import { prepared } from "./prepared.ts";
import { isPublished } from "./published.ts";
import { article, articleHeat, articleViews, trendingPlace } from "./schema.ts";
import { dayOf } from "./views.ts";

/** As many as any page shows, and some to spare for those withdrawn since. */
const KEPT = 20;
/** A publication nobody has read for a while falls back on the last month. */
const MONTH_DAYS = 30;
const DAY_MS = 86_400_000;

const at = sql.param(sql.placeholder("now"), article.publishedAt);

const places = prepared((reader) =>
  reader
    .select({ id: trendingPlace.articleId })
    .from(trendingPlace)
    .innerJoin(article, and(sql`${article.id} = ${trendingPlace.articleId}`, isPublished(at)))
    .where(lt(trendingPlace.position, KEPT))
    .orderBy(asc(trendingPlace.position))
    .limit(sql.placeholder("limit"))
    .prepare(),
);

/** The articles read most of late that readers may see, first the most read. */
export async function listTrending(limit: number, now: Date): Promise<number[]> {
  const rows = places().all({ limit, now });
  return rows.length > 0 ? rows.map(({ id }) => id) : seen(mostViewedOfMonth(KEPT, now), now).slice(0, limit);
}

/**
 * Ranks anew what is read now, a view counting half as much twelve hours later. Pages that show the list are told only if
 * it has changed. Returns whether it has.
 */
export async function refreshTrending(now: Date): Promise<boolean> {
  const ranked = await rank(now);
  const shown = read().select().from(trendingPlace).orderBy(asc(trendingPlace.position)).all();
  if (ranked.length === shown.length && shown.every(({ articleId }, at) => articleId === ranked[at])) return false;
  await transaction(async (tx, changed) => {
    tx.delete(trendingPlace).run();
    if (ranked.length > 0) {
      tx.insert(trendingPlace)
        .values(ranked.map((articleId, position) => ({ articleId, position })))
        .run();
    }
    changed(trendingTag);
  });
  return true;
}

async function rank(now: Date): Promise<number[]> {
  const hot = read()
    .select({ id: articleHeat.articleId })
    .from(articleHeat)
    .innerJoin(article, and(sql`${article.id} = ${articleHeat.articleId}`, isPublished(now)))
    .orderBy(desc(articleHeat.heat))
    .limit(KEPT)
    .all()
    .map(({ id }) => id);
  if (hot.length === KEPT) return hot;
  return seen([...new Set([...hot, ...mostViewedOfMonth(KEPT, now)])], now).slice(0, KEPT);
}

/** Those of the articles that readers may see, in the same order. */
function seen(ids: readonly number[], now: Date): number[] {
  const rows = read()
    .select({ id: article.id })
    .from(article)
    .where(and(inArray(article.id, ids), isPublished(now)))
    .all();
  return ids.filter((id) => rows.some((row) => row.id === id));
}

function mostViewedOfMonth(limit: number, now: Date): number[] {
  const since = dayOf(new Date(now.getTime() - MONTH_DAYS * DAY_MS));
  return (
    read()
      .select({ id: articleViews.articleId })
      .from(articleViews)
      .where(gte(articleViews.day, since))
      // The sign keeps the planner from walking all views there ever were, article by article.
      .groupBy(sql`+${articleViews.articleId}`)
      .orderBy(desc(sum(articleViews.views)), desc(sql`${articleViews.articleId}`))
      .limit(limit)
      .all()
      .map(({ id }) => id)
  );
}
