import { sql } from "drizzle-orm";
import { transaction, type Writer, writingEngine } from "./client.ts";
import { indexWhatIsDue } from "./search-index.ts";

/*
 * Every deed indexes the words of what it has changed before it ends. For a deed that brings ten years of articles this
 * would be the longest part, during which nobody else can write; so it leaves them for later, when they are indexed a
 * few at a time, between the deeds of others. In the SQL of SQLite, as search-index.ts.
 */

const AT_ONCE = 10;
/** Milliseconds for which one deed goes on: a comment that waits for it is not noticed to wait. */
const LONGEST = 120;

/** Leaves what the deed under way has changed so far out of the index, for `indexWhatWasLeft`. */
export function leaveForLater(tx: Writer): void {
  tx.run(sql`insert or ignore into search_later select article_id from search_due`);
  tx.run(sql`delete from search_due`);
}

/**
 * Indexes what was left, until nothing is. `pause` is awaited between two deeds. An import calls this once its articles
 * are in; so does a server that starts, for an import that was interrupted.
 */
export async function indexWhatWasLeft(
  pause: () => Promise<unknown>,
  progress?: (done: number, all: number) => void,
): Promise<void> {
  let done = 0;
  for (;;) {
    const left = await transaction(async (tx) => {
      const before = countLeft(tx);
      const until = performance.now() + LONGEST;
      let indexed = 0;
      while (indexed < before && performance.now() < until) {
        tx.run(sql`insert or ignore into search_due select article_id from search_later limit ${AT_ONCE}`);
        indexed += tx.run(
          sql`delete from search_later where article_id in (select article_id from search_due)`,
        ).changes;
        indexWhatIsDue(writingEngine());
      }
      done += indexed;
      return before - indexed;
    });
    if (done > 0) progress?.(done, done + left);
    if (left === 0) return;
    await pause();
  }
}

const countLeft = (tx: Writer): number =>
  tx.all<{ left: number }>(sql`select count(*) as "left" from search_later`)[0]?.left ?? 0;
