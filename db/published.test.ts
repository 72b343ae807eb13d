import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { test } from "node:test";
import { eq } from "drizzle-orm";
import { onChange, transaction } from "#db/client";
import { addRevision, emptyRevision } from "#db/new-article";
import { listCards } from "#db/published";
import { findPublishedArticle } from "#db/published-article";
import {
  findListPosition,
  findNextAppearance,
  listContributorIds,
  listLatestIds,
  listOlderSectionIds,
  listSectionIds,
  listTopicIds,
} from "#db/published-lists";
import { article } from "#db/schema";
import { addContributor, addSection, addTopic, paragraph, publish } from "#db/testing/publication";

const now = new Date("2026-11-23T12:00:00Z");
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);
const asia = await addSection("asia");
const change = (id: number, values: Partial<typeof article.$inferInsert>) =>
  transaction(async (tx) => void tx.update(article).set(values).where(eq(article.id, id)).run());
const isSeen = async (slug: string, at = now) => (await findPublishedArticle("asia", slug, at)) !== undefined;

test("a published article is seen under its section, and under no other", async () => {
  const world = await addSection("world");
  await publish({ sectionId: asia, slug: "seen", content: { body: paragraph("Text.") } }, now);
  const found = await findPublishedArticle("asia", "seen", now);
  assert.deepEqual(found?.body, paragraph("Text."));
  assert.equal(await findPublishedArticle("world", "seen", now), undefined);
  assert.deepEqual(await listSectionIds(world, { limit: 5 }, now), []);
});

test("a draft, a withdrawn and a deleted article are seen nowhere", async () => {
  const draft = await publish({ sectionId: asia, slug: "draft", state: "draft" }, now);
  const withdrawn = await publish({ sectionId: asia, slug: "withdrawn" }, now);
  const deleted = await publish({ sectionId: asia, slug: "deleted" }, now);
  assert.ok((await isSeen("withdrawn")) && (await isSeen("deleted")));
  await change(withdrawn, { withdrawnAt: now });
  await change(deleted, { deletedAt: now });
  for (const slug of ["draft", "withdrawn", "deleted"]) assert.equal(await isSeen(slug), false, slug);
  const hidden = [draft, withdrawn, deleted];
  assert.deepEqual(await listCards(hidden, now), []);
  const listed = [
    ...(await listSectionIds(asia, { limit: 100 }, now)),
    ...(await listLatestIds({ limit: 100 }, now)),
    ...(await listOlderSectionIds(asia, { publishedAt: minutes(60), id: 0 }, 100, now)),
  ];
  assert.ok(!listed.some((id) => hidden.includes(id)));
});

test("an embargo lifts at its millisecond, and the page knows when", async () => {
  const lifts = minutes(30);
  const id = await publish({ sectionId: asia, slug: "embargoed", state: "scheduled", publishedAt: lifts }, now);
  const before = new Date(lifts.getTime() - 1);
  assert.equal(await isSeen("embargoed", before), false);
  assert.equal(await isSeen("embargoed", lifts), true);
  assert.deepEqual(await findNextAppearance(before, asia), lifts);
  assert.deepEqual(await findNextAppearance(before), lifts);
  assert.equal(await findNextAppearance(lifts), undefined);
  assert.ok(!(await listSectionIds(asia, { limit: 100 }, before)).includes(id));
  assert.equal((await listSectionIds(asia, { limit: 1 }, lifts))[0], id);
});

test("a changed text takes the place of the live one at its moment, with its own byline", async () => {
  const first = await addContributor("first");
  const second = await addContributor("second");
  const bylines = (contributorId: number) => [{ contributorId, affiliation: "then" }];
  const id = await publish(
    { sectionId: asia, slug: "changing", content: { headline: "Before", bylines: bylines(first) } },
    now,
  );
  await transaction(async (tx) => {
    const content = { ...emptyRevision, headline: "After", bylines: bylines(second) };
    const nextRevisionId = addRevision(tx, id, 2, content, { occasion: "test", savedAt: now, savedBy: null });
    tx.update(article)
      .set({ nextRevisionId, nextAt: minutes(10) })
      .where(eq(article.id, id))
      .run();
  });
  const printed = async (at: Date) => {
    const [card] = await listCards([id], at);
    return [card?.headline, card?.bylines[0]?.name, card?.nextAt?.getTime()];
  };
  assert.deepEqual(await printed(minutes(9)), ["Before", "first", minutes(10).getTime()]);
  assert.deepEqual(await printed(minutes(10)), ["After", "second", minutes(10).getTime()]);
  assert.deepEqual(await listContributorIds(first, { limit: 5 }, minutes(9)), [id]);
  assert.deepEqual(await listContributorIds(first, { limit: 5 }, minutes(10)), []);
  assert.deepEqual(await listContributorIds(second, { limit: 5 }, minutes(10)), [id]);
});

