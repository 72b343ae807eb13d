import assert from "node:assert/strict";
import { test } from "node:test";
import { commentsClosed } from "#core/comments-open";

const publishedAt = new Date("2026-11-01T09:00:00Z");
const article = { commentsOpen: true, commentsCloseAt: null, publishedAt };
const open = { comments: "open", commentsCloseAfterDays: null } as const;
const later = new Date("2026-11-11T09:00:00Z");

test("an article takes comments until it is closed, here or everywhere", () => {
  assert.equal(commentsClosed(article, open, later), undefined);
  assert.equal(commentsClosed({ ...article, commentsOpen: false }, open, later), "article");
  assert.equal(commentsClosed(article, { ...open, comments: "closed" }, later), "everywhere");
});

test("comments close so many days after publication, to the moment", () => {
  const tenDays = { ...open, commentsCloseAfterDays: 10 };
  assert.equal(commentsClosed(article, tenDays, new Date(later.getTime() - 1)), undefined);
  assert.equal(commentsClosed(article, tenDays, later), "time");
});

test("a moment of the article's own goes before the days of the publication", () => {
  const longer = { ...article, commentsCloseAt: new Date("2026-12-01T00:00:00Z") };
  assert.equal(commentsClosed(longer, { ...open, commentsCloseAfterDays: 1 }, later), undefined);
});
