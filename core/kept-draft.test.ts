import assert from "node:assert/strict";
import { test } from "node:test";
import { emptyDraft } from "./draft.ts";
import { readKeptDraft } from "./kept-draft.ts";

const paragraph = (...content: unknown[]) => ({ type: "paragraph", content });
const text = (words: string, ...marks: unknown[]) => ({
  type: "text",
  text: words,
  ...(marks.length > 0 && { marks }),
});
const body = (...content: unknown[]) => ({ type: "doc", content });
const link = { type: "link", attrs: { href: "https://example.org/tides" } };

const written = {
  ...emptyDraft,
  headline: "The quay",
  body: body(paragraph(text("It was "), text("low tide", link), { type: "footnote", content: [text("At six.")] })),
  bylines: [{ contributorId: 3, affiliation: "Harbour Institute" }],
};
const kept = (content: unknown, more: object = { version: 4, at: 5 }) => JSON.stringify({ content, ...more });

test("a copy of this release is read as it was kept", () => {
  assert.deepEqual(readKeptDraft(kept(written)), { version: 4, at: 5, content: written });
});

test("what an older release did not know yet is filled in", () => {
  const { socialTitle: _, bylines: __, ...older } = written;
  const read = readKeptDraft(kept(older, { version: 4 }));
  assert.deepEqual(read, { version: 4, at: 0, content: { ...written, bylines: [] } });
});

test("a node that has changed gives its words to be copied, every one of them, links and notes included", () => {
  const changed = {
    ...written,
    body: body(...(written.body.content as unknown[]), {
      type: "timeline",
      events: [{ at: "Noon", what: "High tide" }],
    }),
  };
  assert.deepEqual(readKeptDraft(kept(changed)), {
    words:
      "The quay\n\nIt was low tide (https://example.org/tides) (At six.)\n\nNoon\n\nHigh tide\n\nHarbour Institute",
  });
});

test("words that a draft of this release has no place for are not dropped in silence", () => {
  assert.deepEqual(readKeptDraft(kept({ ...emptyDraft, headline: "The quay", deck: "Below the headline" })), {
    words: "The quay\n\nBelow the headline",
  });
  const captioned = { type: "picture", attrs: { mediaId: 1, alt: "A pier", caption: "", credit: "", place: "Busan" } };
  assert.deepEqual(readKeptDraft(kept({ ...emptyDraft, body: body(captioned) })), { words: "A pier\n\nBusan" });
});

test("a copy that does not say which version it was made from, or is no JSON, gives its words", () => {
  assert.deepEqual(readKeptDraft(kept(written, {})), readKeptDraft(kept(written, { version: "four" })));
  assert.match(JSON.stringify(readKeptDraft(kept(written, {}))), /It was low tide/);
  assert.deepEqual(readKeptDraft('{"version":4,"content":{"headline":"The qu'), {
    words: '{"version":4,"content":{"headline":"The qu',
  });
});

test("where nothing was typed there is nothing to show", () => {
  for (const nothing of ["", "null", "{}", kept(emptyDraft, {})]) assert.equal(readKeptDraft(nothing), undefined);
});
