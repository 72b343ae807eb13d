import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { test } from "node:test";
import { and, eq } from "drizzle-orm";
import { articleTag, sectionTag } from "#core/page-tags";
import type { Role } from "#core/permissions";
import { listTopicIds } from "#db/articles/article-surroundings";
import { moveArticle } from "#db/articles/move-article";
import { moveMany } from "#db/articles/move-many";
import { listMovesBetween } from "#db/articles/moves-between";
import { onChange, read, transaction } from "#db/client";
import { addArticle, emptyRevision } from "#db/new-article";
import { article, logEntry, redirect, section, staff, topic } from "#db/schema";

const noon = new Date("2026-11-23T12:00:00Z");

const { asia, world, ferries, ports, mina, carla } = await transaction(async (tx) => {
  const aSection = (slug: string) =>
    tx.insert(section).values({ slug, name: slug }).returning({ id: section.id }).get().id;
  const aTopic = (slug: string) => tx.insert(topic).values({ slug, name: slug }).returning({ id: topic.id }).get().id;
  const somebody = (name: string, role: Role) => {
    const email = `${name}@desk.example`;
    const added = tx.insert(staff).values({ email, name, role, createdAt: noon }).returning({ id: staff.id }).get();
    return { staffId: added.id, name, role };
  };
  return {
    asia: aSection("asia"),
    world: aSection("world"),
    ferries: aTopic("ferries"),
    ports: aTopic("ports"),
    mina: somebody("Mina", "editor"),
    carla: somebody("Carla", "contributor"),
  };
});

let written = 0;
function anArticle(of: { staffId: number }, more: { publishedAt?: Date; topicIds?: number[] } = {}): Promise<number> {
  written += 1;
  const publishedAt = more.publishedAt ?? null;
  const given = {
    sectionId: asia,
    slug: `quay-${written}`,
    state: publishedAt ? ("published" as const) : ("draft" as const),
    publishedAt,
    topicIds: more.topicIds ?? [],
    commentsOpen: true,
    content: { ...emptyRevision, headline: `Quay ${written}` },
    createdBy: of.staffId,
    occasion: "save",
  };
  return transaction(async (tx, changed) => addArticle(tx, changed, given, noon));
}

const sectionOf = (id: number) => read().select().from(article).where(eq(article.id, id)).get()?.sectionId;
const logged = (id: number) =>
  read()
    .select({ verb: logEntry.verb, who: logEntry.staffName })
    .from(logEntry)
    .where(and(eq(logEntry.thingKind, "article"), eq(logEntry.thingId, id)))
    .all();

test("several articles get a section and a topic more, each with its lines in the log", async () => {
  const [one, other] = [await anArticle(mina, { topicIds: [ports] }), await anArticle(carla)];
  const answer = await moveMany(mina, [one, other, one], { sectionId: world, topicId: ferries }, noon);
  assert.deepEqual(answer, { moved: 2, left: [] });
  assert.deepEqual([sectionOf(one), sectionOf(other)], [world, world]);
  assert.deepEqual(await listTopicIds(one), [ports, ferries]);
  assert.deepEqual(await listTopicIds(other), [ferries]);
  for (const id of [one, other]) {
    assert.deepEqual(logged(id).slice(-2), [
      { verb: "move", who: "Mina" },
      { verb: "topics", who: "Mina" },
    ]);
  }
});

test("what stands there already, or is gone, is left and named, and holds up no other", async () => {
  const [there, moves] = [await anArticle(mina, { topicIds: [ferries] }), await anArticle(mina)];
  const before = logged(there).length;
  const answer = await moveMany(mina, [there, 999_999, moves], { topicId: ferries }, noon);
  assert.equal(answer.moved, 1);
  assert.deepEqual(
    answer.left.map(({ reason }) => reason),
    ["nothing-to-change", "not-found"],
  );
  assert.equal(logged(there).length, before);
});

test("a section or topic that does not exist changes nothing", async () => {
  const id = await anArticle(mina);
  assert.equal((await moveMany(mina, [id], { sectionId: 999_999 }, noon)).left[0]?.reason, "no-such-section");
  assert.equal((await moveMany(mina, [id], { topicId: 999_999 }, noon)).left[0]?.reason, "no-such-topic");
  assert.deepEqual([sectionOf(id), await listTopicIds(id)], [asia, []]);
});

test("a contributor moves drafts of their own, not what is published, and learns nothing of other people's", async () => {
  const [own, published, another] = [
    await anArticle(carla),
    await anArticle(carla, { publishedAt: noon }),
    await anArticle(mina),
  ];
  const answer = await moveMany(carla, [own, published, another], { sectionId: world }, noon);
  assert.equal(answer.moved, 1);
  assert.deepEqual(
    answer.left.map(({ reason, headline }) => [reason, headline === ""]),
    [
      ["not-allowed", false],
      ["not-found", true],
    ],
  );
  assert.deepEqual([own, published, another].map(sectionOf), [world, asia, asia]);
});

test("readers' pages of both sections are made anew, and the former address leads on", async () => {
  const id = await anArticle(mina, { publishedAt: noon });
  const tags: string[] = [];
  const stop = onChange((changed) => {
    tags.push(...changed);
  });
  await moveMany(mina, [id], { sectionId: world }, noon);
  stop();
  for (const tag of [articleTag(id), sectionTag(asia), sectionTag(world)]) assert.ok(tags.includes(tag), tag);
  assert.ok(
    read()
      .select()
      .from(redirect)
      .where(eq(redirect.fromPath, `/asia/quay-${written}`))
      .get(),
  );
});

test("what was moved between two moments is told as one step from the first to the last", async () => {
  const id = await anArticle(mina, { topicIds: [ferries] });
  const at = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);
  const slug = `moved-${id}`;
  const steps: [minutes: number, Parameters<typeof moveArticle>[2]][] = [
    [1, { sectionId: world, slug, topicIds: [ferries] }],
    [2, { sectionId: world, slug: `${slug}-again`, topicIds: [ferries, ports] }],
    [3, { sectionId: asia, slug, topicIds: [ferries, ports] }],
  ];
  for (const [minutes, place] of steps) assert.ok((await moveArticle(mina, id, place, at(minutes))).ok);
  const address = read().select().from(logEntry).where(eq(logEntry.thingId, id)).get()?.detail.from;
  assert.deepEqual(await listMovesBetween(id, at(0), at(2)), [
    { part: "Section and address", before: address, after: `/world/${slug}-again` },
    { part: "Topics", before: "ferries", after: "ferries, ports" },
  ]);
  assert.deepEqual(await listMovesBetween(id, at(2), at(9)), [
    { part: "Section and address", before: `/world/${slug}-again`, after: `/asia/${slug}` },
  ]);
  assert.deepEqual(await listMovesBetween(id, at(3), at(9)), []);
});
