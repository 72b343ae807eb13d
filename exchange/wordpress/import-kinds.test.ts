import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { test } from "node:test";
import { eq } from "drizzle-orm";
import { plainText } from "#core/document";
import { saveDraft } from "#db/articles/save-draft";
import { read, writingEngine } from "#db/client";
import { theSoftware } from "#db/log";
import { emptyRevision } from "#db/new-article";
import * as schema from "#db/schema";
import type { Report } from "../move-in/report.ts";
import { importedArticle } from "../testing/imported-article.ts";
import { takeItems } from "../testing/taken-items.ts";
import { meta, post } from "../testing/wordpress-export.ts";

const now = new Date("2026-11-23T12:00:00Z");
const take = (items: string[], head?: string) => takeItems(items, { now }, head);

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
    [1, 2, 3, 4, 5].map((id) => importedArticle(id).state),
    ["published", "scheduled", "draft", "in-review", "draft"],
  );
  assert.equal(importedArticle(7, "page").state, "draft");
  assert.deepEqual(remarks(report, "6"), ["it lay in the bin"]);
  assert.match(remarks(report, "8").join(), /“recipe”/);
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
    .where(eq(schema.byline.revisionId, importedArticle(31).text.id))
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
  await take([post({ id: 40, more })], category(1, "world") + category(2, "korea") + category(3, "seoul", "korea"));
  const sections = read().select().from(schema.section).all();
  const seoul = sections.find(({ slug }) => slug === "seoul");
  assert.equal(importedArticle(40).sectionId, seoul?.id);
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
  const { id, text } = importedArticle(50);
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
  const edited = importedArticle(61);
  const content = { ...emptyRevision, headline: "Ours", bylines: [] };
  const saved = await saveDraft(theSoftware, edited.id, edited.version, content, now);
  assert.ok(saved.ok);
  writingEngine().prepare("update article set deleted_at = 1 where id = ?").run(importedArticle(62).id);
  const report = await take(texts("second"));
  assert.deepEqual(report.data.counts.articles, { changed: 1, "edited here": 1, "removed here": 1 });
  assert.equal(plainText(importedArticle(60).text.body), "second 60");
  assert.equal(importedArticle(61).text.headline, "Ours");
  assert.deepEqual((await take(texts("second"))).data.counts.articles, {
    unchanged: 1,
    "edited here": 1,
    "removed here": 1,
  });
});