test("a byline keeps the affiliation of its time when the contributor moves on", async () => {
  const contributorId = await addContributor("lee", "Present Institute");
  const bylines = [{ contributorId, affiliation: "Former Institute" }];
  await publish({ sectionId: asia, slug: "affiliated", content: { bylines } }, now);
  const found = await findPublishedArticle("asia", "affiliated", now);
  assert.deepEqual(
    found?.bylines.map(({ affiliation }) => affiliation),
    ["Former Institute"],
  );
});

test("a topic lists its articles, newest first", async () => {
  const rivers = await addTopic("rivers");
  const older = await publish(
    { sectionId: asia, slug: "older-river", topicIds: [rivers], publishedAt: minutes(-50) },
    now,
  );
  const newer = await publish(
    { sectionId: asia, slug: "newer-river", topicIds: [rivers], publishedAt: minutes(-40) },
    now,
  );
  assert.deepEqual(await listTopicIds(rivers, { limit: 10 }, now), [newer, older]);
  assert.deepEqual(await listTopicIds(rivers, { limit: 10 }, minutes(-45)), [older]);
});

test("pages of a section neither skip nor repeat, be articles of one millisecond or new ones in between", async () => {
  const busy = await addSection("busy");
  for (let number = 1; number <= 23; number += 1) {
    const publishedAt = minutes(-100 + Math.floor(number / 5));
    await publish({ sectionId: busy, slug: `busy-${number}`, publishedAt }, now);
  }
  const all = await listSectionIds(busy, { limit: 100 }, now);
  assert.equal(new Set(all).size, 23);
  const counted: number[] = [];
  for (let offset = 0; offset < 23; offset += 4)
    counted.push(...(await listSectionIds(busy, { limit: 4, offset }, now)));
  assert.deepEqual(counted, all);

  const followed = await listSectionIds(busy, { limit: 4 }, now);
  while (followed.length < 23) {
    await publish({ sectionId: busy, slug: `news-${followed.length}` }, now);
    const position = await findListPosition(busy, followed.at(-1) ?? 0, now);
    assert.ok(position);
    followed.push(...(await listOlderSectionIds(busy, position, 4, now)));
  }
  assert.deepEqual(followed, all);
});

test("an article of another section has no position in this one", async () => {
  const [id] = await listSectionIds(asia, { limit: 1 }, now);
  assert.ok(id);
  assert.ok(await findListPosition(asia, id, now));
  assert.equal(await findListPosition(asia + 1, id, now), undefined);
});

test("what is put into a section's past tells the pages that show its older neighbour, and no others of the section", async () => {
  const quiet = await addSection("quiet");
  const oldest = await publish({ sectionId: quiet, slug: "oldest", publishedAt: minutes(-300) }, now);
  const newest = await publish({ sectionId: quiet, slug: "newest", publishedAt: minutes(-100) }, now);
  const told: string[] = [];
  const stop = onChange((tags) => told.push(...tags));
  await publish({ sectionId: quiet, slug: "between", publishedAt: minutes(-200) }, now);
  stop();
  assert.ok(told.includes(`article:${oldest}`));
  assert.ok(!told.includes(`article:${newest}`));
});

test("what is newest in its section tells no page of another article", async () => {
  const calm = await addSection("calm");
  const before = await publish({ sectionId: calm, slug: "before-it", publishedAt: minutes(-100) }, now);
  const told: string[] = [];
  const stop = onChange((tags) => told.push(...tags));
  const id = await publish({ sectionId: calm, slug: "the-newest", publishedAt: now }, now);
  stop();
  assert.ok(told.includes(`article:${id}`));
  assert.ok(!told.includes(`article:${before}`));
});
