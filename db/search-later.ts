import { sql } from "drizzle-orm";
import { transaction, type Writer } from "./client.ts";

/*
 * Every deed indexes the words of what it has changed before it ends. For a deed that brings ten years of articles this
 * would be the longest part, during which nobody else can write; so it leaves them for later, when they are indexed a
 * few at a time, between the deeds of others. In the SQL of SQLite, as search-index.ts.
 */

/** Articles indexed in one deed: a comment waits half a second for it. */
const AT_ONCE = 200;

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
      const [{ all } = { all: 0 }] = tx.all<{ all: number }>(sql`select count(*) as "all" from search_later`);
      tx.run(sql`insert or ignore into search_due select article_id from search_later limit ${AT_ONCE}`);
      tx.run(sql`delete from search_later where article_id in (select article_id from search_due)`);
      return all;
    });
    if (left === 0) return;
    const indexed = Math.min(AT_ONCE, left);
    done += indexed;
    progress?.(done, done + left - indexed);
    await pause();
  }
}
