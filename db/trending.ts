import { desc, gte, sql, sum } from "drizzle-orm";
import { trendingTag } from "#core/page-tags";
import { onChange, read } from "./client.ts";
import { articleViews } from "./schema.ts";

/** What is read now, not what was read ever; a publication nobody has read for days falls back on the last month. */
const NOW_DAYS = 3;
const MONTH_DAYS = 30;
/** How long a list may stand in memory: summing the views costs more than all else a page reads. */
const KEEP_MS = 60_000;
const DAY_MS = 86_400_000;

let kept: { ids: number[]; limit: number; at: number } | undefined;
let listening = false;

/** The articles with most views of late, most read first. May name some that readers cannot see any more. */
export async function listTrending(limit: number, now: Date): Promise<number[]> {
  if (!listening) {
    onChange((tags) => {
      if (tags.includes(trendingTag)) kept = undefined;
    });
    listening = true;
  }
  const age = kept ? now.getTime() - kept.at : 0;
  if (kept && kept.limit >= limit && age >= 0 && age < KEEP_MS) return kept.ids.slice(0, limit);
  const recent = mostViewedSince(dayBefore(now, NOW_DAYS - 1), limit);
  const ids =
    recent.length >= limit
      ? recent
      : [...new Set([...recent, ...mostViewedSince(dayBefore(now, MONTH_DAYS - 1), limit)])].slice(0, limit);
  kept = { ids, limit, at: now.getTime() };
  return ids;
}

const dayBefore = (now: Date, days: number): string =>
  new Date(now.getTime() - days * DAY_MS).toISOString().slice(0, 10);

function mostViewedSince(day: string, limit: number): number[] {
  return (
    read()
      .select({ id: articleViews.articleId })
      .from(articleViews)
      .where(gte(articleViews.day, day))
      // The sign keeps the planner from walking all views there ever were, article by article.
      .groupBy(sql`+${articleViews.articleId}`)
      .orderBy(desc(sum(articleViews.views)), desc(sql`${articleViews.articleId}`))
      .limit(limit)
      .all()
      .map(({ id }) => id)
  );
}
