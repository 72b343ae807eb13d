import { and, count, desc, eq, gte, inArray, isNull, like, lte, or, sql, sum } from "drizzle-orm";
import { read } from "./client.ts";
import { article, articleViews, revision, section } from "./schema.ts";
import { dayOf } from "./views.ts";

const DAY = 24 * 60 * 60_000;

/** Days as views are kept by, the oldest first, up to the day of a moment. */
export const daysUntil = (now: Date, days: number): string[] =>
  Array.from({ length: days }, (_, at) => dayOf(new Date(now.getTime() - (days - 1 - at) * DAY)));

const within = (days: readonly string[]) =>
  and(gte(articleViews.day, days[0] ?? ""), lte(articleViews.day, days.at(-1) ?? ""));

const views = sql<number>`coalesce(${sum(articleViews.views)}, 0)`.mapWith(Number).as("views");

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

/**
 * The articles read most within some days, with the views of each of `plotted`, and how many were read at all. `words`:
 * what the headline, or the name of the section, has in it.
 */
export async function mostReadArticles(
  { days, plotted, words }: { days: readonly string[]; plotted: readonly string[]; words: string },
  { limit, offset }: { limit: number; offset: number },
) {
  const pattern = `%${words.replace(/[%_]/g, "")}%`;
  const found = read()
    .select({ id: article.id, slug: article.slug, section: section.slug, headline: revision.headline, views })
    .from(articleViews)
    .innerJoin(article, eq(article.id, articleViews.articleId))
    .innerJoin(section, eq(section.id, article.sectionId))
    .innerJoin(revision, eq(revision.id, sql`coalesce(${article.liveRevisionId}, ${article.workingRevisionId})`))
    .where(
      and(
        within(days),
        isNull(article.deletedAt),
        words === "" ? undefined : or(like(revision.headline, pattern), like(section.name, pattern)),
      ),
    )
    .groupBy(article.id)
    .as("found");
  const rows = read().select().from(found).orderBy(desc(found.views), desc(found.id)).limit(limit).offset(offset).all();
  const total = read().select({ articles: count() }).from(found).get()?.articles ?? 0;
  const ids = rows.map(({ id }) => id);
  const each = read()
    .select()
    .from(articleViews)
    .where(and(inArray(articleViews.articleId, ids), within(plotted)))
    .all();
  const articles = rows.map((row) => ({
    ...row,
    byDay: inOrder(
      plotted,
      each.filter(({ articleId }) => articleId === row.id),
    ),
  }));
  return { articles, total };
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
