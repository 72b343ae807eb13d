import { type Token, type TokenHandler, Tokenizer, TokenizerMode } from "parse5";

/** Elements whose content is text whatever it looks like (HTML standard, 13.2.5). */
const textElements: Readonly<Record<string, (typeof TokenizerMode)[keyof typeof TokenizerMode]>> = {
  title: TokenizerMode.RCDATA,
  textarea: TokenizerMode.RCDATA,
  style: TokenizerMode.RAWTEXT,
  iframe: TokenizerMode.RAWTEXT,
  noembed: TokenizerMode.RAWTEXT,
  noframes: TokenizerMode.RAWTEXT,
  script: TokenizerMode.SCRIPT_DATA,
};

const attribute = (tag: Token.TagToken, name: string) => tag.attrs.find((attr) => attr.name === name)?.value;

/** Data for search engines is a script element in name only. */
const isData = (tag: Token.TagToken) => attribute(tag, "type") === "application/ld+json";

const loadsScript = (tag: Token.TagToken) =>
  tag.tagName === "link" &&
  (attribute(tag, "rel") === "modulepreload" ||
    (attribute(tag, "rel") === "preload" && attribute(tag, "as") === "script"));

/** What only the framework's script in the browser would have read. */
const frameworkMeta = (tag: Token.TagToken) => tag.tagName === "meta" && attribute(tag, "name") === "next-size-adjust";

/** The style sheet that a link asks for, if it applies to every medium as it stands. */
const sheetOf = (tag: Token.TagToken): string | undefined =>
  tag.tagName === "link" && attribute(tag, "rel") === "stylesheet" && (attribute(tag, "media") ?? "all") === "all"
    ? attribute(tag, "href")
    : undefined;

/** What is taken out, and the name of the part that comes in its place, if one does. */
type Cut = { from: number; to: number; part?: string };

const scriptEnd = /<\/script[\s/>]/gi;

/** Reads a page token by token, and finds what readers' browsers have no use for and where the head ends. */
class Finisher implements TokenHandler {
  readonly cuts: Cut[] = [];
  /** Links to style sheets that the page can carry itself. */
  readonly sheets: string[] = [];
  headEnd = -1;
  /** The place of a part that began and has not ended, if one has. */
  #part: { from: number; part: string } | undefined;
  readonly #html: string;
  /** Where the tokenizer under way began to read, and where the next one shall. */
  #start = 0;
  #resumeAt = -1;
  readonly #isAtHand: (href: string) => boolean;
  #tokenizer: Tokenizer;
  /** Where the script under way began, or -1. */
  #script = -1;
  /** Where a hidden division began that has had no content so far, or -1. */
  #hidden = -1;

  constructor(html: string, isAtHand: (href: string) => boolean) {
    this.#html = html;
    this.#isAtHand = isAtHand;
    this.#tokenizer = this.#tokenizerFrom(0);
    while (this.#resumeAt >= 0) this.#tokenizer = this.#tokenizerFrom(this.#resumeAt);
  }

  #tokenizerFrom(start: number): Tokenizer {
    this.#start = start;
    this.#resumeAt = -1;
    this.#tokenizer = new Tokenizer({ sourceCodeLocationInfo: true }, this);
    this.#tokenizer.write(start === 0 ? this.#html : this.#html.slice(start), true);
    return this.#tokenizer;
  }

