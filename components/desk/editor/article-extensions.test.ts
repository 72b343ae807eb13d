import assert from "node:assert/strict";
import { test } from "node:test";
import { getSchema } from "@tiptap/core";
import { Node } from "@tiptap/pm/model";
import { type Block, type Document, documentSchema } from "#core/document";
import { articleExtensions } from "./article-extensions.ts";

const schema = getSchema(articleExtensions);
const paragraph = (text: string): Block => ({ type: "paragraph", content: [{ type: "text", text }] });

/** One of everything that a body may hold. */
const everything: Document = {
  type: "doc",
  content: [
    { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: "The crossing" }] },
    {
      type: "paragraph",
      content: [
        { type: "text", text: "Plain, " },
        { type: "text", text: "bold", marks: [{ type: "bold" }] },
        { type: "text", text: "italic", marks: [{ type: "italic" }] },
        { type: "text", text: "struck", marks: [{ type: "strike" }] },
        { type: "text", text: "code", marks: [{ type: "code" }] },
        { type: "text", text: "low", marks: [{ type: "subscript" }] },
        { type: "text", text: "high", marks: [{ type: "superscript" }] },
        { type: "text", text: "linked", marks: [{ type: "link", attrs: { href: "https://example.org/" } }] },
        { type: "hardBreak" },
        { type: "footnote", content: [{ type: "text", text: "As of June." }] },
      ],
    },
    { type: "bulletList", content: [{ type: "listItem", content: [paragraph("one")] }] },
    { type: "orderedList", attrs: { start: 3 }, content: [{ type: "listItem", content: [paragraph("three")] }] },
    { type: "blockquote", attrs: { source: "The harbour master" }, content: [paragraph("Quoted.")] },
    { type: "pullQuote", content: [{ type: "paragraph", content: [{ type: "text", text: "Pulled." }] }] },
    { type: "picture", attrs: { mediaId: 7, alt: "A ferry", caption: "At noon", credit: "Staff" } },
    { type: "embed", attrs: { href: "https://example.org/film", title: "A film", description: "" } },
    {
      type: "table",
      attrs: { caption: "Sailings" },
      content: [
        {
          type: "tableRow",
          content: [
            { type: "tableHeader", content: [paragraph("Day")] },
            { type: "tableCell", content: [paragraph("Two")] },
          ],
        },
      ],
    },
    { type: "codeBlock", attrs: { language: "sql" }, content: [{ type: "text", text: "select 1" }] },
    { type: "horizontalRule" },
  ],
};

test("the editor takes everything a body may hold and gives it back unchanged", () => {
  const node = Node.fromJSON(schema, everything);
  node.check();
  assert.deepEqual(documentSchema.parse(node.toJSON()), documentSchema.parse(withEditorDefaults(everything)));
});

test("the editor knows no node or mark that a body may not hold", () => {
  const inBodies = JSON.stringify(everything);
  for (const name of [...Object.keys(schema.nodes), ...Object.keys(schema.marks)]) {
    assert.ok(inBodies.includes(`"type":"${name}"`), `${name} is in the editor but in no body`);
  }
});

test("a first-level heading has no place in a body", () => {
  const bad = { type: "doc", content: [{ type: "heading", attrs: { level: 1 } }] };
  assert.equal(documentSchema.safeParse(bad).success, false);
});

/** The editor writes out the attributes of table cells that a body may leave unsaid. */
function withEditorDefaults(document: Document): Document {
  return JSON.parse(JSON.stringify(document), (_, value) =>
    value?.type === "tableCell" || value?.type === "tableHeader"
      ? { ...value, attrs: { colspan: 1, rowspan: 1, colwidth: null } }
      : value,
  );
}
