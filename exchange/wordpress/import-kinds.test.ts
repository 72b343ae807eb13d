import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { plainText } from "#core/document";
import { saveDraft } from "#db/articles/save-draft";
import { read } from "#db/client";
import { theSoftware } from "#db/log";
import { emptyRevision } from "#db/new-article";
import * as schema from "#db/schema";
import { filesFromSite, filesInFolder } from "../move-in/picture-files.ts";
import type { Report } from "../move-in/report.ts";
import { meta, post, wordpressComment, wordpressExport } from "../testing/wordpress-export.ts";
import { type ImportOptions, importWordPress } from "./import-wordpress.ts";

const now = new Date("2026-11-23T12:00:00Z");
const folder = mkdtempSync(join(tmpdir(), "national-update-wxr-"));

let files = 0;
function take(items: string[], options: Partial<ImportOptions> = {}, head = ""): Promise<Report> {
  files += 1;
  const path = join(folder, `${files}.xml`);
  writeFileSync(path, wordpressExport(items, head));
  return importWordPress([path], { dryRun: false, now, ...options });
}

function articleOf(key: number, kind = "article") {
  const known = read()
    .select()
    .from(schema.importedThing)
    .all()
    .find((row) => row.kind === kind && row.externalId === String(key));
  const row = read()
    .select()
    .from(schema.article)
    .where(eq(schema.article.id, known?.thingId ?? 0))
    .get();
  const text = read()
    .select()
    .from(schema.revision)
    .where(eq(schema.revision.id, row?.workingRevisionId ?? 0))
    .get();
  assert.ok(row && text, `there is no article ${key}`);
  return { ...row, text };
}

const remarks = (report: Report, id: string) =>
  report.data.remarks.filter((remark) => remark.id === id).map(({ why }) => why);

test("states come in as what they were; what was hidden becomes a draft", async () => {
  const report = await take([
    post({ id: 1, status: "publish" }),
    post({ id: 2, status: "future" }),
    post({ id: 3, status: "private" }),
    post({ id: 4, status: "pending" }),
    post({ id: 5, more: "<wp:post_password>x</wp:post_password>" }),
    post({ id: 6, status: "trash" }),
    post({ id: 7, type: "page" }),
    post({ id: 8, type: "recipe" }),
  ]);
  assert.deepEqual(
    [1, 2, 3, 4, 5].map((id) => articleOf(id).state),
    ["published", "scheduled", "draft", "in-review", "draft"],
  );
  assert.equal(articleOf(7, "page").state, "draft");
  assert.deepEqual(remarks(report, "6"), ["it lay in the bin"]);
  assert.match(remarks(report, "8").join(), /“recipe”/);
});

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
  const { id, commentCount } = articleOf(20);
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
  const { id } = articleOf(21);
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

test("guest authors are named as they are, several in their order", async () => {
  const guest = post({
    id: 30,
    type: "guest-author",
    slug: "cap-jane-doe",
    more: meta("cap-display_name", "Jane Doe") + meta("cap-user_email", "jane@example.org"),
  });
  const category = (nicename: string, name: string) =>
    `<category domain="author" nicename="${nicename}"><![CDATA[${name}]]></category>`;
  await take([guest, post({ id: 31, more: category("cap-jane-doe", "jane-doe") + category("cap-ann", "ann") })]);
  const names = read()
    .select({ name: schema.contributor.name })
    .from(schema.byline)
    .innerJoin(schema.contributor, eq(schema.contributor.id, schema.byline.contributorId))
    .where(eq(schema.byline.revisionId, articleOf(31).text.id))
    .orderBy(schema.byline.position)
    .all();
  assert.deepEqual(
    names.map(({ name }) => name),
    ["Jane Doe", "Ann Author"],
  );
});

test("an article stands in its primary category, the others and its tags become topics", async () => {
  const category = (id: number, slug: string, parent = "") =>
    `<wp:category><wp:term_id>${id}</wp:term_id><wp:category_nicename>${slug}</wp:category_nicename><wp:category_parent>${parent}</wp:category_parent><wp:cat_name>${slug.toUpperCase()}</wp:cat_name></wp:category>`;
  const term = (domain: string, slug: string) =>
    `<category domain="${domain}" nicename="${slug}"><![CDATA[${slug}]]></category>`;
  const more =
    term("category", "world") +
    term("category", "seoul") +
    term("post_tag", "rivers") +
    meta("_yoast_wpseo_primary_category", "3");
  await take([post({ id: 40, more })], {}, category(1, "world") + category(2, "korea") + category(3, "seoul", "korea"));
  const sections = read().select().from(schema.section).all();
  const seoul = sections.find(({ slug }) => slug === "seoul");
  assert.equal(articleOf(40).sectionId, seoul?.id);
  assert.equal(seoul?.parentId, sections.find(({ slug }) => slug === "korea")?.id);
  assert.equal(
    sections.some(({ slug }) => slug === "world"),
    false,
  );
  assert.deepEqual(
    read()
      .select()
      .from(schema.topic)
      .all()
      .map(({ slug }) => slug)
      .sort(),
    ["rivers", "world"],
  );
});

