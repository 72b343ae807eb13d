import { type Handler, Parser } from "htmlparser2";

type Attributes = Readonly<Record<string, string>>;

/** Data for search engines is a script element in name only. */
const isData = (attributes: Attributes) => attributes.type === "application/ld+json";

const loadsScript = (name: string, { rel, as }: Attributes) =>
  name === "link" && (rel === "modulepreload" || (rel === "preload" && as === "script"));

/** What only the framework's script in the browser would have read. */
const frameworkMeta = (name: string, attributes: Attributes) =>
  name === "meta" && attributes.name === "next-size-adjust";

/** The style sheet that a link asks for, if it applies to every medium as it stands. */
const sheetOf = (name: string, { rel, media = "all", href }: Attributes): string | undefined =>
  name === "link" && rel === "stylesheet" && media === "all" ? href : undefined;

/** In such a one the framework keeps what has yet to find its place: nothing, once a page is complete. */
const isHiddenDivision = (name: string, attributes: Attributes) =>
  name === "div" && attributes.hidden !== undefined && Object.keys(attributes).length === 1;

const isFirstPicture = (name: string, attributes: Attributes) => name === "img" && attributes.fetchpriority === "high";

/** What is taken out, and what comes in its place: a part, by its name, or what is added to the head or the body. */
type Cut = { from: number; to: number; part?: string; added?: "head" | "body" };

/** Reads a page once, and finds what readers' browsers have no use for and where something is added. */
class Finisher implements Partial<Handler> {
  readonly cuts: Cut[] = [];
  /** Links to style sheets that the page can carry itself. */
  readonly sheets: string[] = [];
  /** Whether a picture is what is largest on the first screen. */
  hasFirstPicture = false;
  #isInHead = true;
  readonly #isAtHand: (href: string) => boolean;
  readonly #parser: Parser;
  /** Where the script under way began, or -1. */
  #script = -1;
  /** Where a hidden division began that has had no content so far, or -1. */
  #hidden = -1;
  /** The place of a part that began and has not ended, if one has. */
  #part: { from: number; part: string } | undefined;

  constructor(html: string, isAtHand: (href: string) => boolean) {
    this.#isAtHand = isAtHand;
    this.#parser = new Parser(this);
    this.#parser.end(html);
    if (this.#script >= 0) this.cuts.push({ from: this.#script, to: html.length });
  }

  onopentag(name: string, attributes: Attributes, isImplied: boolean): void {
    if (isImplied) return;
    if (name === "script" && !isData(attributes)) {
      this.#script = this.#parser.startIndex;
      return;
    }
    const place = this.#place();
    this.#hidden = isHiddenDivision(name, attributes) ? place.from : -1;
    const part = name === "template" ? attributes["data-part"] : undefined;
    if (part !== undefined) this.#part = { from: place.from, part };
    if (isFirstPicture(name, attributes)) this.hasFirstPicture = true;
    if (name === "body") this.cuts.push({ from: place.to, to: place.to, added: "body" });
    const sheet = this.#isInHead ? sheetOf(name, attributes) : undefined;
    const isCarried = sheet !== undefined && this.#isAtHand(sheet);
    if (isCarried) this.sheets.push(sheet);
    if (isCarried || loadsScript(name, attributes) || frameworkMeta(name, attributes)) this.cuts.push(place);
  }

  onclosetag(name: string, isImplied: boolean): void {
    if (isImplied) return;
    const { from, to } = this.#place();
    if (name === "script" && this.#script >= 0) {
      this.cuts.push({ from: this.#script, to });
      this.#script = -1;
      return;
    }
    if (name === "template" && this.#part) {
      this.cuts.push({ ...this.#part, to });
      this.#part = undefined;
    }
    if (name === "div" && this.#hidden >= 0) {
      while ((this.cuts.at(-1)?.from ?? -1) > this.#hidden) this.cuts.pop();
      this.cuts.push({ from: this.#hidden, to });
    }
    this.#hidden = -1;
    if (name === "head" && this.#isInHead) {
      this.cuts.push({ from, to: from, added: "head" });
      this.#isInHead = false;
    }
  }

  ontext(): void {
    if (this.#script < 0) this.#hidden = -1;
  }

  oncomment(): void {
    this.cuts.push(this.#place());
  }

  /** Where what was read last stands. */
  #place(): Cut {
    return { from: this.#parser.startIndex, to: this.#parser.endIndex + 1 };
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
  joined: (hrefs: readonly string[]) => JoinedSheets;
};

/** `fonts` asks for those that the styles name before the browser has read them, `source` is the policy's word for them. */
export type JoinedSheets = { element: string; fonts: string; source: string };

const noSheets: Sheets = {
  has: () => false,
  joined: () => ({ element: "", fonts: "", source: "" }),
};

/**
 * A page as readers get it: every script, script preload, comment and empty hidden division that the framework left is
 * gone, and `head` (markup of our own) stands at the end of the head. Style sheets at hand become part of the page, so
 * that it is drawn as soon as it is there. What is kept is kept byte for byte. The page is in pieces where it has places
 * for parts: `<template data-part="NAME"></template>`.
 */
export function finishHtml(html: string, head: string, sheets: Sheets = noSheets): Finished {
  const { cuts, sheets: carried, hasFirstPicture } = new Finisher(html, sheets.has);
  const styles = carried.length > 0 ? sheets.joined(carried) : undefined;
  const added = {
    head: (styles?.element ?? "") + head,
    // Not in the head: there Chromium would hold text back for them. On a slow line the first picture goes before them.
    body: hasFirstPicture ? "" : (styles?.fonts ?? ""),
  };
  const pieces: string[] = [];
  const parts: string[] = [];
  let piece = "";
  let at = 0;
  for (const cut of cuts) {
    piece += html.slice(at, cut.from);
    at = cut.to;
    if (cut.added) piece += added[cut.added];
    if (cut.part === undefined) continue;
    pieces.push(piece);
    parts.push(cut.part);
    piece = "";
  }
  return { pieces: [...pieces, piece + html.slice(at)], parts, styles: styles?.source };
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
