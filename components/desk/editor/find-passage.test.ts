import assert from "node:assert/strict";
import { test } from "node:test";
import { getSchema } from "@tiptap/core";
import { Node } from "@tiptap/pm/model";
import { articleExtensions } from "./article-extensions.ts";
import { findPassage, type Place, passageBetween } from "./find-passage.ts";

const schema = getSchema(articleExtensions);
const body = (...paragraphs: string[]) =>
  Node.fromJSON(schema, {
    type: "doc",
    content: paragraphs.map((text) => ({ type: "paragraph", content: [{ type: "text", text }] })),
  });
const wordsAt = (node: Node, place: Place | undefined) => place && node.textBetween(place.from, place.to, " ");

/** A passage as somebody marks it: the `nth` time that `words` stand in a one-paragraph body. */
function marked(node: Node, words: string, nth = 0) {
  let start = -1;
  for (let times = 0; times <= nth; times += 1) start = node.textContent.indexOf(words, start + 1);
  const passage = passageBetween(node, { from: start + 1, to: start + 1 + words.length });
  assert.ok(passage);
  return passage;
}

test("a passage is found again after the text around it was edited", () => {
  const passage = marked(body("The pilots call it the long quay, and mean it."), "the long quay");
  assert.equal(passage.before, "The pilots call it ");
  const edited = body("A new beginning.", "Nobody but the pilots ever called it the long quay, which is true.");
  assert.equal(wordsAt(edited, findPassage(edited, passage)), "the long quay");
});

test("of several passages with the same words the surroundings tell which is meant", () => {
  const text = "In June the ferry stopped. In July the ferry sailed. In August the ferry sank.";
  const passage = marked(body(text), "the ferry", 1);
  const edited = body(`At first the ferry was new. ${text}`);
  const place = findPassage(edited, passage);
  assert.ok(place);
  assert.equal(edited.textBetween(place.from, place.to + 7), "the ferry sailed");
});

test("where the words were edited, what stands in their place is found; where all is gone, nothing", () => {
  const passage = marked(body("The harbour master counted forty boats in the morning fog."), "forty boats");
  const edited = body("The harbour master counted forty-one small boats in the morning fog.");
  assert.equal(wordsAt(edited, findPassage(edited, passage)), "forty-one small boats");
  const other = body("Something else altogether stands here.");
  assert.equal(findPassage(other, passage), undefined);
});

test("a passage over two paragraphs is found as a page copies it, and one in a footnote as well", () => {
  const two = body("The first ends here.", "The second begins.");
  const copied = { passage: "ends here.\n\nThe second", before: "", after: "" };
  assert.equal(wordsAt(two, findPassage(two, copied)), "ends here. The second");

  const withNote = Node.fromJSON(schema, {
    type: "doc",
    content: [
      {
        type: "paragraph",
        content: [
          { type: "text", text: "They sail" },
          { type: "footnote", content: [{ type: "text", text: "As of June." }] },
          { type: "text", text: " at nine." },
        ],
      },
    ],
  });
  const over = findPassage(withNote, { passage: "sail at nine", before: "", after: "" });
  assert.ok(over);
  assert.equal(passageBetween(withNote, over)?.passage, "sail at nine");
  const inside = { passage: "of June", before: "", after: "" };
  assert.equal(wordsAt(withNote, findPassage(withNote, inside)), "of June");
});

test("an empty selection and an empty passage are nothing to be found", () => {
  const node = body("Words.");
  assert.equal(passageBetween(node, { from: 3, to: 3 }), undefined);
  assert.equal(findPassage(node, { passage: " ", before: "", after: "" }), undefined);
});
