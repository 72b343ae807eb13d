import { sql } from "drizzle-orm";
import { parseSearchQuery, type SearchQuery } from "#core/search-query";
import { slipsAllowed, slipsBetween } from "#core/search-spelling";
import { fold } from "#core/search-words";
import { read } from "./client.ts";
import { type SearchFilter, searchPublished } from "./search.ts";
import { isSpelt } from "./search-index.ts";

/** The candidates that are tried, the likeliest first: each costs a search. */
const MOST_TRIED = 4;

/**
 * What somebody may have meant who found nothing: the same text with its unknown words replaced by their neighbours in
 * the publication. Only offered where it does find something that readers may see, so that it never tells a word of a
 * draft.
 */
export async function findSpelling(query: SearchQuery, filter: SearchFilter, now: Date): Promise<string | undefined> {
  const one = { limit: 1, offset: 0 };
  let meant = query.text;
  // From the end, so that the places of the terms before it stay true.
  for (const term of query.wanted.toReversed()) {
    const word = term.places[0]?.[0] ?? "";
    if (!term.isWord || !isSpelt(word)) continue;
    const alone = await searchPublished({ wanted: [term], unwanted: [] }, {}, one, now);
    if (alone.total > 0) continue;
    const neighbour = await findNeighbour(word, now);
    if (neighbour) meant = meant.slice(0, term.start) + neighbour + meant.slice(term.end);
  }
  if (meant === query.text) return undefined;
  const { total } = await searchPublished(parseSearchQuery(meant), filter, one, now);
  return total > 0 ? meant : undefined;
}

/** The word nearest to a mistyped one among those that stand in published articles; of several, the most frequent. */
async function findNeighbour(word: string, now: Date): Promise<string | undefined> {
  const most = slipsAllowed(word.length);
  const initials = [...new Set([word.charAt(0), word.charAt(1)])];
  const near = initials
    .flatMap((initial) => wordsOf(initial, word.length - most, word.length + most))
    .map((candidate) => ({ candidate, slips: slipsBetween(word, candidate, most) }))
    .filter(({ slips, candidate }) => slips <= most && fold(candidate) !== word)
    .sort((one, other) => one.slips - other.slips)
    .slice(0, 40)
    .map((found) => ({ ...found, articles: articlesWith(found.candidate) }))
    .sort((one, other) => one.slips - other.slips || other.articles - one.articles);
  for (const { candidate } of near.slice(0, MOST_TRIED)) {
    const query = parseSearchQuery(`"${candidate}"`);
    if ((await searchPublished(query, {}, { limit: 1, offset: 0 }, now)).total > 0) return candidate;
  }
  return undefined;
}

/** The words that begin with a letter and have about that length. */
const wordsOf = (initial: string, shortest: number, longest: number): string[] =>
  read()
    .values<[string]>(
      sql`select word from search_word where word >= ${initial} and word < ${`${initial}\u{10ffff}`} and length(word) between ${shortest} and ${longest}`,
    )
    .map(([word]) => word);

const articlesWith = (word: string): number =>
  read().get<{ doc: number } | undefined>(sql`select doc from search_vocabulary where term = ${word}`)?.doc ?? 0;
