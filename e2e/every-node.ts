import type { Block, Document, Inline, Mark, Paragraph, TableCell } from "#core/document";

const text = (words: string, ...marks: Mark[]): Inline => ({ type: "text", text: words, marks });
const paragraph = (...content: Inline[]): Paragraph => ({ type: "paragraph", content });
const cell = (type: TableCell["type"], words: string): TableCell => ({ type, content: [paragraph(text(words))] });
const words = [
  text("Plain, "),
  text("bold", { type: "bold" }),
  text(", "),
  text("italic", { type: "italic" }),
  text(", struck", { type: "strike" }),
  text(", code", { type: "code" }),
  text(", H"),
  text("2", { type: "subscript" }),
  text("O, m"),
  text("2", { type: "superscript" }),
  { type: "hardBreak" },
  text("Elsewhere", { type: "bold" }, { type: "link", attrs: { href: "https://elsewhere.example/page" } }),
  { type: "footnote", content: [{ type: "text", text: "By the old datum." }] },
  // Written past the schema, as by hand in the database: it must not become a link.
  text(" a link that is none", { type: "link", attrs: { href: "javascript:alert(1)" } }),
] satisfies Inline[];

const blocks: Block[] = [
  { type: "heading", attrs: { level: 2 }, content: [text("Tide tables")] },
  paragraph(...words),
  { type: "heading", attrs: { level: 3 }, content: [text("Comments")] },
  {
    type: "orderedList",
    attrs: { start: 3 },
    content: [
      {
        type: "listItem",
        content: [
          paragraph(text("a third thing")),
          { type: "bulletList", content: [{ type: "listItem", content: [paragraph(text("within it, another"))] }] },
        ],
      },
    ],
  },
  {
    type: "blockquote",
    attrs: { source: "The harbour master" },
    content: [paragraph(text("It comes in twice, and leaves."))],
  },
  { type: "pullQuote", content: [paragraph(text("Twice in, twice out."))] },
  { type: "picture", attrs: { mediaId: 999_999, alt: "", caption: "A picture that was deleted", credit: "" } },
  { type: "embed", attrs: { href: "https://video.example/tide", title: "A film of the tide" } },
  {
    type: "table",
    attrs: { caption: "Ranges" },
    content: [
      { type: "tableRow", content: [cell("tableHeader", "Port"), cell("tableHeader", "Range")] },
      { type: "tableRow", content: [cell("tableHeader", "Incheon"), cell("tableCell", "9 m")] },
    ],
  },
  { type: "codeBlock", attrs: { language: "html" }, content: [{ type: "text", text: "<script>alert(1)</script>" }] },
  { type: "horizontalRule" },
];

/** A body with one of each thing that a body may hold, and two that it may not show. */
export const everyNode: Document = { type: "doc", content: blocks };
