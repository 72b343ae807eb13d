import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { eq } from "drizzle-orm";
import { read, transaction } from "#db/client";
import { article, comment, commenter, redirect } from "#db/schema";
import { addPublishedArticle } from "#db/testing/an-article";
import { RefusedSource } from "../move-in/refused-source.ts";
import { importDisqus } from "./import-disqus.ts";

const now = new Date("2026-11-23T12:00:00Z");
const options = { dryRun: false, now };
const folder = mkdtempSync(join(tmpdir(), "national-update-disqus-"));

const post = (id: number, thread: number, more = "") =>
  `<post dsq:id="${id}"><id/><message><![CDATA[<p>Words ${id}</p>]]></message><createdAt>2020-01-02T03:04:0${id}Z</createdAt><isDeleted>false</isDeleted><isSpam>false</isSpam><author><email>reader@example.org</email><name>Reader</name></author><thread dsq:id="${thread}"/>${more}</post>`;

function disqus(threads: string, posts: string, name = "disqus.xml"): string {
  const path = join(folder, name);
  writeFileSync(
    path,
    `<?xml version="1.0"?><disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">${threads}${posts}</disqus>`,
  );
  return path;
}

test("comments of Disqus come under the articles that have or had their threads' addresses", async () => {
  const { id, slug, sectionSlug } = await addPublishedArticle();
  const { id: other } = await addPublishedArticle();
  await transaction(async (tx) => {
    tx.insert(redirect).values({ fromPath: "/?p=2104", articleId: other, origin: "imported", createdAt: now }).run();
  });
  const threads = [
    `<thread dsq:id="1"><id/><link>https://here.example/${sectionSlug}/${slug}/</link></thread>`,
    `<thread dsq:id="2"><id>2104 https://old.example/?p=2104</id><link>https://old.example/gone/</link></thread>`,
    `<thread dsq:id="3"><id/><link>https://old.example/never/</link></thread>`,
  ].join("");
  const posts = [
    post(1, 1),
    post(2, 1, '<parent dsq:id="1"/>'),
    post(3, 2).replace("<isSpam>false", "<isSpam>true"),
    post(4, 3),
  ].join("");
  const path = disqus(threads, posts);
  assert.equal((await importDisqus(path, { ...options, dryRun: true })).data.counts.comments?.taken, 3);
  assert.equal(read().select().from(comment).all().length, 0);
  const report = await importDisqus(path, options);
  assert.deepEqual(report.data.counts, { threads: { "left out": 1 }, comments: { taken: 3, "left out": 1 } });
  const rows = read().select().from(comment).orderBy(comment.id).all();
  assert.deepEqual(
    rows.map(({ articleId, text, status, parentId }) => ({ articleId, text, status, parentId })),
    [
      { articleId: id, text: "Words 1", status: "approved", parentId: null },
      { articleId: id, text: "Words 2", status: "approved", parentId: rows[0]?.id },
      { articleId: other, text: "Words 3", status: "spam", parentId: null },
    ],
  );
  assert.equal(read().select().from(article).where(eq(article.id, id)).get()?.commentCount, 2);
  assert.equal(read().select().from(commenter).all().length, 1);
  const again = await importDisqus(path, options);
  assert.deepEqual(again.data.counts.comments, { unchanged: 3, "left out": 1 });
  assert.equal(again.written, 0);
});

test("what is no Disqus export, or is cut off, is refused and leaves nothing", async () => {
  const before = read().select().from(comment).all().length;
  const cut = join(folder, "cut.xml");
  writeFileSync(cut, '<disqus xmlns="http://disqus.com"><thread dsq:id="1">');
  const other = join(folder, "other.xml");
  writeFileSync(other, "<rss></rss>");
  await assert.rejects(
    importDisqus(cut, options),
    (error) => error instanceof RefusedSource && /cut off/.test(error.message),
  );
  await assert.rejects(
    importDisqus(other, options),
    (error) => error instanceof RefusedSource && /not a Disqus export/.test(error.message),
  );
  assert.equal(read().select().from(comment).all().length, before);
});
