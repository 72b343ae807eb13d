/**
 * How search sees a text: as words without accents, capitals and curly quotes. Scripts that write without spaces, or
 * glue endings to words as Korean does, are seen as overlapping pairs of letters, so that a part of a word finds it.
 * What is indexed, what is asked for and what is marked on the page all pass through here, and so cannot disagree.
 */

/** A word as search compares it, and where it stands in the text it was read from (UTF-16 units, `end` exclusive). */
export type SearchWord = {
  token: string;
  start: number;
  end: number;
  /** The last letter of a run of pairs, kept so that a single letter can be found at the end of one. */
  closesRun?: true;
};

/** An acronym with its points, or letters and digits with apostrophes between them. */
const WRITTEN = /(?<![\p{L}\p{N}])\p{Lu}(?:\.\p{Lu})+(?![\p{L}\p{N}])\.?|[\p{L}\p{N}\p{M}]+(?:['’ʼ＇][\p{L}\p{M}]+)*/gu;
const APOSTROPHE = /['’ʼ＇]/u;
const PAIRED = "\\p{scx=Hani}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Hang}\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}";
const RUN = new RegExp(`[${PAIRED}]+|[^${PAIRED}]+`, "gu");
const IS_PAIRED = new RegExp(`^[${PAIRED}]`, "u");
const IS_PLAIN = /^[\x20-\x7e]*$/;
/** One letter with what belongs to it: Korean letters typed apart, a half-width kana with its voicing, marks. */
const LETTER =
  /[\u1100-\u115f][\u1160-\u11a7]?[\u11a8-\u11ff]?\p{M}*|[\uff66-\uff9d][\uff9e\uff9f]?|\P{M}\p{M}*|\p{M}+/gu;

/** Letters that decomposition leaves whole, as people type them who do not have them on their keyboard. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  ı: "i",
  þ: "th",
};

/** Without capitals and accents. Marks that are letters of their own in other scripts (Devanagari, Thai) stay. */
export function fold(text: string): string {
  if (IS_PLAIN.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKD")
    .replace(/([\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Arabic}\p{sc=Hebrew}])\p{M}+/gu, "$1")
    .normalize("NFC")
    .toLowerCase()
    .replace(/[ßæœøđðłıþ]/g, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, "");
}

/** The words of a text, in its order. */
export function searchWords(text: string): SearchWord[] {
  const words: SearchWord[] = [];
  for (const found of text.matchAll(WRITTEN)) addWritten(words, found[0], found.index);
  return words;
}

/** How often each word stands in a text. What is written alike is taken apart once. */
export function countWords(text: string): Map<string, number> {
  const written = new Map<string, number>();
  for (const word of text.match(WRITTEN) ?? []) written.set(word, (written.get(word) ?? 0) + 1);
  const counts = new Map<string, number>();
  for (const [word, times] of written) {
    for (const { token } of searchWords(word)) counts.set(token, (counts.get(token) ?? 0) + times);
  }
  return counts;
}

function addWritten(words: SearchWord[], written: string, start: number): void {
  if (IS_PLAIN.test(written)) addApart(words, written, start);
  else for (const run of written.matchAll(RUN)) addRun(words, run[0], start + run.index);
}

function addRun(words: SearchWord[], run: string, start: number): void {
  if (IS_PAIRED.test(run)) addPairs(words, run, start);
  else addApart(words, run, start);
}

/** "Korea's" is Korea, "don't" is one word, and "l'Europe" is two. */
function addApart(words: SearchWord[], written: string, start: number): void {
  const at = written.search(APOSTROPHE);
  if (at === -1) {
    add(words, written, start);
    return;
  }
  const head = written.slice(0, at);
  const tail = written.slice(at + 1);
  if (/^s$/iu.test(tail)) add(words, head, start, written.length);
  else if (head.length <= 2) {
    add(words, head, start);
    addApart(words, tail, start + at + 1);
  } else add(words, written.replace(new RegExp(APOSTROPHE, "gu"), ""), start, written.length);
}

function add(words: SearchWord[], written: string, start: number, length = written.length): void {
  const token = fold(written.replaceAll(".", ""));
  if (token !== "") words.push({ token, start, end: start + length });
}

function addPairs(words: SearchWord[], run: string, start: number): void {
  const letters = [...run.matchAll(LETTER)].flatMap(({ 0: letter, index }) => {
    const token = fold(letter);
    return token === "" ? [] : { token, start: start + index, end: start + index + letter.length };
  });
  letters.forEach((letter, index) => {
    const next = letters[index + 1];
    if (next) words.push({ token: letter.token + next.token, start: letter.start, end: next.end });
    else words.push({ ...letter, closesRun: true });
  });
}
