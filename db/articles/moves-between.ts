import { and, asc, eq, gt, inArray, lte } from "drizzle-orm";
import { read } from "../client.ts";
import { logEntry } from "../schema.ts";

/** Something of an article that belongs to no single text of it, before and after. */
export type Move = { part: "Section and address" | "Topics"; before: string; after: string };

const parts = { move: "Section and address", topics: "Topics" } as const;

/**
 * How the address and the topics of an article changed after one moment and up to another, as the log tells it: they
 * hold for all its texts at once and are not among what is saved with each.
 */
export async function listMovesBetween(articleId: number, after: Date, upTo: Date): Promise<Move[]> {
  const entries = read()
    .select({ verb: logEntry.verb, detail: logEntry.detail })
    .from(logEntry)
    .where(
      and(
        eq(logEntry.thingKind, "article"),
        eq(logEntry.thingId, articleId),
        inArray(logEntry.verb, Object.keys(parts)),
        gt(logEntry.at, after),
        lte(logEntry.at, upTo),
      ),
    )
    .orderBy(asc(logEntry.at), asc(logEntry.id))
    .all();
  return (["move", "topics"] as const).flatMap((verb) => {
    const moves = entries.filter((entry) => entry.verb === verb);
    const [before, now] = [wordsOf(moves.at(0)?.detail.from), wordsOf(moves.at(-1)?.detail.to)];
    return before === now ? [] : [{ part: parts[verb], before, after: now }];
  });
}

const wordsOf = (value: unknown) => (typeof value === "string" ? value : "");
