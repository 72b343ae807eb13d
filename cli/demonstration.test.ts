import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { test } from "node:test";
import { count, eq } from "drizzle-orm";
import { documentSchema } from "#core/document";
import { isSectionSlug, isSlug } from "#core/slug";
import { read, transaction } from "#db/client";
import { isUntouched } from "#db/founding";
import { addPicture } from "#db/media";
import { article, comment, commenter, section } from "#db/schema";
import { readSettings, writeSettings } from "#db/settings";
import { articles } from "#demo/articles";
import { comments } from "#demo/comments";
import { publication, sections } from "#demo/publication";
import { demoBody, demoPictures, fillDemonstration } from "./demonstration.ts";

const now = new Date("2026-11-23T09:00:00Z");

test("every picture the demonstration shows is there, and every one has words for those who cannot see it", () => {
  for (const [id, { alt, credit }] of demoPictures()) {
    assert.ok(existsSync(`demo/pictures/${id}.webp`), id);
    assert.notEqual(alt, "", `${id} has no alternative text`);
    assert.notEqual(credit, "", `${id} has no credit`);
  }
});

test("nothing of a body is lost on its way into a document", () => {
  const numbers = new Map([...demoPictures().keys()].map((id, index) => [id, index + 1]));
  for (const given of articles) {
    const { document, left } = demoBody(given, numbers);
    assert.deepEqual(left, [], given.slug);
    documentSchema.parse(document);
  }
});

test("addresses are what the software itself would take", () => {
  for (const { slug } of articles) assert.ok(isSlug(slug), slug);
  for (const { slug } of sections) assert.ok(isSectionSlug(slug), slug);
});

test("a database that somebody has used is never filled", async () => {
  await transaction(async (tx, changed) => writeSettings(tx, changed, { name: "The Strait" }, now));
  assert.equal(await isUntouched(), false);
  assert.equal(await fillDemonstration(new Map(), now), false);
  assert.equal((await readSettings()).name, "The Strait");
  assert.equal(read().select({ rows: count() }).from(section).get()?.rows, 0);
  await transaction(async (tx) => tx.run("delete from setting"));
});

test("a demonstration that breaks on its way leaves the database empty", async () => {
  await assert.rejects(fillDemonstration(new Map(), now), /which is not there/);
  assert.equal(await isUntouched(), true);
});

test("an empty database gets the whole demonstration, once", async () => {
  const numbers = await transaction(
    async (tx) =>
      new Map(
        [...demoPictures().keys()].map((id, index) => {
          const made = { hash: `${index}`, width: 1800, height: 1200, sizes: [], colour: "#ffffff" };
          return [id, addPicture(tx, made, { filename: `${id}.webp` }, now)];
        }),
      ),
  );
  assert.equal(await fillDemonstration(numbers, now), true);
  assert.equal((await readSettings()).name, publication.name);
  assert.equal(read().select({ rows: count() }).from(article).get()?.rows, articles.length);
  assert.equal(read().select({ rows: count() }).from(comment).get()?.rows, comments.length);
  assert.equal(await fillDemonstration(numbers, now), false);
  assert.equal(read().select({ rows: count() }).from(article).get()?.rows, articles.length);
});

test("one article waits until tomorrow, and drafts are dated nowhere", () => {
  const rows = read().select().from(article).all();
  const waiting = rows.filter(({ publishedAt }) => publishedAt && publishedAt > now);
  assert.deepEqual(
    waiting.map(({ state }) => state),
    ["scheduled"],
  );
  for (const row of rows.filter(({ state }) => state === "draft" || state === "in-review")) {
    assert.deepEqual([row.publishedAt, row.liveRevisionId], [null, null]);
  }
});

test("commenters' addresses are nowhere in what was filled in as they were written", () => {
  const rows = JSON.stringify([read().select().from(comment).all(), read().select().from(commenter).all()]);
  assert.ok(comments.every(({ email }) => !rows.includes(email)));
  const people = new Set(comments.map(({ email }) => email.toLowerCase()));
  assert.equal(read().select({ rows: count() }).from(commenter).get()?.rows, people.size);
});

test("a reply stands after what it replies to, and none is from the future", () => {
  for (const row of read().select().from(comment).all()) {
    assert.ok(row.postedAt <= now);
    if (row.parentId === null) continue;
    const parent = read().select().from(comment).where(eq(comment.id, row.parentId)).get();
    assert.ok(parent && parent.articleId === row.articleId && parent.postedAt <= row.postedAt);
  }
});
