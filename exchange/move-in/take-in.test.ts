import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import Database from "better-sqlite3";
import { count } from "drizzle-orm";
import { parseSearchQuery } from "#core/search-query";
import { onChange, read, transaction } from "#db/client";
import { dataPath } from "#db/environment";
import { article, comment } from "#db/schema";
import { searchPublished } from "#db/search";
import { indexWhatWasLeft, leaveForLater } from "#db/search-later";
import { addSection, paragraph, publish } from "#db/testing/publication";
import { DATABASE_FILE } from "#db/whole-database";
import { post, wordpressComment, wordpressExport } from "../testing/wordpress-export.ts";
import { importWordPress } from "../wordpress/import-wordpress.ts";

const now = new Date("2026-11-23T12:00:00Z");
const path = join(mkdtempSync(join(tmpdir(), "national-update-take-in-")), "export.xml");
const ARTICLES = 60;
writeFileSync(
  path,
  wordpressExport(
    Array.from({ length: ARTICLES }, (_, index) =>
      post({
        id: index + 1,
        content: `<p>The gauge was read by quartermasters${index}.</p>`,
        more: wordpressComment(index + 1, { email: `reader-${index}@old.example` }),
      }),
    ),
  ),
);

const rows = () => [article, comment].map((table) => read().select({ rows: count() }).from(table).get()?.rows);

async function found(word: string): Promise<number> {
  return (await searchPublished(parseSearchQuery(word), {}, { limit: 50, offset: 0 }, now)).ids.length;
}

/** Runs an import, and asks at each of its steps whether another process could write. */
async function whoCanWriteDuring(dryRun: boolean): Promise<Record<string, boolean>> {
  const other = new Database(dataPath(DATABASE_FILE), { timeout: 0 });
  const could: Record<string, boolean> = {};
  const progress = (step: string) => {
    try {
      other.exec("BEGIN IMMEDIATE; ROLLBACK");
      could[step] ??= true;
    } catch (error) {
      assert.match(String(error), /locked/);
      could[step] = false;
    }
  };
  await importWordPress([path], { dryRun, now, progress });
  other.close();
  return could;
}

test("a dry run keeps nobody from writing, reports what an import does, and leaves nothing behind", async () => {
  assert.deepEqual(await whoCanWriteDuring(true), { checking: true, converting: true, "taking in": true });
  assert.deepEqual(rows(), [0, 0]);
  assert.deepEqual(
    readdirSync(dataPath()).filter((name) => name.startsWith(".")),
    [],
  );
  const tried = await importWordPress([path], { dryRun: true, now });
  const taken = await importWordPress([path], { dryRun: false, now });
  assert.deepEqual(tried.data.counts, taken.data.counts);
  assert.deepEqual(rows(), [ARTICLES, ARTICLES]);
  const again = await importWordPress([path], { dryRun: true, now });
  assert.equal(again.data.counts.articles?.unchanged, ARTICLES);
});

test("an import keeps others from writing only while its articles are written, not while it reads or indexes", async () => {
  writeFileSync(path, wordpressExport([post({ id: 900, content: "<p>Barometers.</p>" })]));
  assert.deepEqual(await whoCanWriteDuring(false), {
    checking: true,
    converting: true,
    "taking in": false,
    indexing: true,
  });
});

test("what came in is found by its words once the import is done", async () => {
  assert.equal(await found("quartermasters7"), 1);
  assert.equal(await found("barometers"), 1);
  assert.equal(await found("thermometers"), 0);
});

test("what an interrupted import has left is indexed later; what others change meanwhile, at once", async () => {
  const sectionId = await addSection("tides");
  const content = { headline: "Hygrometers", standfirst: "", body: paragraph("Read daily.") };
  await transaction(async (tx) => {
    const id = tx.insert(article).values({ sectionId, slug: "left", createdAt: now }).returning().get().id;
    leaveForLater(tx);
    assert.ok(id > 0);
  });
  await publish({ sectionId, slug: "at-once", content }, now);
  assert.equal(await found("hygrometers"), 1);
  const steps: [number, number][] = [];
  await indexWhatWasLeft(
    async () => undefined,
    (done, all) => void steps.push([done, all]),
  );
  assert.deepEqual(steps, [[1, 1]]);
});

test("a process that serves readers rehearses nothing: its deeds would be lost", async () => {
  const stop = onChange(() => undefined);
  await assert.rejects(importWordPress([path], { dryRun: true, now }), /serves readers/);
  stop();
});
