import { markupTokens } from "./tokens.ts";

/** Elements that a parser closes by itself; a thousand of them unclosed are an old habit, not a deep tree. */
const CLOSES_ITSELF = new Set(
  "p li dt dd td th tr tbody thead tfoot option br img hr input meta link source track wbr col area base embed param".split(
    " ",
  ),
);

const DEEPEST = 1_000;
const MOST_ATTRIBUTES = 1_000;
/** Characters: more than any article had, less than what a parser could be kept busy with for long. */
const LONGEST = 8_000_000;

/**
 * Whether markup is made so that building its tree takes time that grows with the square of its length: nested a thousand
 * deep, thousands of attributes on one tag. No text was ever written so; some are made so.
 */
export function isOutOfProportion(html: string): boolean {
  if (html.length > LONGEST) return true;
  let depth = 0;
  for (const token of markupTokens(html)) {
    if (token.kind !== "tag") continue;
    if (token.source.length > MOST_ATTRIBUTES && attributeCount(token.source) > MOST_ATTRIBUTES) return true;
    if (CLOSES_ITSELF.has(token.name)) continue;
    depth = token.closing ? Math.max(0, depth - 1) : depth + 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

const attributeCount = (tag: string): number =>
  tag.replace(/"[^"]*"|'[^']*'/g, " ").match(/[\s/]+[^\s/]/g)?.length ?? 0;

/** The text between tags, each tag a space; scripts and styles go whole. */
export function withoutMarkup(html: string): string {
  const parts: string[] = [];
  let until: string | undefined;
  for (const token of markupTokens(html)) {
    if (until !== undefined) {
      if (token.kind === "tag" && token.closing && token.name === until) until = undefined;
    } else if (token.kind === "text") parts.push(token.source);
    else if (token.kind === "tag" && !token.closing && (token.name === "script" || token.name === "style"))
      until = token.name;
    else parts.push(" ");
  }
  // What is left of tags that never end must not become tags of what is made from this.
  return parts.join("").replaceAll("<", "&lt;");
}
