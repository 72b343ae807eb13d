import { sql } from "drizzle-orm";
import { listBySql } from "./prepared-sql.ts";

/*
 * How many texts there are, and how many have a word, in the SQL of SQLite's FTS5. The index finds out by counting, which
 * for a word of every second text of a large publication takes longer than the whole rest of a page. What words are worth
 * hardly changes in an hour, so each is counted once in that time.
 */

const HOUR = 3_600_000;
const MOST_KNOWN = 20_000;

type Counted = { at: number; texts: number; counts: Map<string, number> };

let counted: Counted | undefined;

export type WordsInUse = { texts: number; textsWith: (word: string) => number };

/**
 * Counts as they were at some moment of the hour before `now`; where the publication has grown or shrunk by a tenth since,
 * as one does that is new or takes over an archive, they are of this moment.
 */
export function wordsInUse(now: Date): WordsInUse {
  const at = now.getTime();
  const [row] = listBySql<{ total: number }>(sql`select count(*) as total from search_entry`);
  const texts = row?.total ?? 0;
  if (!counted || Math.abs(at - counted.at) > HOUR || Math.abs(texts - counted.texts) > counted.texts / 10) {
    counted = { at, texts, counts: new Map() };
  }
  const { counts } = counted;
  return {
    texts: Math.max(1, counted.texts),
    textsWith: (word) => {
      const known = counts.get(word);
      if (known !== undefined) return known;
      const [found] = listBySql<{ doc: number }>(sql`select doc from search_vocabulary where term = ${word}`);
      const count = found?.doc ?? 0;
      if (counts.size < MOST_KNOWN) counts.set(word, count);
      return count;
    },
  };
}
