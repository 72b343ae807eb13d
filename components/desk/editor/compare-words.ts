import { diffWordsWithSpace } from "diff";
import { plainText } from "#core/document";
import type { Draft } from "#core/draft";

/** A run of words that both texts have, or only one of them. */
export type Passage = { kind: "same" | "gone" | "new"; text: string };

export type Comparison = { part: "Kicker" | "Headline" | "Standfirst" | "Text" | "Byline"; passages: Passage[] }[];

/** Words enough around a change to know where it stands. */
const AROUND = 120;

type Compared = Pick<Draft, "kicker" | "headline" | "standfirst" | "body">;

/** What a reader would find different between two texts of an article, in words, part by part; equal parts are left out. */
export function compareWords(before: Compared, after: Compared): Comparison {
  const parts = [
    ["Kicker", before.kicker, after.kicker],
    ["Headline", before.headline, after.headline],
    ["Standfirst", before.standfirst, after.standfirst],
    ["Text", plainText(before.body), plainText(after.body)],
  ] as const;
  return parts.flatMap(([part, old, now]) =>
    old === now ? [] : [{ part, passages: part === "Text" ? shorten(passagesOf(old, now)) : passagesOf(old, now) }],
  );
}

function passagesOf(before: string, after: string): Passage[] {
  return diffWordsWithSpace(before, after).map(({ added, removed, value }) => ({
    kind: added ? "new" : removed ? "gone" : "same",
    text: value,
  }));
}

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
