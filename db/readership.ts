import { and, desc, eq, gte, inArray, isNull, lte, sql, sum } from "drizzle-orm";
import { read } from "./client.ts";
import { article, articleViews, revision, section } from "./schema.ts";
import { dayOf } from "./views.ts";

const DAY = 24 * 60 * 60_000;

/** Days as views are kept by, the oldest first, up to the day of a moment. */
export const daysUntil = (now: Date, days: number): string[] =>
  Array.from({ length: days }, (_, at) => dayOf(new Date(now.getTime() - (days - 1 - at) * DAY)));

const within = (days: readonly string[]) =>
  and(gte(articleViews.day, days[0] ?? ""), lte(articleViews.day, days.at(-1) ?? ""));

const views = sql<number>`coalesce(${sum(articleViews.views)}, 0)`.mapWith(Number);

/** The views of each day, of everything. Days without any are zero. */
export async function viewsByDay(days: readonly string[]): Promise<number[]> {
  const rows = read()
    .select({ day: articleViews.day, views })
    .from(articleViews)
    .where(within(days))
    .groupBy(articleViews.day)
    .all();
  return inOrder(days, rows);
}

const inOrder = (days: readonly string[], rows: readonly { day: string; views: number }[]): number[] => {
  const known = new Map(rows.map((row) => [row.day, row.views]));
  return days.map((day) => known.get(day) ?? 0);
};

/** The articles read most within some days, with the views of each of `plotted`. */
export async function mostReadArticles(days: readonly string[], plotted: readonly string[], limit: number) {
  const rows = read()
    .select({ id: article.id, slug: article.slug, section: section.slug, headline: revision.headline, views })
    .from(articleViews)
    .innerJoin(article, eq(article.id, articleViews.articleId))
    .innerJoin(section, eq(section.id, article.sectionId))
    .innerJoin(revision, eq(revision.id, sql`coalesce(${article.liveRevisionId}, ${article.workingRevisionId})`))
    .where(and(within(days), isNull(article.deletedAt)))
    .groupBy(article.id)
    .orderBy(desc(views), desc(article.id))
    .limit(limit)
    .all();
  const ids = rows.map(({ id }) => id);
  const each = read()
    .select()
    .from(articleViews)
    .where(and(inArray(articleViews.articleId, ids), within(plotted)))
    .all();
  return rows.map((row) => ({
    ...row,
    byDay: inOrder(
      plotted,
      each.filter(({ articleId }) => articleId === row.id),
    ),
  }));
}

/** Sections by what was read in them within some days. */
export async function mostReadSections(days: readonly string[], plotted: readonly string[]) {
  const rows = read()
    .select({ id: section.id, name: section.name, day: articleViews.day, views })
    .from(articleViews)
    .innerJoin(article, eq(article.id, articleViews.articleId))
    .innerJoin(section, eq(section.id, article.sectionId))
    .where(within(plotted))
    .groupBy(section.id, articleViews.day)
    .all();
  const sections = new Map(rows.map(({ id, name }) => [id, name]));
  return [...sections]
    .map(([id, name]) => {
      const own = rows.filter((row) => row.id === id);
      const total = own.filter(({ day }) => days.includes(day)).reduce((all, row) => all + row.views, 0);
      return { id, name, views: total, byDay: inOrder(plotted, own) };
    })
    .sort((one, other) => other.views - one.views);
}
