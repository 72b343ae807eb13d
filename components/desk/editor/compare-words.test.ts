import assert from "node:assert/strict";
import { test } from "node:test";
import type { Document } from "#core/document";
import type { Draft } from "#core/draft";
import { compareWords } from "./compare-words.ts";

const body = (text: string): Document => ({
  type: "doc",
  content: [{ type: "paragraph", content: [{ type: "text", text }] }],
});
const empty: Draft = {
  ...{ kicker: "", headline: "", standfirst: "", body: body("Same."), language: null },
  ...{ pictureId: null, pictureAlt: "", pictureCaption: "", pictureCredit: "" },
  ...{ socialTitle: "", socialDescription: "", bylines: [] },
};
const text = (headline: string, words: string): Draft => ({ ...empty, headline, body: body(words) });
const names = ["Nobody", "Ada Park", "Theo Lund"];
const compare = (before: Draft, after: Draft) => compareWords(before, after, (id) => names[id] ?? "");

test("a comparison names the parts that differ and the words in them", () => {
  const [headline, ...rest] = compare(text("The ferry sails", "Same."), text("The ferry stays", "Same."));
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
  assert.deepEqual(compare(text("A", "B"), text("A", "B")), []);
});

test("long stretches that nobody changed are left out", () => {
  const long = "word ".repeat(400);
  const [part] = compare(text("", `${long}one${" end".repeat(300)}`), text("", `${long}two${" end".repeat(300)}`));
  const length = part?.passages.map(({ text }) => text).join("").length ?? 0;
  assert.ok(length > 0 && length < 600, String(length));
});

test("bylines, pictures, what is shared and the language are compared in words, too", () => {
  const before: Draft = {
    ...empty,
    bylines: [{ contributorId: 1, affiliation: "Harbour Desk" }],
    pictureId: 4,
    pictureAlt: "A ferry at noon",
  };
  const after: Draft = {
    ...before,
    bylines: [...before.bylines, { contributorId: 2, affiliation: "" }],
    pictureId: 5,
    pictureAlt: "A ferry at dusk",
    pictureCaption: "The last boat",
    pictureCredit: "Staff",
    socialTitle: "The last boat home",
    language: "ko",
    body: {
      type: "doc",
      content: [
        {
          type: "paragraph",
          content: [
            { type: "text", text: "Same.", marks: [{ type: "link", attrs: { href: "https://example.org/tides" } }] },
          ],
        },
        { type: "picture", attrs: { mediaId: 9, alt: "A quay", caption: "", credit: "Archive" } },
      ],
    },
  };
  const said = compare(before, after).map(({ part, passages }) => [
    part,
    passages.flatMap(({ kind, text }) => (kind === "same" ? [] : [`${kind}: ${text.trim()}`])).join("; "),
  ]);
  assert.deepEqual(said, [
    ["Byline", "new: Theo Lund"],
    ["Links", "new: https://example.org/tides"],
    ["Pictures in the text", "new: A quay · Archive"],
    ["Description of the picture", "gone: noon; new: dusk"],
    ["Caption of the picture", "new: The last boat"],
    ["Credit of the picture", "new: Staff"],
    ["Title when shared", "new: The last boat home"],
    ["Language", "gone: As the publication; new: Korean"],
    ["Picture", "new: Another picture at the head"],
  ]);
});
