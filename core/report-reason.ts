/**
 * What a remark in the report of an import says of many things alike, without what differs from thing to thing:
 * "18 pictures (a.jpg and others): a card leads to where each was" is "pictures: a card leads to where each was".
 */
export const reasonInGeneral = (why: string): string =>
  why
    .replace(/^(byline taken from the text): .*$/, "$1")
    .replace(/\s*\([^)]*\)/g, "")
    .replace(/^\d+ ([a-z]+?)s?\b/, "$1s")
    .replace(/: \d[\d, ]*$/, "");
