import { wordForms } from "./search-forms.ts";
import { type SearchWord, searchWords } from "./search-words.ts";

/** Something that a text must hold, or must not: words that follow each other, each in any of its forms. */
export type SearchTerm = {
  /** What may stand at each place. */
  places: readonly (readonly string[])[];
  /** The last place may go on ("econom*", or a single letter of a script that is seen in pairs). */
  goesOn: boolean;
  /** Where the term stands in what was typed. */
  start: number;
  end: number;
  /** A single word in an alphabet, of which a typing mistake can be supposed. */
  isWord: boolean;
};

export type SearchQuery = {
  /** What was typed, cut to a sensible length. */
  text: string;
  wanted: readonly SearchTerm[];
  unwanted: readonly SearchTerm[];
};

const LONGEST_QUERY = 200;
const MOST_TERMS = 16;

/** A minus before it, then words in quotes of any shape (the last ones may be missing), or anything up to a space. */
const PIECE = /(?<minus>(?<!\S)[-−–])?(?:["“”„«»](?<quoted>[^"“”„«»]*)["“”„«»]?|(?<plain>[^\s"“”„«»]+))/gu;

/** Words that nearly every English text holds. They count in quotes, and where nothing else was asked for. */
const COMMON = new Set(
  "a an and are as at be but by for from has have in is it its not of on or that the this to was were will with".split(
    " ",
  ),
);

/**
 * Reads what somebody typed into the search field: words, "exact phrases", -words to leave out, and begin* of words.
 * Whatever it is, it has a meaning: punctuation is passed over and an unfinished phrase is finished.
 */
export function parseSearchQuery(typed: string): SearchQuery {
  const text = typed.normalize("NFC").trim().slice(0, LONGEST_QUERY);
  const wanted: (SearchTerm & { isCommon: boolean })[] = [];
  const unwanted: SearchTerm[] = [];
  for (const piece of text.matchAll(PIECE)) {
    if (wanted.length + unwanted.length === MOST_TERMS) break;
    const { minus, quoted, plain } = piece.groups ?? {};
    const term = termOf(quoted ?? plain ?? "", quoted !== undefined);
    if (!term) continue;
    const whole = { ...term, start: piece.index + (minus?.length ?? 0), end: piece.index + piece[0].length };
    if (minus) unwanted.push(whole);
    else wanted.push({ ...whole, isCommon: quoted === undefined && COMMON.has(term.places[0]?.[0] ?? "") });
  }
  const telling = wanted.filter(({ isCommon }) => !isCommon);
  return { text, wanted: telling.length > 0 ? telling : wanted, unwanted };
}

/** What was typed, as a sentence quotes it: quotes within quotes are single ones, and a phrase has its own already. */
export function quotedQuery({ text }: SearchQuery): string {
  const inner = text.replace(/["“”„«»]([^"“”„«»]*)["“”„«»]?/gu, "‘$1’");
  return `“${/^‘[^‘’]*’$/u.test(inner) ? inner.slice(1, -1) : inner}”`;
}

function termOf(written: string, isQuoted: boolean): Omit<SearchTerm, "start" | "end"> | undefined {
  const words = searchWords(written);
  const last = words.at(-1);
  if (!last) return undefined;
  // The closing letter of a run of pairs says nothing that the pair before it does not say.
  if (last.closesRun && isPairBefore(words.at(-2), last)) words.pop();
  return {
    places: words.map(({ token }) => (isQuoted ? [token] : wordForms(token))),
    goesOn: (last.closesRun && words.at(-1) === last) || (!isQuoted && last.token.length > 1 && written.endsWith("*")),
    isWord: !isQuoted && words.length === 1 && !last.closesRun,
  };
}

const isPairBefore = (before: SearchWord | undefined, last: SearchWord): boolean =>
  before !== undefined && before.end === last.end;
