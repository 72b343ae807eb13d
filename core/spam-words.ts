import { linksIn } from "./comment-text.ts";

/** What of a comment the model learns from. */
export type Written = { text: string; name: string; website: string };

/** More words than this tell nothing new, and would let one comment fill the memory. */
const MOST_WORDS = 1_000;

/** Stands in a pair of neighbours, and in nothing else that is learned. */
const BETWEEN = " ";

export const isPair = (word: string): boolean => word.includes(BETWEEN);

/**
 * The words of a comment as the model counts them, each once: words, the hosts it leads to, and what its writing looks
 * like. E-mail addresses are left out, so that none is ever learned.
 */
export function wordsToLearn({ text, name, website }: Written): string[] {
  const found = new Set<string>();
  const links = linksIn(text);
  for (const url of website === "" ? links : [...links, website]) found.add(`host:${hostOf(url)}`);
  const plain = text.replace(/https?:\/\/\S+/giu, " ").replace(/\S+@\S+/gu, " ");
  let before = "";
  for (const [word] of plain.matchAll(/[\p{L}\p{N}\p{M}$€£%'’-]+/gu)) {
    if (found.size >= MOST_WORDS) break;
    const known = word.toLowerCase().replace(/[’']/g, "'").slice(0, 30);
    // FREE says something else than free, and NATO than FREE.
    if (/^\p{Lu}{3,30}$/u.test(word)) found.add(word);
    // Scripts without spaces have no words to count; pairs of their letters do as well.
    if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(known)) {
      for (let at = 0; at + 1 < known.length; at += 1) found.add(known.slice(at, at + 2));
      continue;
    }
    if (known.length > 1) found.add(known);
    if (before !== "") found.add(before + BETWEEN + known);
    before = known;
  }
  for (const trait of traitsOf({ text, name, website }, links.length)) found.add(`is:${trait}`);
  return [...found].slice(0, MOST_WORDS + 10);
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : "?";
}

function traitsOf({ text, name, website }: Written, links: number): string[] {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  const size = [...text].length;
  return [
    links === 0 ? "without-links" : links === 1 ? "one-link" : "many-links",
    size < 40 ? "short" : size < 400 ? "middling" : "long",
    ...(website === "" ? [] : ["with-website"]),
    ...(letters > 20 && capitals / letters > 0.4 ? ["capitals"] : []),
    ...(/[!?]{2,}/.test(text) ? ["shouting"] : []),
    ...(/\d{5,}/.test(text.replace(/https?:\/\/\S+/giu, "")) ? ["long-number"] : []),
    ...(/[$€£₩]\s?\d|\d\s?[$€£₩%]/.test(text) ? ["money"] : []),
    ...(name.trim().split(/\s+/).length > 3 ? ["long-name"] : []),
    ...(mixesScripts(`${name} ${text}`) ? ["mixed-scripts"] : []),
  ];
}

/** Letters of look-alike scripts inside one word, as in "vіаgrа" written with Cyrillic vowels. */
export function mixesScripts(text: string): boolean {
  return (text.match(/\p{L}+/gu) ?? []).some(
    (word) =>
      [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u].filter((script) => script.test(word)).length >
      1,
  );
}

/** Words at the beginning of a text that are looked at for repetition: the longer a text, the more it repeats anyhow. */
const BEGINNING = 120;

/** How much of a text says again what it has said, from 0 to 1. */
export function repetitionIn(text: string): number {
  const words = (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, BEGINNING);
  return words.length < 12 ? 0 : 1 - new Set(words).size / words.length;
}
