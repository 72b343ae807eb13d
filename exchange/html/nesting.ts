/** Elements that a parser closes by itself; a thousand of them unclosed are an old habit, not a deep tree. */
const CLOSES_ITSELF = new Set(
  "p li dt dd td th tr tbody thead tfoot option br img hr input meta link source track wbr col area base embed param".split(
    " ",
  ),
);

const DEEPEST = 1_000;

/**
 * Whether markup nests so deeply that building its tree would take time that grows with the square of its length. No
 * text was ever written so; some are made so.
 */
export function nestsTooDeeply(html: string): boolean {
  let depth = 0;
  for (const [, slash, name] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (!name || CLOSES_ITSELF.has(name.toLowerCase())) continue;
    depth = slash ? Math.max(0, depth - 1) : depth + 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

/** The text between tags, each tag a space; scripts and styles go whole. */
export const withoutMarkup = (html: string): string =>
  html.replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, " ").replace(/<\/?[a-z!][^>]*(?:>|$)/gi, " ");
