import { type Change, diffLines, diffWordsWithSpace } from "diff";
import { type Document, plainText, walk } from "#core/document";
import type { Draft } from "#core/draft";
import { nameOfLanguage } from "./language-names.ts";

/** A run of words that both texts have, or only one of them. */
export type Passage = { kind: "same" | "gone" | "new"; text: string };

export type Comparison = { part: string; passages: Passage[] }[];

/** A text of an article, from the editor or from the database. */
export type Compared = Omit<Draft, "bylines"> & { bylines: readonly Draft["bylines"][number][] };

/** Words enough around a change to know where it stands. */
const AROUND = 120;

/**
 * What a reader would find different between two texts of an article, in words, part by part; equal parts are left out.
 */
export function compareWords(before: Compared, after: Compared, nameOf: (contributorId: number) => string): Comparison {
  const parts: readonly [part: string, of: (draft: Compared) => string][] = [
    ["Kicker", ({ kicker }) => kicker],
    ["Headline", ({ headline }) => headline],
    ["Standfirst", ({ standfirst }) => standfirst],
    ["Byline", ({ bylines }) => bylineLines(bylines, nameOf)],
    ["Text", ({ body }) => plainText(body)],
    ["Links", ({ body }) => addressesIn(body)],
    ["Pictures in the text", ({ body }) => picturesIn(body)],
    ["Description of the picture", ({ pictureAlt }) => pictureAlt],
    ["Caption of the picture", ({ pictureCaption }) => pictureCaption],
    ["Credit of the picture", ({ pictureCredit }) => pictureCredit],
    ["Title when shared", ({ socialTitle }) => socialTitle],
    ["Description when shared", ({ socialDescription }) => socialDescription],
    ["Language", ({ language }) => (language ? nameOfLanguage(language) : "As the publication")],
  ];
  const differences = parts.flatMap(([part, of]) => compareLine(part, of(before), of(after)));
  return [...differences, ...comparePictures(before.pictureId, after.pictureId)];
}

/** What is one thing in each line, and says nothing word by word. */
const inLines = new Set(["Byline", "Links", "Pictures in the text", "Language", "Section and address"]);

/** One part in words, where it differs. */
export function compareLine(part: string, before: string, after: string): Comparison {
  if (before === after) return [];
  const passages = inLines.has(part) ? linesOf(before, after) : passagesOf(before, after);
  return [{ part, passages: part === "Text" ? shorten(passages) : passages }];
}

function comparePictures(before: number | null, after: number | null): Comparison {
  if (before === after) return [];
  const passage: Passage =
    after === null
      ? { kind: "gone", text: "The picture at the head" }
      : { kind: "new", text: before === null ? "A picture at the head" : "Another picture at the head" };
  return [{ part: "Picture", passages: [passage] }];
}

const bylineLines = (bylines: Compared["bylines"], nameOf: (contributorId: number) => string) =>
  bylines
    .map(({ contributorId, affiliation }) => [nameOf(contributorId), affiliation].filter(Boolean).join(", "))
    .join("\n");

function addressesIn(body: Document): string {
  const addresses: string[] = [];
  for (const node of walk(body)) {
    if (node.type === "embed") addresses.push(node.attrs.href);
    if (node.type !== "text") continue;
    for (const mark of node.marks ?? []) if (mark.type === "link") addresses.push(mark.attrs.href);
  }
  return [...new Set(addresses)].join("\n");
}

function picturesIn(body: Document): string {
  const lines: string[] = [];
  for (const node of walk(body)) {
    if (node.type === "picture") lines.push([node.attrs.alt, node.attrs.credit].filter(Boolean).join(" · "));
  }
  return lines.join("\n");
}

const passagesOf = (before: string, after: string) => diffWordsWithSpace(before, after).map(passageOf);

function linesOf(before: string, after: string): Passage[] {
  const ended = (lines: string) => (lines === "" ? "" : `${lines}\n`);
  return diffLines(ended(before), ended(after)).map(passageOf);
}

const passageOf = ({ added, removed, value }: Change): Passage => ({
  kind: added ? "new" : removed ? "gone" : "same",
  text: value,
});

/** Leaves out what nobody changed, save the words around a change. */
function shorten(passages: Passage[]): Passage[] {
  return passages.map((passage, at) => {
    const { kind, text } = passage;
    if (kind !== "same" || text.length <= AROUND * 3) return passage;
    const head = at === 0 ? "" : text.slice(0, AROUND);
    const tail = at === passages.length - 1 ? "" : text.slice(-AROUND);
    return { kind, text: `${head} […] ${tail}` };
  });
}
