import { and, count, eq, gte, inArray, lt } from "drizzle-orm";
import { countedSince, type ThrottleKind, throttleLimits } from "#core/throttle";
import { keyedHash } from "./address-cipher.ts";
import type { Writer } from "./client.ts";
import { attempt } from "./schema.ts";

const DAY = 24 * 60 * 60_000;

/** What is counted: a kind of try and whom it concerns. Only a keyed hash of the latter is stored. */
export type Throttled = { kind: ThrottleKind; about: string };

const keyOf = ({ about }: Throttled) => keyedHash("account", about);

/**
 * Counts one try under each heading, unless one of them has had enough: then nothing is counted, so that waiting helps.
 * Returns what was counted, to be taken back if the try is right; undefined where it may not be made.
 */
export function countTry(tx: Writer, headings: readonly Throttled[], now: Date): number[] | undefined {
  tx.delete(attempt)
    .where(lt(attempt.at, new Date(now.getTime() - DAY)))
    .run();
  const hasRoom = headings.every((heading) => triesOf(tx, heading, now) < throttleLimits[heading.kind].tries);
  if (!hasRoom) return undefined;
  return headings.map((heading) => {
    const counted = { kind: heading.kind, key: keyOf(heading), at: now };
    return tx.insert(attempt).values(counted).returning({ id: attempt.id }).get().id;
  });
}

function triesOf(tx: Writer, heading: Throttled, now: Date): number {
  const { tries } = tx
    .select({ tries: count() })
    .from(attempt)
    .where(
      and(
        eq(attempt.kind, heading.kind),
        eq(attempt.key, keyOf(heading)),
        gte(attempt.at, countedSince(heading.kind, now)),
      ),
    )
    .get() ?? { tries: 0 };
  return tries;
}

/** A try was right: it does not count. */
export function takeBackTry(tx: Writer, counted: readonly number[]): void {
  tx.delete(attempt)
    .where(inArray(attempt.id, [...counted]))
    .run();
}

/** Its owner is here: the wrong tries before are forgotten. */
export function forgetTries(tx: Writer, headings: readonly Throttled[]): void {
  for (const heading of headings) {
    tx.delete(attempt)
      .where(and(eq(attempt.kind, heading.kind), eq(attempt.key, keyOf(heading))))
      .run();
  }
}
