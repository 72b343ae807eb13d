import assert from "node:assert/strict";
import { test } from "node:test";
import { checklist, LONG_HEADLINE, linksOf } from "#core/checklist";
import type { Draft } from "#core/draft";

const whole: Draft = {
  kicker: "",
  headline: "The ferry sails",
  standfirst: "Every day at noon.",
  body: {
    type: "doc",
    content: [
      { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: "The crossing" }] },
      {
        type: "paragraph",
        content: [
          { type: "text", text: "See ", marks: [{ type: "link", attrs: { href: "https://example.org/a" } }] },
          { type: "text", text: "here", marks: [{ type: "link", attrs: { href: "https://example.org/a" } }] },
          { type: "text", text: "us", marks: [{ type: "link", attrs: { href: "mailto:desk@example.org" } }] },
        ],
      },
    ],
  },
  language: null,
  pictureId: 1,
  pictureAlt: "A ferry",
  pictureCaption: "",
  pictureCredit: "Staff",
  socialTitle: "",
  socialDescription: "",
  bylines: [{ contributorId: 1, affiliation: "" }],
};

const kinds = (draft: Draft) => checklist(draft).map(({ kind }) => kind);

test("a text that lacks nothing gets no advice", () => {
  assert.deepEqual(checklist(whole), []);
});

test("what readers would miss is named, and only a missing headline stops the press", () => {
  const bare: Draft = {
    ...whole,
    headline: " ",
    standfirst: "",
    bylines: [],
    pictureId: null,
    body: { type: "doc", content: [] },
  };
  assert.deepEqual(kinds(bare), ["no-headline", "no-standfirst", "no-byline", "no-text", "no-picture"]);
  assert.deepEqual(
    checklist(bare)
      .filter(({ blocks }) => blocks)
      .map(({ kind }) => kind),
    ["no-headline"],
  );
});

test("a headline too long, a picture without words, a leap of headings and an empty note are noticed", () => {
  const draft: Draft = {
    ...whole,
    headline: "x".repeat(LONG_HEADLINE + 1),
    pictureAlt: "",
    pictureCredit: " ",
    body: {
      type: "doc",
      content: [
        { type: "heading", attrs: { level: 4 }, content: [{ type: "text", text: "Deep" }] },
        { type: "paragraph", content: [{ type: "footnote" }] },
      ],
    },
  };
  assert.deepEqual(kinds(draft), [
    "long-headline",
    "undescribed-pictures",
    "uncredited-pictures",
    "heading-out-of-order",
    "empty-notes",
  ]);
});

test("each web address is listed once, and mail addresses are not", () => {
  assert.deepEqual(linksOf(whole), ["https://example.org/a"]);
});
