/**
 * What a remark in the report of an import says of many things alike, without what differs from thing to thing:
 * "18 pictures (a.jpg and others): a card leads to where each was" is "pictures: a card leads to where each was".
 */
export const reasonInGeneral = (why: string): string =>
  why
    .replace(/^(byline taken from the text): .*$/, "$1")
    .replace(/\s*\((?:[^()]|\([^()]*\))*\)/g, "")
    .replace(/^\d+ ([a-z]+?)s?\b/, "$1s")
    .replace(/: \d[\d, ]*$/, "");

/** Kinds of things in the order in which an editor asks after them. What is not among them has no place here. */
const KINDS = [
  "articles",
  "pages",
  "comments",
  "pictures",
  "contributors",
  "sections",
  "topics",
  "former addresses",
] as const;

/** The counts of a report in that order. */
export function kindsInOrder<Numbers>(counts: Readonly<Record<string, Numbers>>): [kind: string, numbers: Numbers][] {
  const place = (kind: string) => (KINDS as readonly string[]).indexOf(kind) + 1 || KINDS.length + 1;
  return Object.entries(counts).sort(([one], [other]) => place(one) - place(other));
}
