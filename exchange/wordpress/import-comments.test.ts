import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { test } from "node:test";
import { eq } from "drizzle-orm";
import { read } from "#db/client";
import * as schema from "#db/schema";
import { importedArticle } from "../testing/imported-article.ts";
import { takeItems } from "../testing/taken-items.ts";
import { post, wordpressComment } from "../testing/wordpress-export.ts";

const now = new Date("2026-11-23T12:00:00Z");
const take = (items: string[]) => takeItems(items, { now });

test("comments keep their threads, states and dates; machines' are left out, and no address lies open", async () => {
  const comments = [
    wordpressComment(11, { email: "canary-import@example.org" }),
    wordpressComment(12, { type: "pingback" }),
    wordpressComment(13, { parent: 12, approved: "0" }),
    wordpressComment(14, {
      parent: 11,
      approved: "spam",
      text: 'See <a href="https://example.org/x">this</a>\n\n<b>now</b>',
    }),
    wordpressComment(15, { parent: 14, approved: "trash", email: "not an address" }),
  ];
  const report = await take([post({ id: 20, more: comments.join("") })]);
  const { id, commentCount } = importedArticle(20);
  const rows = read()
    .select()
    .from(schema.comment)
    .where(eq(schema.comment.articleId, id))
    .orderBy(schema.comment.id)
    .all();
  const byName = new Map(rows.map((row) => [row.authorName, row]));
  assert.deepEqual(
    rows.map(({ status }) => status),
    ["approved", "held", "spam", "removed"],
  );
  assert.equal(commentCount, 1);
  assert.equal(byName.get("Reader 13")?.parentId, null);
  assert.equal(byName.get("Reader 14")?.parentId, byName.get("Reader 11")?.id);
  assert.equal(byName.get("Reader 14")?.text, "See this (https://example.org/x)\n\nnow");
  assert.equal(byName.get("Reader 11")?.postedAt.toISOString(), "2024-11-27T10:00:11.000Z");
  assert.deepEqual(report.data.counts.comments, { taken: 4, "left out": 1 });
  const everything = JSON.stringify([
    read().select().from(schema.commenter).all(),
    read().select().from(schema.importedThing).all(),
    report.data,
  ]);
  assert.ok(everything.includes('"address"'));
  assert.doesNotMatch(everything, /canary-import/);
});

test("the name under a comment reads as it was typed, whatever WordPress made of its signs", async () => {
  await take([
    post({
      id: 21,
      more: [
        wordpressComment(31, { name: "Ann &amp; O&#8217;Neill" }),
        wordpressComment(32, { name: "<b>Bob</b>\n &lt;i&gt;" }),
        wordpressComment(33, { name: " " }),
      ].join(""),
    }),
  ]);
  const { id } = importedArticle(21);
  const names = read()
    .select({ name: schema.comment.authorName })
    .from(schema.comment)
    .where(eq(schema.comment.articleId, id))
    .all();
  assert.deepEqual(
    names.map(({ name }) => name),
    ["Ann & O’Neill", "Bob <i>", "Anonymous"],
  );
});
