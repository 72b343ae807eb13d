import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { eq } from "drizzle-orm";
import { plainText } from "#core/document";
import { read } from "#db/client";
import { article, byline, contributor, importedThing, redirect, revision, section } from "#db/schema";
import { importWordPress } from "../wordpress/import-wordpress.ts";

/** A publication as WordPress wrote it out, and what is known of it without reading it as we do. */
type WholeExport = {
  /** Undefined where the file is not there. */
  path: string | undefined;
  skip?: string | false;
  /** All of its articles stand in it. */
  section: string;
  /** When its articles were published, in order. */
  published: string[];
  /** The numbers of those that consist of paragraphs alone. */
  ofParagraphs: number[];
  /** The names with which texts begin, with a part of the affiliation that follows. */
  bylines: Record<string, string>;
  signs: string[];
  formerPath: string;
};

const options = { dryRun: false, now: new Date("2026-11-23T12:00:00Z") };

/** How many rows there are of each kind that an import writes. */
export const rowsInAll = (): number[] =>
  [article, revision, section, contributor, redirect, importedThing].map(
    (table) => read().select().from(table).all().length,
  );

/** The paragraphs of a post as they stand in the file, found without our reader. */
function paragraphsInFile(file: string, id: number): string[] {
  const item = file.split("<item>").find((each) => each.includes(`<wp:post_id>${id}<`)) ?? "";
  return [...item.matchAll(/<p>([\s\S]*?)<\/p>/g)].map(([, text = ""]) =>
    text.replaceAll("&nbsp;", "\u00a0").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&"),
  );
}

/** Takes a whole publication into an empty database, once and again, and looks at what came of it. */
export function testWholeExport({ path = "", skip = false, ...known }: WholeExport): void {
  const all = known.published.length;

  test("a dry run reports everything and writes nothing", { skip }, async () => {
    const before = rowsInAll();
    const report = await importWordPress([path], { ...options, dryRun: true });
    assert.equal(report.data.counts.articles?.taken, all);
    assert.deepEqual(rowsInAll(), before);
  });

  test("its articles come in with their text, dates, section and comments open", { skip }, async () => {
    const report = await importWordPress([path], options);
    assert.deepEqual(report.data.counts.articles, { taken: all });
    const rows = read()
      .select({ article, revision, section: section.slug, id: importedThing.externalId })
      .from(article)
      .innerJoin(revision, eq(revision.id, article.liveRevisionId))
      .innerJoin(section, eq(section.id, article.sectionId))
      .innerJoin(importedThing, eq(importedThing.thingId, article.id))
      .where(eq(importedThing.kind, "article"))
      .all();
    assert.deepEqual(rows.map((row) => row.article.publishedAt?.toISOString()).sort(), known.published);
    for (const row of rows) {
      assert.equal(row.section, known.section);
      assert.deepEqual([row.article.state, row.article.commentsOpen], ["published", true]);
    }
    const file = readFileSync(path, "utf8");
    for (const id of known.ofParagraphs) {
      const row = rows.find((each) => each.id === String(id));
      assert.ok(row, `article ${id}`);
      const lines = read().select().from(byline).where(eq(byline.revisionId, row.revision.id)).all();
      const text = plainText(row.revision.body).split("\n\n");
      assert.deepEqual(text, paragraphsInFile(file, id).slice(lines.length * 2), `text of ${id}`);
    }
    const words = rows.map((row) => plainText(row.revision.body)).join("\n");
    for (const sign of known.signs) assert.ok(words.includes(sign), sign);
  });

  test("bylines inside the text become bylines with the affiliation, and only those", { skip }, () => {
    const lines = read()
      .select({ name: contributor.name, affiliation: byline.affiliation })
      .from(byline)
      .innerJoin(contributor, eq(contributor.id, byline.contributorId))
      .all();
    assert.deepEqual(lines.map(({ name }) => name).sort(), Object.keys(known.bylines).sort());
    for (const { name, affiliation } of lines) {
      assert.ok(affiliation.includes(known.bylines[name] ?? "?"), affiliation);
      assert.doesNotMatch(affiliation, /^\(/);
    }
  });

  test("the old addresses lead to the articles", { skip }, () => {
    const paths = read()
      .select()
      .from(redirect)
      .all()
      .map(({ fromPath }) => fromPath);
    assert.ok(paths.includes(known.formerPath));
    const slugs = read().select({ slug: article.slug }).from(article).all();
    assert.equal(slugs.length, all);
    for (const { slug } of slugs) assert.ok(paths.includes(`/${slug}`), `/${slug} leads nowhere`);
  });

  test("the same export a second time changes nothing", { skip }, async () => {
    const before = rowsInAll();
    const report = await importWordPress([path], options);
    assert.equal(report.written, 0);
    assert.deepEqual(report.data.counts.articles, { unchanged: all });
    assert.deepEqual(rowsInAll(), before);
  });
}
