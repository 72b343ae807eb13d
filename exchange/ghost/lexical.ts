import { z } from "zod";
import { escapeHtml } from "../document-html.ts";
import { cardHtml, type Rendered } from "./cards.ts";

/** A node of Lexical, of which only `type` is sure. */
const node = z.looseObject({ type: z.string() });
type Node = z.infer<typeof node>;

const root = z.object({ root: z.looseObject({ children: z.array(node) }) });

const FORMATS: readonly [bit: number, tag: string][] = [
  [1, "strong"],
  [2, "em"],
  [4, "s"],
  [16, "code"],
  [32, "sub"],
  [64, "sup"],
];

const BLOCK_TAGS: Readonly<Record<string, string | undefined>> = {
  paragraph: "p",
  quote: "blockquote",
  "extended-quote": "blockquote",
  aside: "blockquote",
  listitem: "li",
  list: "ul",
  heading: "h2",
  "extended-heading": "h2",
};

const childrenOf = (given: Node): Node[] => z.array(node).safeParse(given.children).data ?? [];
const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** The text of a post as Ghost's editor keeps it, as HTML. Undefined where it is not Lexical at all. */
export function htmlFromLexical(source: string): Rendered | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(source);
  } catch {
    return undefined;
  }
  const document = root.safeParse(parsed);
  if (!document.success) return undefined;
  const unknown = new Set<string>();
  const html = document.data.root.children.map((child) => write(child, unknown, 0)).join("\n");
  return { html, unknown: [...unknown] };
}

function write(given: Node, unknown: Set<string>, depth: number): string {
  if (depth > 100) return "";
  const inside = () =>
    childrenOf(given)
      .map((child) => write(child, unknown, depth + 1))
      .join("");
  switch (given.type) {
    case "text":
    case "extended-text":
      return formatted(text(given.text), Number(given.format) || 0);
    case "linebreak":
      return "<br>";
    case "tab":
      return " ";
    case "link":
    case "autolink":
      return `<a href="${escapeHtml(text(given.url))}">${inside()}</a>`;
  }
  const tag = BLOCK_TAGS[given.type];
  if (!tag) {
    const card = cardHtml(given.type, given, unknown);
    return card ?? inside();
  }
  if (tag === "h2") return wrapped(/^h[1-6]$/.test(text(given.tag)) ? text(given.tag) : "h2", inside());
  if (tag === "ul" && given.listType === "number") {
    const start = Number(given.start);
    return `<ol${Number.isInteger(start) && start > 1 ? ` start="${start}"` : ""}>${inside()}</ol>`;
  }
  return wrapped(tag, inside());
}

const wrapped = (tag: string, inside: string): string => `<${tag}>${inside}</${tag}>`;

const formatted = (words: string, format: number): string =>
  FORMATS.reduceRight(
    (inside, [bit, tag]) => ((format & bit) === 0 ? inside : wrapped(tag, inside)),
    escapeHtml(words),
  );
