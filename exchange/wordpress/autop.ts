import { markupTokens } from "../html/tokens.ts";

/** Tags that begin and end a block in classic text. */
const BLOCK =
  /^(?:table|thead|tfoot|caption|colgroup|tbody|tr|td|th|div|dl|dd|dt|ul|ol|li|pre|form|map|area|blockquote|address|style|p|h[1-6]|hr|fieldset|legend|section|article|aside|hgroup|header|footer|nav|figure|figcaption|details|menu|summary|script|center)$/i;

/** Blocks whose words are one line: a blank line in them begins nothing new. */
const ONE_LINE = /^(?:p|h[1-6]|dt|figcaption|caption|legend|summary)$/i;

/** Deeper blocks are not kept account of: the search for who closes whom stays short. */
const DEEPEST = 200;

/** What is never looked into. */
const AS_IT_STANDS = /^(?:pre|script|style|textarea|svg)$/i;

/**
 * Classic text of WordPress as HTML: there a blank line begins a paragraph and the end of a line is a line break, unless
 * markup says otherwise. An address alone on its line stands by itself, since WordPress embeds it.
 */
export function paragraphsFromClassic(text: string): string {
  const out: string[] = [];
  const open: string[] = [];
  let words = "";
  let until: string | undefined;
  const flush = () => {
    out.push(ONE_LINE.test(open.at(-1) ?? "") ? withBreaks(words.trim()) : paragraphs(words));
    words = "";
  };
  for (const token of markupTokens(text.replace(/\r\n?/g, "\n"))) {
    const isTag = token.kind === "tag";
    if (until) {
      out.push(token.source);
      if (isTag && token.closing && token.name === until) until = undefined;
    } else if (token.kind === "comment") {
      words += "\n\n";
    } else if (isTag && !token.closing && AS_IT_STANDS.test(token.name)) {
      flush();
      out.push(token.source);
      until = token.name;
    } else if (isTag && BLOCK.test(token.name)) {
      flush();
      out.push(token.source);
      noteBlock(open, token);
    } else {
      words += token.source;
    }
  }
  flush();
  return out.join("");
}

function noteBlock(open: string[], { name, closing }: { name: string; closing: boolean }): void {
  if (!closing) {
    if (name !== "hr" && name !== "area" && open.length < DEEPEST) open.push(name);
    return;
  }
  const at = open.lastIndexOf(name);
  if (at >= 0) open.length = at;
}

function paragraphs(words: string): string {
  return words
    .replace(/^[ \t]*(https?:\/\/[^\s<>"]+)[ \t]*$/gim, "\n\n$1\n\n")
    .split(/\n[ \t]*\n\s*/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "")
    .map((paragraph) => `<p>${withBreaks(paragraph)}</p>`)
    .join("\n");
}

const withBreaks = (paragraph: string): string => paragraph.replace(/(?<!<br\s*\/?>)\n/gi, "<br>\n");
