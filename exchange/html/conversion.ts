import { parseFragment } from "parse5";
import type { Block, Inline, Mark } from "#core/document";
import type { HtmlOptions } from "../html-document.ts";
import { linkAddress } from "./addresses.ts";
import { attribute, type Child, type Element, hasClass, isElement, isText, lineOf, rawText } from "./elements.ts";
import { backgroundOf, coverBlocks, figureBlocks, imageBlocks, isFigure, playerBlocks } from "./figures.ts";
import { Flow } from "./flow.ts";
import { type Footnotes, isBackLink, referenceOf } from "./footnotes.ts";
import { marksWithin } from "./marks.ts";
import { codeOf, definitionsOf, listOf, pullQuoteOf, quotationOf } from "./passages.ts";
import { tableOf } from "./tables.ts";
import type { Tally } from "./tally.ts";
import { withoutBold, wordsOf } from "./words.ts";

const DEEPEST = 200;

/** Elements without words that a body could hold, and what they are called when they are left out. */
const LEFT_OUT: Readonly<Record<string, "script" | "style" | "field" | "drawing" | undefined>> = {
  script: "script",
  style: "style",
  input: "field",
  button: "field",
  select: "field",
  textarea: "field",
  svg: "drawing",
  canvas: "drawing",
};
const WITHOUT_WORDS = new Set(
  "template title head meta link base param source track map area col colgroup datalist".split(" "),
);

const BLOCKS = new Set(
  (
    "address article aside body center dd details dialog dir div dl dt fieldset footer form header hgroup html legend li " +
    "main menu nav noscript optgroup option p search section summary tbody td tfoot th thead tr"
  ).split(" "),
);

/** One reading of one text. */
export class Conversion {
  readonly options: HtmlOptions;
  readonly tally: Tally;
  #footnotes: Footnotes;
  #depth = 0;

  constructor(options: HtmlOptions, tally: Tally, footnotes: Footnotes) {
    this.options = options;
    this.tally = tally;
    this.#footnotes = footnotes;
  }

  blocksOf(nodes: readonly Child[], marks: readonly Mark[] = []): Block[] {
    const flow = new Flow();
    this.read(nodes, marks, flow);
    flow.end();
    return flow.blocks;
  }

  read(nodes: readonly Child[], marks: readonly Mark[], flow: Flow): void {
    if (this.#depth >= DEEPEST) {
      this.tally.add("depth");
      for (const node of nodes) flow.line.text(isText(node) ? node.value : isElement(node) ? rawText(node) : "", marks);
      return;
    }
    this.#depth += 1;
    for (const node of nodes) {
      if (isText(node)) flow.line.text(node.value, marks);
      else if (isElement(node) && !this.#footnotes.read.has(node)) this.#element(node, marks, flow);
    }
    this.#depth -= 1;
  }

  #element(element: Element, marks: readonly Mark[], flow: Flow): void {
    const tag = element.tagName;
    if (element.attrs.some(({ name }) => name.startsWith("on"))) this.tally.add("handler");
    const leftOut = LEFT_OUT[tag];
    if (leftOut) {
      this.#leaveOut(element, leftOut);
      return;
    }
    if (WITHOUT_WORDS.has(tag)) return;
    if (
      /display\s*:\s*none/i.test(attribute(element, "style")) ||
      element.attrs.some(({ name }) => name === "hidden")
    ) {
      const words = lineOf(element);
      if (words !== "") this.tally.add("hidden", words);
      return;
    }
    if (this.#footnote(element, flow)) return;
    const blocks = this.#structure(element, marks);
    if (blocks) {
      flow.put(...blocks);
      return;
    }
    if (BLOCKS.has(tag)) {
      flow.end();
      this.read(element.childNodes, marks, flow);
      flow.end();
      return;
    }
    this.#inline(element, marks, flow);
  }

  #leaveOut(element: Element, kind: "script" | "style" | "field" | "drawing"): void {
    const type = attribute(element, "type");
    if (element.tagName === "input" && type === "hidden") return;
    this.tally.add(kind, kind === "field" ? lineOf(element) || attribute(element, "value") : "");
  }

