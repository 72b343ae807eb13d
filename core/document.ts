import { z } from "zod";

/**
 * The body of an article: ProseMirror JSON, and the one description of what a body may hold. Importers convert into it,
 * the editor edits it, components render it node by node. Anything that is not in this schema cannot reach a reader.
 */

/** Addresses a link may lead to. `javascript:`, `data:` and everything else unlisted is refused. */
export function isSafeHref(href: string): boolean {
  if (/^[#/](?!\/)/.test(href)) return true;
  try {
    return ["http:", "https:", "mailto:", "tel:"].includes(new URL(href).protocol);
  } catch {
    return false;
  }
}

const href = z.string().max(2_000).refine(isSafeHref, "A link leads to an http, https, mailto or tel address.");

const mark = z.discriminatedUnion("type", [
  z.object({ type: z.literal("bold") }),
  z.object({ type: z.literal("italic") }),
  z.object({ type: z.literal("strike") }),
  z.object({ type: z.literal("code") }),
  z.object({ type: z.literal("subscript") }),
  z.object({ type: z.literal("superscript") }),
  z.object({ type: z.literal("link"), attrs: z.object({ href }) }),
]);

const text = z.object({ type: z.literal("text"), text: z.string().min(1), marks: z.array(mark).optional() });
const hardBreak = z.object({ type: z.literal("hardBreak") });
/** A note at the foot of the article; its text stands at the place that refers to it, so the two cannot part. */
const footnote = z.object({ type: z.literal("footnote"), content: z.array(text).optional() });
const inline = z.discriminatedUnion("type", [text, hardBreak, footnote]);

const paragraph = z.object({ type: z.literal("paragraph"), content: z.array(inline).optional() });
const heading = z.object({
  type: z.literal("heading"),
  /** 2 to 4: the headline is the page's only first-level heading. */
  attrs: z.object({ level: z.number().int().min(2).max(4) }),
  content: z.array(inline).optional(),
});
const horizontalRule = z.object({ type: z.literal("horizontalRule") });
const codeBlock = z.object({
  type: z.literal("codeBlock"),
  attrs: z.object({ language: z.string().max(40).nullish() }).optional(),
  content: z.array(text).optional(),
});
const pullQuote = z.object({ type: z.literal("pullQuote"), content: z.array(paragraph).min(1) });
const picture = z.object({
  type: z.literal("picture"),
  attrs: z.object({
    mediaId: z.number().int().positive(),
    alt: z.string().max(2_000),
    caption: z.string().max(2_000),
    credit: z.string().max(500),
  }),
});
/** A link to something elsewhere, shown as a card. Nothing is loaded from there until a reader follows it. */
const embed = z.object({
  type: z.literal("embed"),
  attrs: z.object({
    href: href.refine((address) => /^https?:/.test(address), "An embed leads to a web address."),
    title: z.string().max(500),
    description: z.string().max(1_000).optional(),
  }),
});

const listItem = z.object({
  type: z.literal("listItem"),
  get content() {
    return z.array(block).min(1);
  },
});
const bulletList = z.object({ type: z.literal("bulletList"), content: z.array(listItem).min(1) });
const orderedList = z.object({
  type: z.literal("orderedList"),
  attrs: z.object({ start: z.number().int() }).optional(),
  content: z.array(listItem).min(1),
});
const blockquote = z.object({
  type: z.literal("blockquote"),
  attrs: z.object({ source: z.string().max(500) }).optional(),
  get content() {
    return z.array(block).min(1);
  },
});
const cellAttributes = z.object({
  colspan: z.number().int().min(1).max(100).optional(),
  rowspan: z.number().int().min(1).max(100).optional(),
  colwidth: z.array(z.number()).nullish(),
});
const tableCell = z.object({
  type: z.literal("tableCell"),
  attrs: cellAttributes.optional(),
  get content() {
    return z.array(block).min(1);
  },
});
const tableHeader = z.object({
  type: z.literal("tableHeader"),
  attrs: cellAttributes.optional(),
  get content() {
    return z.array(block).min(1);
  },
});
const tableRow = z.object({
  type: z.literal("tableRow"),
  content: z.array(z.discriminatedUnion("type", [tableCell, tableHeader])).min(1),
});
const table = z.object({
  type: z.literal("table"),
  attrs: z.object({ caption: z.string().max(500) }).optional(),
  content: z.array(tableRow).min(1),
});

const block: z.ZodType<Block> = z.lazy(() =>
  z.discriminatedUnion("type", [
    paragraph,
    heading,
    bulletList,
    orderedList,
    blockquote,
    pullQuote,
    picture,
    embed,
    table,
    codeBlock,
    horizontalRule,
  ]),
);

export const documentSchema = z.object({ type: z.literal("doc"), content: z.array(block) });

export type Mark = z.infer<typeof mark>;
export type TextNode = z.infer<typeof text>;
export type Inline = z.infer<typeof inline>;
export type Footnote = z.infer<typeof footnote>;
export type Paragraph = z.infer<typeof paragraph>;
export type Heading = z.infer<typeof heading>;
export type Picture = z.infer<typeof picture>;
export type Embed = z.infer<typeof embed>;
export type CodeBlock = z.infer<typeof codeBlock>;
export type PullQuote = z.infer<typeof pullQuote>;
type HorizontalRule = z.infer<typeof horizontalRule>;
type CellAttributes = z.infer<typeof cellAttributes>;
export type ListItem = { type: "listItem"; content: Block[] };
export type BulletList = { type: "bulletList"; content: ListItem[] };
export type OrderedList = { type: "orderedList"; attrs?: { start: number }; content: ListItem[] };
export type Blockquote = { type: "blockquote"; attrs?: { source: string }; content: Block[] };
export type TableCell = { type: "tableCell" | "tableHeader"; attrs?: CellAttributes; content: Block[] };
export type TableRow = { type: "tableRow"; content: TableCell[] };
export type Table = { type: "table"; attrs?: { caption: string }; content: TableRow[] };
export type Block =
  | Paragraph
  | Heading
  | BulletList
  | OrderedList
  | Blockquote
  | PullQuote
  | Picture
  | Embed
  | Table
  | CodeBlock
  | HorizontalRule;
export type Document = { type: "doc"; content: Block[] };

export const emptyDocument: Document = { type: "doc", content: [] };

type Node = Block | Inline | ListItem | TableRow | TableCell | Document;

/** Every node of a body, outermost first, in reading order. */
export function* walk(node: Node): Generator<Node> {
  yield node;
  if ("content" in node && node.content) for (const child of node.content) yield* walk(child);
}

/** The words of a body as one plain text, a blank line between blocks: for search, counting and descriptions. */
export function plainText(document: Document): string {
  const lines: string[] = [];
  const collect = (node: Node): string => {
    if (node.type === "text") return node.text;
    if (node.type === "hardBreak") return "\n";
    if (node.type === "footnote") return ` (${(node.content ?? []).map(collect).join("")})`;
    return "";
  };
  for (const node of walk(document)) {
    if (node.type === "paragraph" || node.type === "heading" || node.type === "codeBlock") {
      lines.push((node.content ?? []).map(collect).join(""));
    } else if (node.type === "picture") {
      lines.push(node.attrs.caption);
    } else if (node.type === "embed") {
      lines.push(node.attrs.title);
    } else if (node.type === "table" && node.attrs) {
      lines.push(node.attrs.caption);
    }
  }
  return lines.filter((line) => line !== "").join("\n\n");
}

/** Words as a reader of that language counts them (Korean and English by spaces, Chinese and Japanese by segment). */
export function wordCount(document: Document, language = "en"): number {
  let words = 0;
  for (const { isWordLike } of new Intl.Segmenter(language, { granularity: "word" }).segment(plainText(document))) {
    if (isWordLike) words += 1;
  }
  return words;
}

/** Minutes an adult needs, by 240 words a minute (Brysbaert 2019, "How many words do we read per minute?": 238). */
export function readingMinutes(words: number): number {
  return Math.max(1, Math.round(words / 240));
}
