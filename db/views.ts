import { inArray, sql } from "drizzle-orm";
import { transaction } from "./client.ts";
import { articleHeat, articleViews } from "./schema.ts";

const MILLION = 1_000_000;
/** A view of this morning is worth half of one of tonight. */
const HALF_LIFE_MS = 12 * 3_600_000;

/** The logarithm to base 2 of what a number of views at a moment is worth. Only differences mean anything. */
const heatOf = (views: number, at: Date): number => at.getTime() / HALF_LIFE_MS + Math.log2(views);

/** The logarithm of the sum of what two logarithms stand for, without ever forming the sum. */
function joinedHeat(one: number, other: number): number {
  const [larger, smaller] = one > other ? [one, other] : [other, one];
  return larger + Math.log2(1 + 2 ** (smaller - larger));
}

/** The day of a moment, as views are kept by ("2026-11-23", UTC). */
export const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);

/**
 * Writes down views that were counted of late: how many of which article, of a few hundred articles at most. Articles erased
 * meanwhile are left out.
 */
export const writeViews = (views: ReadonlyMap<number, number>, now: Date): Promise<void> =>
  transaction(async (tx) => {
    const ids = [...views.keys()];
    const known = new Map(
      tx
        .select({ id: articleHeat.articleId, heat: articleHeat.heat })
        .from(articleHeat)
        .where(inArray(articleHeat.articleId, ids))
        .all()
        .map(({ id, heat }) => [id, heat / MILLION]),
    );
    const existing = tx.all<{ id: number }>(sql`select id from article where id in ${ids}`).map(({ id }) => id);
    if (existing.length === 0) return;
    const day = dayOf(now);
    tx.insert(articleViews)
      .values(existing.map((articleId) => ({ articleId, day, views: views.get(articleId) ?? 0 })))
      .onConflictDoUpdate({
        target: [articleViews.day, articleViews.articleId],
        set: { views: sql`${articleViews.views} + excluded.views` },
      })
      .run();
    const heats = existing.map((articleId) => {
      const fresh = heatOf(views.get(articleId) ?? 0, now);
      const old = known.get(articleId);
      return { articleId, heat: Math.round((old === undefined ? fresh : joinedHeat(old, fresh)) * MILLION) };
    });
    tx.insert(articleHeat)
      .values(heats)
      .onConflictDoUpdate({ target: articleHeat.articleId, set: { heat: sql`excluded.heat` } })
      .run();
  });