test("old addresses, the head of the front page, readers' views and words for search come along", async () => {
  const more =
    meta("_wp_old_slug", "older") +
    meta("_wp_old_slug", "oldest") +
    meta("post_views_count", "321") +
    meta("_yoast_wpseo_title", "%%title%% for searchers %%sep%% %%sitename%%") +
    meta("_yoast_wpseo_metadesc", "What it is about");
  await take([post({ id: 50, more }).replace("<wp:is_sticky>0", "<wp:is_sticky>1")]);
  const { id, text } = articleOf(50);
  const paths = read().select().from(schema.redirect).where(eq(schema.redirect.articleId, id)).all();
  assert.deepEqual(paths.map(({ fromPath }) => fromPath).sort(), [
    "/2024/11/older",
    "/2024/11/oldest",
    "/2024/11/post-50",
    "/?p=50",
  ]);
  assert.equal(read().select().from(schema.placement).where(eq(schema.placement.articleId, id)).all().length, 1);
  assert.deepEqual(read().select().from(schema.articleViews).where(eq(schema.articleViews.articleId, id)).all(), [
    { articleId: id, day: "2024-11-26", views: 321 },
  ]);
  assert.equal(text.socialTitle, "Post 50 for searchers – The Old Site");
  assert.equal(text.socialDescription, "What it is about");
});

test("running again brings what changed at the source, and touches nothing that was edited or removed here", async () => {
  const texts = (a: string) => [60, 61, 62].map((id) => post({ id, content: `${a} ${id}` }));
  await take(texts("first"));
  const edited = articleOf(61);
  const content = { ...emptyRevision, headline: "Ours", bylines: [] };
  const saved = await saveDraft(theSoftware, edited.id, edited.version, content, now);
  assert.ok(saved.ok);
  const { writingEngine } = await import("#db/client");
  writingEngine().prepare("update article set deleted_at = 1 where id = ?").run(articleOf(62).id);
  const report = await take(texts("second"));
  assert.deepEqual(report.data.counts.articles, { changed: 1, "edited here": 1, "removed here": 1 });
  assert.equal(plainText(articleOf(60).text.body), "second 60");
  assert.equal(articleOf(61).text.headline, "Ours");
  assert.deepEqual((await take(texts("second"))).data.counts.articles, {
    unchanged: 1,
    "edited here": 1,
    "removed here": 1,
  });
});

const jpeg = (colour: string) =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: colour } })
    .jpeg()
    .toBuffer();
const uploads = join(folder, "uploads");
const attachment = (id: number, path: string) =>
  post({
    id,
    type: "attachment",
    status: "inherit",
    more: `<wp:attachment_url>https://old.example/wp-content/uploads/${path}</wp:attachment_url>${meta("_wp_attachment_image_alt", `Alt ${id}`)}`,
  });

test("pictures come from the uploads folder, full size and with their words, and not from outside of it", async () => {
  mkdirSync(join(uploads, "2024"), { recursive: true });
  writeFileSync(join(uploads, "2024", "a.jpg"), await jpeg("red"));
  writeFileSync(join(folder, "secret.jpg"), await jpeg("blue"));
  symlinkSync(join(folder, "secret.jpg"), join(uploads, "link.jpg"));
  const content = `<figure><img src="https://old.example/wp-content/uploads/2024/a-300x200.jpg" alt="The alt"><figcaption>The caption</figcaption></figure>
<img src="https://old.example/wp-content/uploads/2024/..%2f..%2fsecret.jpg"><img src="https://old.example/wp-content/uploads/link.jpg"><img src="https://elsewhere.example/x.jpg">`;
  const items = [attachment(70, "2024/a.jpg"), post({ id: 71, content, more: meta("_thumbnail_id", "70") })];
  await take(items);
  assert.equal(articleOf(71).text.pictureId, null);
  const dry = await take(items, { files: filesInFolder(uploads), dryRun: true });
  assert.equal(dry.data.counts.pictures?.taken, 1);
  assert.equal(read().select().from(schema.media).all().length, 0);
  const report = await take(items, { files: filesInFolder(uploads) });
  assert.deepEqual(report.data.counts.pictures, { taken: 1, "left out": 2 });
  const { text } = articleOf(71);
  const [kept] = read().select().from(schema.media).all();
  assert.equal(kept?.alt, "Alt 70");
  assert.equal(text.pictureId, kept?.id);
  assert.deepEqual(text.body.content[0], {
    type: "picture",
    attrs: { mediaId: kept?.id, alt: "The alt", caption: "The caption", credit: "" },
  });
  assert.equal((await take(items, { files: filesInFolder(uploads) })).written, 0);
});

test("pictures are fetched from the one site the operator named, and a redirect elsewhere is not followed", async () => {
  const asked: string[] = [];
  const picture = await jpeg("green");
  const elsewhere = createServer((request, response) => {
    asked.push(`elsewhere ${request.url}`);
    response.end(picture);
  }).listen(0, "127.0.0.1");
  const site = createServer((request, response) => {
    asked.push(request.url ?? "");
    if (request.url?.endsWith("moved.jpg")) {
      response
        .writeHead(302, { location: `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/x.jpg` })
        .end();
    } else if (request.url?.endsWith("there.jpg")) response.end(picture);
    else response.writeHead(404).end();
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => site.once("listening", resolve));
  const origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  const at = (id: number, path: string) =>
    attachment(id, path).replace("https://old.example/wp-content", `${origin}/wp-content`);
  const items = [
    at(80, "2024/there.jpg"),
    at(81, "2024/moved.jpg"),
    at(82, "2024/gone.jpg"),
    attachment(83, "2024/other-host.jpg"),
  ];
  const report = await take(items, { files: filesFromSite(origin) });
  site.close();
  elsewhere.close();
  assert.deepEqual(report.data.counts.pictures, { taken: 1, "left out": 3 });
  assert.deepEqual(
    asked.sort(),
    ["gone", "moved", "there"].map((name) => `/wp-content/uploads/2024/${name}.jpg`),
  );
});
