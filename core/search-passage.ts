import type { SearchTerm } from "./search-query.ts";
import { type SearchWord, searchWords } from "./search-words.ts";

/** A stretch of text, and whether it is what was looked for. */
export type Stretch = { text: string; isMarked: boolean };

type Span = { start: number; end: number; term: number };

/** About three lines of a result. */
const PASSAGE = 260;

/** The whole text, with what was looked for marked in it. */
export function markWords(text: string, wanted: readonly SearchTerm[]): Stretch[] {
  return stretches(text, spansOf(text, wanted), 0, text.length);
}

/** The part of a long text in which most of what was looked for stands together; undefined where none of it does. */
export function findPassage(text: string, wanted: readonly SearchTerm[]): Stretch[] | undefined {
  const spans = spansOf(text, wanted);
  if (spans.length === 0) return undefined;
  const best = densest(spans);
  const start = wordStart(text, Math.max(0, best - 60));
  const end = wordEnd(text, Math.min(text.length, start + PASSAGE));
  const passage = stretches(text, spans, start, end);
  if (start > 0) passage.unshift({ text: "… ", isMarked: false });
  if (end < text.length) passage.push({ text: " …", isMarked: false });
  return passage;
}

/** Where the stretch begins that holds the most different terms, and of these the most of their places. */
function densest(spans: readonly Span[]): number {
  let best = { start: spans[0]?.start ?? 0, worth: 0 };
  for (const [index, first] of spans.entries()) {
    const within = [];
    for (let next = index; (spans[next]?.end ?? Number.POSITIVE_INFINITY) <= first.start + PASSAGE - 60; next += 1) {
      within.push(spans[next]?.term);
    }
    const worth = new Set(within).size * 100 + Math.min(within.length, 99);
    if (worth > best.worth) best = { start: first.start, worth };
  }
  return best.start;
}

function spansOf(text: string, wanted: readonly SearchTerm[]): Span[] {
  const words = searchWords(text);
  const byToken = new Map<string, number[]>();
  words.forEach(({ token }, index) => {
    const at = byToken.get(token);
    if (at) at.push(index);
    else byToken.set(token, [index]);
  });
  const spans: Span[] = [];
  wanted.forEach(({ places, goesOn }, term) => {
    const isOpen = (place: number) => goesOn && place === places.length - 1;
    const begins = isOpen(0)
      ? words.flatMap(({ token }, index) => (places[0]?.some((form) => token.startsWith(form)) ? index : []))
      : (places[0] ?? []).flatMap((form) => byToken.get(form) ?? []);
    for (const begin of begins) {
      const fits = places.every((forms, place) => {
        const token = words[begin + place]?.token;
        return token !== undefined && forms.some((form) => (isOpen(place) ? token.startsWith(form) : token === form));
      });
      const first = words[begin];
      const last = words[begin + places.length - 1];
      if (fits && first && last) spans.push({ start: first.start, end: endOf(last, places.at(-1), goesOn), term });
    }
  });
  return spans.sort((one, other) => one.start - other.start || one.end - other.end);
}

/** A single letter that was found as the first of a pair is marked without the second. */
function endOf(last: SearchWord, forms: readonly string[] = [], goesOn: boolean): number {
  const [form = ""] = forms;
  const isLetterOfPair = goesOn && [...form].length === 1 && [...last.token].length === 2;
  return isLetterOfPair ? last.start + form.length : last.end;
}

function stretches(text: string, spans: readonly Span[], from: number, to: number): Stretch[] {
  const parts: Stretch[] = [];
  let at = from;
  for (const { start, end } of spans) {
    if (end <= at || start >= to) continue;
    const begin = Math.max(start, at);
    if (begin > at) parts.push({ text: text.slice(at, begin), isMarked: false });
    const last = parts.at(-1);
    // Pairs of letters overlap: what they cover together is one mark.
    if (last?.isMarked && begin === at) last.text += text.slice(begin, Math.min(end, to));
    else parts.push({ text: text.slice(begin, Math.min(end, to)), isMarked: true });
    at = Math.min(end, to);
  }
  if (at < to) parts.push({ text: text.slice(at, to), isMarked: false });
  return parts;
}

const wordStart = (text: string, at: number): number => {
  if (at === 0) return 0;
  const space = text.slice(at, at + 30).search(/\s/);
  return space === -1 ? wholeLetter(text, at) : at + space + 1;
};

const wordEnd = (text: string, at: number): number => {
  if (at >= text.length) return text.length;
  const back = text.slice(at - 30, at).search(/\s\S*$/);
  return back === -1 ? wholeLetter(text, at) : at - 30 + back;
};

/** Never between the two halves of a letter beyond the first plane. */
const wholeLetter = (text: string, at: number): number => (/[\udc00-\udfff]/.test(text.charAt(at)) ? at + 1 : at);
