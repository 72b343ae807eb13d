import assert from "node:assert/strict";
import { test } from "node:test";
import type { Document } from "#core/document";
import { compareWords } from "./compare-words.ts";

const body = (text: string): Document => ({
  type: "doc",
  content: [{ type: "paragraph", content: [{ type: "text", text }] }],
});
const text = (headline: string, words: string) => ({ kicker: "", headline, standfirst: "", body: body(words) });

test("a comparison names the parts that differ and the words in them", () => {
  const [headline, ...rest] = compareWords(text("The ferry sails", "Same."), text("The ferry stays", "Same."));
  assert.equal(headline?.part, "Headline");
  assert.deepEqual(
    headline?.passages.map(({ kind, text }) => [kind, text]),
    [
      ["same", "The ferry "],
      ["gone", "sails"],
      ["new", "stays"],
    ],
  );
  assert.equal(rest.length, 0);
});

test("equal texts have no differences", () => {
  assert.deepEqual(compareWords(text("A", "B"), text("A", "B")), []);
});

test("long stretches that nobody changed are left out", () => {
  const long = "word ".repeat(400);
  const [part] = compareWords(text("", `${long}one${" end".repeat(300)}`), text("", `${long}two${" end".repeat(300)}`));
  const length = part?.passages.map(({ text }) => text).join("").length ?? 0;
  assert.ok(length > 0 && length < 600, String(length));
});
