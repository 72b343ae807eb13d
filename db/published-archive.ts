import { and, asc, gte, lt, sql } from "drizzle-orm";
import { yearAndMonth } from "#core/calendar";
import { read } from "./client.ts";
import { isPublished } from "./published.ts";
import { article } from "./schema.ts";

export type ArchiveMonth = { year: number; month: number; articles: number };

/** How many articles each month holds in the calendar of a zone, newest first. Months without any are left out. */
export async function listMonths(timeZone: string, now: Date): Promise<ArchiveMonth[]> {
  // Every zone differs from UTC by whole quarters of an hour: the database counts these, and here they become months.
  const quarter = 15 * 60_000;
  const rows = read()
    .select({ quarter: sql<number>`${article.publishedAt} / ${quarter}`, articles: sql<number>`count(*)` })
    .from(article)
    .where(isPublished(now))
    .groupBy(sql`1`)
    .all();
  const months = new Map<number, number>();
  for (const row of rows) {
    const { year, month } = yearAndMonth(new Date(row.quarter * quarter), timeZone);
    const key = year * 12 + month - 1;
    months.set(key, (months.get(key) ?? 0) + row.articles);
  }
  return [...months]
    .toSorted(([one], [other]) => other - one)
    .map(([key, articles]) => ({ year: Math.floor(key / 12), month: (key % 12) + 1, articles }));
}

/** The articles published in a stretch of time, in the order of their publication. */
export async function listIdsBetween(
  { from, before }: { from: Date; before: Date },
  { limit, offset }: { limit: number; offset: number },
  now: Date,
): Promise<number[]> {
  return read()
    .select({ id: article.id })
    .from(article)
    .where(and(gte(article.publishedAt, from), lt(article.publishedAt, before), isPublished(now)))
    .orderBy(asc(article.publishedAt), asc(article.id))
    .limit(limit)
    .offset(offset)
    .all()
    .map(({ id }) => id);
}
