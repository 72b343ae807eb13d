import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { test } from "node:test";
import { eq } from "drizzle-orm";
import { articleTag, type PageTag, redirectsTag, sectionTag, topicTag } from "#core/page-tags";
import { moveArticle } from "#db/articles/move-article";
import { onChange, read, transaction } from "#db/client";
import { type ImportedArticle, importArticle } from "#db/imports-articles";
import { theSoftware } from "#db/log";
import { emptyRevision } from "#db/new-article";
import { findRedirect } from "#db/redirects";
import { article } from "#db/schema";
import { addSection, addTopic, publish } from "#db/testing/publication";

const now = new Date("2026-11-23T12:00:00Z");
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const [asia, world, ferries, ports] = [
  await addSection("asia"),
  await addSection("world"),
  await addTopic("ferries"),
  await addTopic("ports"),
];

/** What a source says of an article: in Asia, about ferries, out an hour ago, unless it says otherwise. */
function said(key: string, more: Partial<ImportedArticle> = {}): ImportedArticle {
  return {
    kind: "article",
    key,
    slug: key,
    sectionId: asia,
    topicIds: [ferries],
    state: "published",
    publishedAt: ago(60),
    createdAt: ago(60),
    commentsOpen: true,
    content: { ...emptyRevision, headline: key },
    words: 0,
    sticky: false,
    views: 0,
    ...more,
  };
}

/** Takes an article in, and gives what pages were told of. */
async function takeIn(given: ImportedArticle) {
  const tags = new Set<PageTag>();
  const stop = onChange((changed) => {
    for (const tag of changed) tags.add(tag);
  });
  const taken = await transaction((tx, changed) => importArticle({ tx, changed, source: "test", now }, given));
  stop();
  return { ...taken, tags };
}

const sectionOf = (id: number) => read().select().from(article).where(eq(article.id, id)).get()?.sectionId;
const assertTold = (tags: Set<PageTag>, wanted: PageTag[]) =>
  assert.deepEqual(
    wanted.filter((tag) => !tags.has(tag)),
    [],
  );

test("an article that the source has moved is found at its former address, and its new neighbour is told", async () => {
  const older = await publish({ sectionId: world, slug: "older", publishedAt: ago(90) }, now);
  await publish({ sectionId: world, slug: "newer", publishedAt: ago(30) }, now);
  const { id } = await takeIn(said("quay"));
  const { outcome, tags } = await takeIn(said("quay", { sectionId: world, topicIds: [ports] }));
  assert.equal(outcome, "changed");
  assert.equal(sectionOf(id), world);
  assert.equal(await findRedirect(["/asia/quay"], now), "/world/quay");
  const lists = [sectionTag(asia), sectionTag(world), topicTag(ferries), topicTag(ports)];
  assertTold(tags, [...lists, articleTag(id), articleTag(older), redirectsTag]);
});

test("an article that waits leaves no address behind, and its new section learns of its moment", async () => {
  const scheduled = { state: "scheduled" as const, publishedAt: ago(-60) };
  const { id } = await takeIn(said("embargo", scheduled));
  const { tags } = await takeIn(said("embargo", { ...scheduled, sectionId: world }));
  assert.equal(sectionOf(id), world);
  assert.equal(await findRedirect(["/asia/embargo"], ago(-61)), undefined);
  assertTold(tags, [sectionTag(asia), sectionTag(world)]);
});

test("a draft that the source has moved tells no page", async () => {
  const draft = { state: "draft" as const, publishedAt: null };
  const { id } = await takeIn(said("draft", draft));
  const { tags } = await takeIn(said("draft", { ...draft, sectionId: world }));
  assert.equal(sectionOf(id), world);
  assert.deepEqual([...tags], []);
});

test("an article that was moved here stays where it was put, and has no address but those", async () => {
  const { id } = await takeIn(said("stays"));
  assert.ok((await moveArticle(theSoftware, id, { sectionId: world, slug: "stays", topicIds: [] }, now)).ok);
  const { outcome } = await takeIn(said("stays", { topicIds: [ports] }));
  assert.equal(outcome, "changed");
  assert.equal(sectionOf(id), world);
  assert.equal(await findRedirect(["/asia/stays"], now), "/world/stays");
});