  /** The blocks of an element that is a block of its own kind. */
  #structure(element: Element, marks: readonly Mark[]): Block[] | undefined {
    if (hasClass(element, "pull-quote", "pullquote", "wp-block-pullquote")) return pullQuoteOf(this, element, marks);
    if (isFigure(element)) return figureBlocks(this, element, marks);
    if (hasClass(element, "wp-block-cover") && backgroundOf(element)) return coverBlocks(this, element, marks);
    switch (element.tagName) {
      case "h1":
      case "h2":
      case "h3":
      case "h4":
      case "h5":
      case "h6":
        return this.#heading(element, Number(element.tagName[1]));
      case "hr":
        return [{ type: "horizontalRule" }];
      case "img":
      case "image":
        return hasClass(element, "emoji", "wp-smiley") ? undefined : imageBlocks(this, element, marks);
      case "iframe":
      case "video":
      case "audio":
      case "embed":
      case "object":
        return playerBlocks(this, element);
      case "blockquote":
        return quotationOf(this, element, marks);
      case "ul":
      case "ol":
      case "menu":
      case "dir":
        return listOf(this, element, marks);
      case "dl":
        return definitionsOf(this, element, marks);
      case "table":
        return tableOf(this, element, marks);
      case "pre":
      case "xmp":
      case "listing":
        return codeOf(this, element, marks);
      default:
        return undefined;
    }
  }

  #heading(element: Element, level: number): Block[] {
    const content: Inline[] = [];
    const others: Block[] = [];
    for (const block of this.blocksOf(element.childNodes)) {
      if (block.type !== "paragraph") others.push(block);
      else {
        if (content.length > 0) content.push({ type: "hardBreak" });
        content.push(...(block.content ?? []));
      }
    }
    if (content.length === 0) return others;
    const attrs = { level: Math.min(4, Math.max(2, level)) };
    return [{ type: "heading", attrs, content: withoutBold(content) }, ...others];
  }

  #inline(element: Element, marks: readonly Mark[], flow: Flow): void {
    switch (element.tagName) {
      case "br":
        flow.line.break();
        break;
      case "wbr":
      case "rp":
        break;
      case "img":
        // A smiley was letters once.
        flow.line.text(attribute(element, "alt"), marks);
        break;
      case "q":
        this.#between("“", "”", element, marks, flow);
        break;
      case "rt":
        this.#between("(", ")", element, marks, flow);
        break;
      case "a":
        if (!isBackLink(element)) this.read(element.childNodes, this.#linked(element, marks), flow);
        break;
      default:
        this.read(element.childNodes, marksWithin(element, marks), flow);
    }
  }

  #between(opening: string, closing: string, element: Element, marks: readonly Mark[], flow: Flow): void {
    flow.line.text(opening, marks);
    this.read(element.childNodes, marks, flow);
    flow.line.text(closing, marks);
  }

  #linked(element: Element, marks: readonly Mark[]): readonly Mark[] {
    const given = attribute(element, "href").trim();
    const href = linkAddress(given, this.options.base);
    if (href) return [...marks.filter(({ type }) => type !== "link"), { type: "link", attrs: { href } }];
    if (given !== "") this.tally.add("link", given);
    return marks;
  }

  /** A note whose text stands here, or a reference to one that stands at the foot. True when the element was one. */
  #footnote(element: Element, flow: Flow): boolean {
    if (hasClass(element, "footnote") && element.tagName === "span") {
      this.#putFootnote(element.childNodes, flow);
      return true;
    }
    const name = referenceOf(element);
    if (!name) return false;
    const apart = this.options.footnotes?.get(name);
    const note = this.#footnotes.notes.get(name);
    if (apart !== undefined) this.#putFootnote(parseFragment(apart, { scriptingEnabled: false }).childNodes, flow);
    else if (note) this.#putFootnote(note.childNodes, flow);
    return apart !== undefined || note !== undefined;
  }

  #putFootnote(nodes: readonly Child[], flow: Flow): void {
    const content = wordsOf(this.blocksOf(nodes.filter((node) => !(isElement(node) && referenceOf(node)))));
    if (content.length > 0) flow.line.footnote(content);
  }
}
