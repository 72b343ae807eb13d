import type { Block, ListItem, Mark, Paragraph } from "#core/document";
import type { Conversion } from "./conversion.ts";
import {
  attribute,
  type Child,
  type Element,
  firstOf,
  hasClass,
  isElement,
  isText,
  lineOf,
  rawText,
} from "./elements.ts";
import { Flow } from "./flow.ts";
import { paragraphsOf } from "./words.ts";

/** A quotation with its source, where `<cite>` or a footer ends it. */
export function quotationOf(conversion: Conversion, element: Element, marks: readonly Mark[]): Block[] {
  const { rest, source } = apartFromSource(element);
  const content = conversion.blocksOf(rest, marks);
  if (content.length === 0) {
    return source === "" ? [] : [{ type: "paragraph", content: [{ type: "text", text: source }] }];
  }
  return [{ type: "blockquote", ...(source === "" ? {} : { attrs: { source } }), content }];
}

/** The children of a quotation without the source that ends it. A source of more than 500 characters is part of the text. */
function apartFromSource(element: Element): { rest: Child[]; source: string } {
  const rest = [...element.childNodes];
  const last = rest.findLastIndex((node) => isElement(node) || (isText(node) && node.value.trim() !== ""));
  const node = rest[last];
  if (!node || !isElement(node)) return { rest, source: "" };
  const isSource =
    node.tagName === "cite" ||
    node.tagName === "footer" ||
    (node.tagName === "p" && holdsOnlyCite(node) && element.childNodes.filter(isElement).length > 1);
  const source = isSource ? lineOf(node).replace(/^[—–]\s*/, "") : "";
  if (source === "" || source.length > 500 || firstOf(node, "img", "figure")) return { rest, source: "" };
  rest.splice(last, 1);
  return { rest, source };
}

const holdsOnlyCite = (element: Element): boolean =>
  element.childNodes.every((node) =>
    isElement(node) ? node.tagName === "cite" : !isText(node) || node.value.trim() === "",
  );

/** A pull quote holds words alone; pictures in one stand after it. */
export function pullQuoteOf(conversion: Conversion, element: Element, marks: readonly Mark[]): Block[] {
  const blocks = conversion.blocksOf(element.childNodes, marks);
  const paragraphs = paragraphsOf(
    blocks.flatMap((block) => (block.type === "blockquote" ? withSource(block) : [block])),
  );
  const pictures = blocks.filter(({ type }) => type === "picture");
  return paragraphs.length > 0 ? [{ type: "pullQuote", content: paragraphs }, ...pictures] : pictures;
}

const withSource = (block: Extract<Block, { type: "blockquote" }>): Block[] => [
  ...block.content,
  ...(block.attrs
    ? [{ type: "paragraph", content: [{ type: "text", text: block.attrs.source }] } satisfies Paragraph]
    : []),
];

/** A list. What stands in it outside of any item, as a nested list often does, belongs to the item before. */
export function listOf(conversion: Conversion, element: Element, marks: readonly Mark[]): Block[] {
  const items: ListItem[] = [];
  for (const node of element.childNodes) {
    const isItem = isElement(node) && node.tagName === "li";
    const content = conversion.blocksOf(isItem ? node.childNodes : [node], marks);
    if (content.length === 0) continue;
    const before = items.at(-1);
    if (isItem || !before) items.push({ type: "listItem", content });
    else before.content.push(...content);
  }
  if (items.length === 0) return [];
  if (element.tagName !== "ol") return [{ type: "bulletList", content: items }];
  const start = Number.parseInt(attribute(element, "start"), 10);
  const attrs = Number.isSafeInteger(start) && start !== 1 ? { attrs: { start } } : {};
  return [{ type: "orderedList", ...attrs, content: items }];
}

/** Terms and what is said of them: bodies have no such list, so terms become bold paragraphs. */
export function definitionsOf(conversion: Conversion, element: Element, marks: readonly Mark[]): Block[] {
  return element.childNodes.flatMap((node) => {
    const isTerm = isElement(node) && node.tagName === "dt" && !marks.some(({ type }) => type === "bold");
    return conversion.blocksOf([node], isTerm ? [...marks, { type: "bold" }] : marks);
  });
}

/** Preformatted text, to the character. Verse keeps its lines and is set as text. */
export function codeOf(conversion: Conversion, element: Element, marks: readonly Mark[]): Block[] {
  if (hasClass(element, "wp-block-verse")) {
    const flow = new Flow();
    readVerse(conversion, element.childNodes, marks, flow);
    flow.end();
    return flow.blocks;
  }
  const text = rawText(element).replace(/\r\n?/g, "\n").replace(/\n$/, "");
  if (text.trim() === "") return [];
  const classes = `${attribute(element, "class")} ${attribute(firstOf(element, "code") ?? element, "class")}`;
  const language = /\b(?:language|lang|brush:)-?\s*([\w+#-]{1,40})/.exec(classes)?.[1];
  return [{ type: "codeBlock", ...(language ? { attrs: { language } } : {}), content: [{ type: "text", text }] }];
}

function readVerse(conversion: Conversion, nodes: readonly Child[], marks: readonly Mark[], flow: Flow): void {
  for (const node of nodes) {
    if (!isText(node)) {
      conversion.read([node], marks, flow);
      continue;
    }
    node.value.split("\n").forEach((line, index) => {
      if (index > 0) flow.line.break();
      flow.line.text(line, marks);
    });
  }
}