  /**
   * Half of what the framework sends is data in scripts, and all of it goes. A script ends at the next end tag of its
   * name (13.2.5.4) unless it has a comment's beginning in it (13.2.5.20): then it is read letter by letter.
   */
  #skipScript(from: number): void {
    scriptEnd.lastIndex = from;
    const end = scriptEnd.exec(this.#html)?.index ?? -1;
    if (end < 0 || this.#html.slice(from, end).includes("<!--")) return;
    this.#tokenizer.pause();
    this.#resumeAt = end;
  }

  onStartTag(tag: Token.TagToken): void {
    const place = this.#placeOf(tag);
    const mode = textElements[tag.tagName];
    if (mode !== undefined) this.#tokenizer.state = mode;
    if (!place) return;
    if (tag.tagName === "script" && !isData(tag)) {
      this.#script = place.from;
      this.#skipScript(place.to);
      return;
    }
    this.#hidden = -1;
    const part = tag.tagName === "template" ? attribute(tag, "data-part") : undefined;
    if (part !== undefined) this.#part = { from: place.from, part };
    const sheet = this.headEnd < 0 ? sheetOf(tag) : undefined;
    const isCarried = sheet !== undefined && this.#isAtHand(sheet);
    if (isCarried) this.sheets.push(sheet);
    if (isCarried || loadsScript(tag) || frameworkMeta(tag)) this.cuts.push(place);
    else if (tag.tagName === "div" && tag.attrs.length === 1 && tag.attrs[0]?.name === "hidden") {
      this.#hidden = place.from;
    }
  }

  onEndTag(tag: Token.TagToken): void {
    const place = this.#placeOf(tag);
    if (!place) return;
    if (tag.tagName === "script" && this.#script >= 0) {
      this.cuts.push({ from: this.#script, to: place.to });
      this.#script = -1;
      return;
    }
    if (tag.tagName === "template" && this.#part) {
      this.cuts.push({ ...this.#part, to: place.to });
      this.#part = undefined;
    }
    if (tag.tagName === "div" && this.#hidden >= 0) {
      while ((this.cuts.at(-1)?.from ?? -1) >= this.#hidden) this.cuts.pop();
      this.cuts.push({ from: this.#hidden, to: place.to });
    }
    this.#hidden = -1;
    if (tag.tagName === "head" && this.headEnd < 0) this.headEnd = place.from;
  }

  onComment(comment: Token.CommentToken): void {
    const place = this.#placeOf(comment);
    if (place) this.cuts.push(place);
  }

  #placeOf({ location }: Token.TagToken | Token.CommentToken): Cut | null {
    return location && { from: this.#start + location.startOffset, to: this.#start + location.endOffset };
  }

  onCharacter(): void {
    if (this.#script < 0) this.#hidden = -1;
  }

  onNullCharacter(): void {}
  onWhitespaceCharacter(): void {}
  onDoctype(): void {}

  onEof(): void {
    if (this.#script >= 0) this.cuts.push({ from: this.#script, to: this.#html.length });
  }
}

/** A finished page but for the parts that stand on other pages too. */
export type Finished = {
  /** What stands before the first part, between each and the next, and after the last. */
  pieces: string[];
  /** The parts in their order, by name. */
  parts: string[];
  /** The source by which a policy allows the styles that the page carries, where it does. */
  styles: string | undefined;
};

/** The style sheets of the build: by their address, and joined where a page carries several. */
export type Sheets = {
  has: (href: string) => boolean;
  joined: (hrefs: readonly string[]) => { element: string; source: string };
};

const noSheets: Sheets = {
  has: () => false,
  joined: () => ({ element: "", source: "" }),
};

/**
 * A page as readers get it: every script, script preload, comment and empty hidden division that the framework left is
 * gone, and `head` (markup of our own) stands at the end of the head. Style sheets at hand become part of the page, so
 * that it is drawn as soon as it is there. What is kept is kept byte for byte. The page is in pieces where it has places
 * for parts: `<template data-part="NAME"></template>`.
 */
export function finishHtml(html: string, head: string, sheets: Sheets = noSheets): Finished {
  const { cuts, headEnd, sheets: carried } = new Finisher(html, sheets.has);
  const styles = carried.length > 0 ? sheets.joined(carried) : undefined;
  const added = headEnd < 0 ? "" : (styles?.element ?? "") + head;
  const pieces: string[] = [];
  const parts: string[] = [];
  let piece = "";
  let at = 0;
  let isAdded = headEnd < 0;
  for (const { from, to, part } of [...cuts, { from: html.length, to: html.length, part: undefined }]) {
    if (!isAdded && from >= headEnd) {
      piece += html.slice(at, headEnd) + added;
      at = headEnd;
      isAdded = true;
    }
    piece += html.slice(at, from);
    at = to;
    if (part === undefined) continue;
    pieces.push(piece);
    parts.push(part);
    piece = "";
  }
  return { pieces: [...pieces, piece], parts, styles: styles?.source };
}

const contentStart = '<template data-part-content="">';

/**
 * What stands in a page made for one part alone: the content of its `<template data-part-content>`. Markup of that form
 * cannot come from anybody's words, which the framework escapes.
 */
export function contentOfPart(html: string): string {
  const { pieces } = finishHtml(html, "");
  const page = pieces.join("");
  const from = page.indexOf(contentStart);
  const to = page.lastIndexOf("</template>");
  if (from < 0 || to < from) throw new Error("A page made for a part has no content for it.");
  return page.slice(from + contentStart.length, to);
}
