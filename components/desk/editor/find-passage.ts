import type { Node } from "@tiptap/pm/model";
import { AROUND_PASSAGE, LONGEST_PASSAGE, type Passage } from "#core/note";

/** Where a passage stands in a body. */
export type Place = { from: number; to: number };

/** Words in reading order, each character with its position in the body. */
type Stream = { text: string; at: number[] };

/** The words between two positions, with those around them; undefined where there are none. */
export function passageBetween(body: Node, { from, to }: Place): Passage | undefined {
  for (const { text, at } of streamsOf(body)) {
    const start = at.findIndex((position) => position >= from);
    const end = at.findLastIndex((position) => position < to) + 1;
    const passage = start === -1 ? "" : text.slice(start, Math.min(end, start + LONGEST_PASSAGE));
    if (passage.trim() === "") continue;
    return {
      passage,
      before: text.slice(Math.max(0, start - AROUND_PASSAGE), start),
      after: text.slice(start + passage.length, start + passage.length + AROUND_PASSAGE),
    };
  }
  return undefined;
}

/**
 * Finds the words of a passage again: of several with the same words the one whose surroundings fit best, and where the
 * words themselves were edited, what now stands between their surroundings. Undefined where neither is left.
 */
export function findPassage(body: Node, wanted: Passage): Place | undefined {
  const passage = asOneRun(wanted.passage);
  if (passage === "") return undefined;
  const [before, after] = [flat(wanted.before), flat(wanted.after)];
  let best: { fit: number; place: Place } | undefined;
  for (const stream of streamsOf(body)) {
    for (let start = stream.text.indexOf(passage); start !== -1; start = stream.text.indexOf(passage, start + 1)) {
      const end = start + passage.length;
      const fit = sharedEnd(stream.text.slice(0, start), before) + sharedStart(stream.text.slice(end), after);
      if (!best || fit > best.fit) best = { fit, place: placeOf(stream, start, end) };
    }
  }
  return best?.place ?? betweenSurroundings(body, before, after, passage.length);
}

/** Fewer characters than this say nothing about where something stood. */
const TELLING = 12;

function betweenSurroundings(body: Node, before: string, after: string, length: number): Place | undefined {
  if (before.trim().length < TELLING || after.trim().length < TELLING) return undefined;
  for (const stream of streamsOf(body)) {
    const found = stream.text.indexOf(before);
    const start = found + before.length;
    const end = found === -1 ? -1 : stream.text.indexOf(after, start);
    if (end > start && end - start < 3 * length + 80) return placeOf(stream, start, end);
  }
  return undefined;
}

const placeOf = ({ at }: Stream, start: number, end: number): Place => ({
  from: at[start] ?? 0,
  to: (at[end - 1] ?? 0) + 1,
});

/** Several passages are looked for in one body, at every key while their words are gone. */
const known = new WeakMap<Node, Stream[]>();

function streamsOf(body: Node): Stream[] {
  const streams = known.get(body) ?? readStreams(body);
  known.set(body, streams);
  return streams;
}

/** The words of a body as one run, and those of each footnote as a run of their own. */
function readStreams(body: Node): Stream[] {
  const [words, ...notes]: [Stream, ...Stream[]] = [{ text: "", at: [] }];
  const collect = (node: Node, start: number, stream: Stream) =>
    node.descendants((child, offset) => {
      const position = start + offset;
      if (child.isText) add(stream, child.text ?? "", position);
      else if (child.type.name === "footnote") {
        const note: Stream = { text: "", at: [] };
        collect(child, position + 1, note);
        notes.push(note);
        return false;
      } else if (child.isTextblock || child.type.name === "hardBreak") add(stream, " ", position);
      return true;
    });
  collect(body, 0, words);
  return [words, ...notes];
}

/** Spaces and line ends in a row are one space, since what is copied from a page says nothing else about them. */
function add(stream: Stream, text: string, position: number): void {
  for (let at = 0; at < text.length; at += 1) {
    const isSpace = /\s/.test(text[at] ?? "");
    if (isSpace && (stream.text === "" || stream.text.endsWith(" "))) continue;
    stream.text += isSpace ? " " : text[at];
    stream.at.push(position + at);
  }
}

const flat = (text: string) => text.replace(/\s+/g, " ");
const asOneRun = (text: string) => flat(text).trim();

function sharedStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && length < other.length && one[length] === other[length]) length += 1;
  return length;
}

function sharedEnd(one: string, other: string): number {
  let length = 0;
  while (length < one.length && length < other.length && one.at(-1 - length) === other.at(-1 - length)) length += 1;
  return length;
}
