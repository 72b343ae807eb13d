import { markupTokens } from "../html/tokens.ts";
import { paragraphsFromClassic } from "./autop.ts";
import { expandShortcodes, type Shelf } from "./shortcodes.ts";
import type { Unknown } from "./unknown.ts";

export type Content = {
  html: string;
  unknown: Unknown[];
};

export type ContentPlace = {
  postId: string;
  shelf: Shelf;
  /** The text of a reusable block. */
  reusable: (id: string) => string | undefined;
};

const BLOCK_COMMENT = /^<!--\s*(\/?)wp:([a-z][a-z0-9_/-]*)(\s+\{[\s\S]*\})?\s*(\/?)-->$/;

/** Blocks that have neither words nor pictures. */
const LAYOUT = /^(?:more|nextpage|separator|spacer|footnotes)$/;

/** The text of a post as plain HTML: blocks opened, classic text given its paragraphs, shortcodes turned into markup. */
export function htmlFromContent(content: string, place: ContentPlace): Content {
  const unknown: Unknown[] = [];
  const isBlocks = content.includes("<!-- wp:");
  const text = isBlocks ? openBlocks(content, place, unknown) : classic(content, place, unknown);
  return { html: text, unknown };
}

/** Shortcodes are not looked for in code, which shows them. */
function shortcodes(text: string, place: ContentPlace, unknown: Unknown[]): string {
  if (!text.includes("[")) return text;
  const parts: string[] = [];
  let words = "";
  let code: string | undefined;
  const flush = () => {
    const expanded = expandShortcodes(words, place);
    unknown.push(...expanded.unknown);
    parts.push(expanded.html);
    words = "";
  };
  for (const token of markupTokens(text)) {
    if (token.kind === "tag" && !code && !token.closing && (token.name === "pre" || token.name === "code")) {
      flush();
      code = token.name;
    }
    if (code) parts.push(token.source);
    else words += token.source;
    if (token.kind === "tag" && token.closing && token.name === code) code = undefined;
  }
  flush();
  return parts.join("");
}

const classic = (text: string, place: ContentPlace, unknown: Unknown[]): string =>
  paragraphsFromClassic(shortcodes(text, place, unknown));

/**
 * Blocks carry their HTML between comments. Between blocks, and in classic blocks, stands classic text. A block without
 * HTML of its own is filled by WordPress when the page is shown: it is named in `unknown`.
 */
function openBlocks(content: string, place: ContentPlace, unknown: Unknown[], depthOfReuse = 0): string {
  const parts: string[] = [];
  const open: string[] = [];
  let done = 0;
  const take = (end: number) => {
    const text = content.slice(done, end);
    const inside = open.at(-1);
    if (inside === undefined || inside === "freeform" || inside === "core/freeform")
      parts.push(classic(text, place, unknown));
    else parts.push(shortcodes(text, place, unknown));
  };
  let next = 0;
  for (const token of markupTokens(content)) {
    const at = next;
    next += token.source.length;
    const block = token.kind === "comment" ? BLOCK_COMMENT.exec(token.source) : null;
    if (!block) continue;
    const [, closing, fullName = "", attributes = "", selfClosing] = block;
    take(at);
    done = next;
    const name = fullName.replace(/^core\//, "");
    if (closing) {
      const at = open.lastIndexOf(fullName);
      if (at >= 0) open.length = at;
    } else if (!selfClosing) {
      open.push(fullName);
    } else {
      const reused = name === "block" ? place.reusable(/"ref"\s*:\s*(\d+)/.exec(attributes)?.[1] ?? "") : undefined;
      if (reused !== undefined && depthOfReuse < 3) parts.push(openBlocks(reused, place, unknown, depthOfReuse + 1));
      else if (!LAYOUT.test(name)) unknown.push({ kind: "block", name: fullName });
    }
  }
  take(content.length);
  return parts.join("\n");
}
