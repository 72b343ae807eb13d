import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { eq } from "drizzle-orm";
import { plainText } from "#core/document";
import { read } from "#db/client";
import { article, byline, contributor, importedThing, redirect, revision, section } from "#db/schema";
import { RefusedSource } from "../move-in/refused-source.ts";
import { readRealInput, realInput, skippedWithout } from "../testing/real-input.ts";
import { importWordPress } from "./import-wordpress.ts";

const now = new Date("2026-11-23T12:00:00Z");
const options = { dryRun: false, now };
const folder = mkdtempSync(join(tmpdir(), "national-update-wxr-"));
const real = "national-update.wxr.xml";

function file(name: string, contents: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, contents);
  return path;
}

const rowsInAll = () =>
  [article, revision, section, contributor, redirect, importedThing].map(
    (table) => read().select().from(table).all().length,
  );

/** The paragraphs of a post as they stand in the file, found without our reader. */
function paragraphsInFile(id: number): string[] {
  const item =
    readRealInput(real)
      .split("<item>")
      .find((each) => each.includes(`<wp:post_id>${id}<`)) ?? "";
  return [...item.matchAll(/<p>([\s\S]*?)<\/p>/g)].map(([, text = ""]) =>
    text.replaceAll("&nbsp;", "\u00a0").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&"),
  );
}

test("a dry run reports everything and writes nothing", { skip: skippedWithout(real) }, async () => {
  const before = rowsInAll();
  const report = await importWordPress([realInput(real) ?? ""], { ...options, dryRun: true });
  assert.equal(report.data.counts.articles?.taken, 4);
  assert.deepEqual(rowsInAll(), before);
});

test("the four real articles come in with their text, dates, section and comments open", {
  skip: skippedWithout(real),
}, async () => {
  const report = await importWordPress([realInput(real) ?? ""], options);
  assert.deepEqual(report.data.counts.articles, { taken: 4 });
  const rows = read()
    .select({ article, revision, section: section.slug })
    .from(article)
    .innerJoin(revision, eq(revision.id, article.liveRevisionId))
    .innerJoin(section, eq(section.id, article.sectionId))
    .all();
  assert.equal(rows.length, 4);
  assert.ok(
    rows.every((row) => row.section === "asia" && row.article.state === "published" && row.article.commentsOpen),
  );
  for (const row of rows) {
    const key = read().select().from(importedThing).where(eq(importedThing.thingId, row.article.id)).all();
    const id = Number(key.find(({ kind }) => kind === "article")?.externalId);
    const paragraphs = paragraphsInFile(id);
    const text = plainText(row.revision.body).split("\n\n");
    const lines = read().select().from(byline).where(eq(byline.revisionId, row.revision.id)).all();
    assert.deepEqual(text, paragraphs.slice(lines.length * 2), `text of ${id}`);
  }
  const dates = rows.map((row) => row.article.publishedAt?.toISOString()).sort();
  assert.deepEqual(dates, [
    "2024-10-29T09:00:00.000Z",
    "2024-11-05T09:00:00.000Z",
    "2024-11-12T09:00:00.000Z",
    "2024-11-26T09:00:00.000Z",
  ]);
  const all = rows.map((row) => plainText(row.revision.body)).join("\n");
  for (const sign of ["“", "’", "—", "Défense", "(The End]"]) assert.ok(all.includes(sign), sign);
});

test("bylines inside the text become bylines with the affiliation, and only those", {
  skip: skippedWithout(real),
}, () => {
  const lines = read()
    .select({ name: contributor.name, affiliation: byline.affiliation })
    .from(byline)
    .innerJoin(contributor, eq(contributor.id, byline.contributorId))
    .all();
  assert.deepEqual(lines.map(({ name }) => name).sort(), ["Joohyun Moon", "YongHan Park"]);
  assert.ok(lines.every(({ affiliation }) => affiliation.length > 20 && !affiliation.startsWith("(")));
});

test("the old addresses lead to the articles", { skip: skippedWithout(real) }, () => {
  const paths = read()
    .select()
    .from(redirect)
    .all()
    .map(({ fromPath }) => fromPath);
  assert.ok(paths.includes("/?p=2104"));
  const slugs = read().select({ slug: article.slug }).from(article).all();
  assert.ok(slugs.length > 0);
  for (const { slug } of slugs) assert.ok(paths.includes(`/${slug}`), `/${slug} leads nowhere`);
});

test("the same export a second time changes nothing", { skip: skippedWithout(real) }, async () => {
  const before = rowsInAll();
  const report = await importWordPress([realInput(real) ?? ""], options);
  assert.equal(report.written, 0);
  assert.deepEqual(report.data.counts.articles, { unchanged: 4 });
  assert.deepEqual(rowsInAll(), before);
});

const head = `<?xml version="1.0"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="c" xmlns:excerpt="e" xmlns:dc="d"><channel><title>T</title>`;
const item = `<item><title>One</title><content:encoded><![CDATA[Text.]]></content:encoded><wp:post_id>1</wp:post_id><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>`;

const refused: Record<string, [contents: string | Buffer, why: RegExp]> = {
  "another feed": [`<rss version="2.0"><channel><title>T</title></channel></rss>`, /not a WordPress export/],
  "a web page": [`<!-- x --><html><body>x</body></html>`, /not a WordPress export/],
  "a picture": [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), /no XML file/],
  "an empty file": ["", /empty/],
  "one that is cut off within a post": [`${head}${item}<item><title>Tw`, /cut off/],
  "one that is cut off between posts": [`${head}${item}`, /cut off/],
  "one with a DOCTYPE": [
    `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "b">]>${head.slice(21)}</channel></rss>`,
    /DOCTYPE/,
  ],
  "one with an entity of its own": [
    `${head}<item><title>&bomb;</title></item></channel></rss>`,
    /well-formed XML: [^.]*entity\. Nothing was taken in\.$/,
  ],
  "one in Latin 1 that says UTF-8": [
    Buffer.from(`${head}<item><title>Défense</title></item></channel></rss>`, "latin1"),
    /not in UTF-8/,
  ],
  "one in another encoding": [
    `<?xml version="1.0" encoding="ISO-8859-1"?>${head.slice(21)}</channel></rss>`,
    /ISO-8859-1/,
  ],
  "one in UTF-16": [Buffer.from(`\ufeff${head}</channel></rss>`, "utf16le"), /no XML file in UTF-8/],
  "one with an attribute without end": [
    `${head}<item a="${"x".repeat(20 * 2 ** 20)}"></item></channel></rss>`,
    /more than 16 MB/,
  ],
};

for (const [what, [contents, why]] of Object.entries(refused)) {
  test(`${what} is refused with one sentence, and nothing is written`, async () => {
    const before = rowsInAll();
    await assert.rejects(importWordPress([file("refused.xml", contents)], options), (error) => {
      assert.ok(error instanceof RefusedSource, String(error));
      assert.match(error.message, why);
      assert.doesNotMatch(error.message, /\n/);
      return true;
    });
    assert.deepEqual(rowsInAll(), before);
  });
}

test("when one of several files is broken, none is taken in", async () => {
  const before = rowsInAll();
  const whole = file("whole.xml", `${head}${item}</channel></rss>`);
  await assert.rejects(importWordPress([whole, file("broken.xml", `${head}${item}`)], options), RefusedSource);
  assert.deepEqual(rowsInAll(), before);
});
