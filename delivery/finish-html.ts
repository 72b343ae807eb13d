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

type Cut = { from: number; to: number };

/** Reads a page token by token, and finds what readers' browsers have no use for and where the head ends. */
class Finisher implements TokenHandler {
  readonly cuts: Cut[] = [];
  headEnd = -1;
  readonly #tokenizer: Tokenizer;
  /** Where the script under way began, or -1. */
  #script = -1;
  /** Where a hidden division began that has had no content so far, or -1. */
  #hidden = -1;

  constructor(html: string) {
    this.#tokenizer = new Tokenizer({ sourceCodeLocationInfo: true }, this);
    this.#tokenizer.write(html, true);
  }

  onStartTag(tag: Token.TagToken): void {
    const place = tag.location;
    const mode = textElements[tag.tagName];
    if (mode !== undefined) this.#tokenizer.state = mode;
    if (!place) return;
    if (tag.tagName === "script" && !isData(tag)) {
      this.#script = place.startOffset;
      return;
    }
    this.#hidden = -1;
    if (loadsScript(tag) || frameworkMeta(tag)) this.cuts.push({ from: place.startOffset, to: place.endOffset });
    else if (tag.tagName === "div" && tag.attrs.length === 1 && tag.attrs[0]?.name === "hidden") {
      this.#hidden = place.startOffset;
    }
  }

  onEndTag(tag: Token.TagToken): void {
    const place = tag.location;
    if (!place) return;
    if (tag.tagName === "script" && this.#script >= 0) {
      this.cuts.push({ from: this.#script, to: place.endOffset });
      this.#script = -1;
      return;
    }
    if (tag.tagName === "div" && this.#hidden >= 0) {
      while ((this.cuts.at(-1)?.from ?? -1) >= this.#hidden) this.cuts.pop();
      this.cuts.push({ from: this.#hidden, to: place.endOffset });
    }
    this.#hidden = -1;
    if (tag.tagName === "head" && this.headEnd < 0) this.headEnd = place.startOffset;
  }

  onComment(comment: Token.CommentToken): void {
    if (comment.location) this.cuts.push({ from: comment.location.startOffset, to: comment.location.endOffset });
  }

  onCharacter(): void {
    if (this.#script < 0) this.#hidden = -1;
  }

  onNullCharacter(): void {}
  onWhitespaceCharacter(): void {}
  onDoctype(): void {}

  onEof(end: Token.EOFToken): void {
    if (this.#script >= 0) this.cuts.push({ from: this.#script, to: end.location?.endOffset ?? this.#script });
  }
}

/**
 * A page as readers get it: every script, script preload, comment and empty hidden division that the framework left is
 * gone, and `head` (markup of our own) stands at the end of the head. What is kept is kept byte for byte.
 */
export function finishHtml(html: string, head: string): string {
  const { cuts, headEnd } = new Finisher(html);
  let finished = "";
  let at = 0;
  let added = headEnd < 0;
  for (const { from, to } of cuts) {
    if (!added && from >= headEnd) {
      finished += html.slice(at, headEnd) + head;
      at = headEnd;
      added = true;
    }
    finished += html.slice(at, from);
    at = to;
  }
  if (!added) {
    finished += html.slice(at, headEnd) + head;
    at = headEnd;
  }
  return finished + html.slice(at);
}
