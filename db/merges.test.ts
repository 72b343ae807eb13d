import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { test } from "node:test";
import { and, eq } from "drizzle-orm";
import { read, transaction } from "#db/client";
import { createContributor } from "#db/contributors";
import { emptyBin } from "#db/empty-bin";
import { theSoftware } from "#db/log";
import { mergeContributor, undoContributorMerge } from "#db/merge-contributors";
import { mergeSection, undoSectionMerge } from "#db/merge-sections";
import { mergeTopic, undoTopicMerge } from "#db/merge-topics";
import { listMerges, type MergedKind } from "#db/merges";
import { addRevision, emptyRevision } from "#db/new-article";
import { findRedirect } from "#db/redirects";
import { article, articleTopic, byline, contributor, placement, redirect, revision, section, topic } from "#db/schema";
import { addContributor, addSection, addTopic, publish } from "#db/testing/publication";

const now = new Date("2026-11-23T08:00:00Z");
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
const leads = (path: string) => findRedirect([path], now);
const said = (result: { ok: boolean; reason?: string }) => (result.ok ? "done" : result.reason);

async function mergeOf(kind: MergedKind, name: string): Promise<number> {
  const [found] = await listMerges([kind], name, now);
  assert.ok(found, `a merge of ${name}`);
  return found.id;
}

const writersOf = (articleId: number) =>
  read()
    .select({ name: contributor.name, affiliation: byline.affiliation })
    .from(byline)
    .innerJoin(revision, eq(revision.id, byline.revisionId))
    .innerJoin(contributor, eq(contributor.id, byline.contributorId))
    .where(eq(revision.articleId, articleId))
    .orderBy(byline.revisionId, byline.position)
    .all()
    .map(({ name, affiliation }) => (affiliation ? `${name}, ${affiliation}` : name));

test("two records of a person that were merged by mistake become two again, with all texts of the one's articles", async () => {
  const sectionId = await addSection("people");
  const [one, other] = [await addContributor("i-okonkwo"), await addContributor("ife-okonkwo")];
  const by = (...ids: number[]) => ({ bylines: ids.map((contributorId) => ({ contributorId, affiliation: "Tides" })) });
  const ones = await publish({ sectionId, slug: "by-one", content: by(one) }, now);
  const others = await publish({ sectionId, slug: "by-other", content: by(other) }, now);
  const both = await publish({ sectionId, slug: "by-both", content: by(one, other) }, now);
  await transaction(async (tx) => {
    tx.insert(redirect)
      .values({ fromPath: "/author/io", contributorId: one, origin: "imported", createdAt: now })
      .run();
  });

  assert.equal(said(await mergeContributor(theSoftware, one, other, now)), "done");
  assert.deepEqual(writersOf(both), ["ife-okonkwo, Tides", "ife-okonkwo, Tides"]);
  await transaction(async (tx) => {
    const content = { ...emptyRevision, ...by(other), headline: "Corrected since" };
    addRevision(tx, ones, 99, content, { occasion: "save", savedAt: now, savedBy: null });
  });

  const id = await mergeOf("contributor", "okonkwo");
  assert.equal(said(await undoSectionMerge(theSoftware, id, now)), "not-found");
  assert.equal(said(await undoContributorMerge(theSoftware, id, later(30))), "too-late");
  assert.equal(said(await undoContributorMerge(theSoftware, id, later(29))), "done");
  assert.deepEqual(writersOf(ones), ["i-okonkwo, Tides", "i-okonkwo, Tides"]);
  assert.deepEqual(writersOf(others), ["ife-okonkwo, Tides"]);
  assert.deepEqual(writersOf(both), ["i-okonkwo, Tides", "ife-okonkwo, Tides"]);
  assert.equal(await leads("/contributors/i-okonkwo"), undefined);
  assert.equal(await leads("/author/io"), "/contributors/i-okonkwo");
  assert.equal(said(await undoContributorMerge(theSoftware, id, now)), "not-found");
});

test("a merge is not undone over an address that was given away, nor before a later merge of what it went into", async () => {
  const [one, other, third] = [await addContributor("lee"), await addContributor("li"), await addContributor("ly")];
  assert.equal(said(await mergeContributor(theSoftware, one, other, now)), "done");
  assert.equal(said(await mergeContributor(theSoftware, other, third, now)), "done");
  const [first, second] = [await mergeOf("contributor", "lee"), await mergeOf("contributor", "li")];
  assert.equal(said(await undoContributorMerge(theSoftware, first, now)), "into-gone");
  assert.equal(said(await undoContributorMerge(theSoftware, second, now)), "done");
  const namesake = { name: "Lee", slug: "lee", affiliation: "", bio: "", links: [], pictureId: null };
  const created = await createContributor(theSoftware, namesake, now);
  assert.ok(created.ok);
  assert.equal(said(await undoContributorMerge(theSoftware, first, now)), "slug-taken");
});

test("a section comes back with its articles, its page's order and its addresses; what has moved on stays there", async () => {
  const [from, into, elsewhere] = [await addSection("sport"), await addSection("life"), await addSection("else")];
  const [stays, moves] = [
    await publish({ sectionId: from, slug: "rowing" }, now),
    await publish({ sectionId: from, slug: "chess" }, now),
  ];
  const own = await publish({ sectionId: into, slug: "bread" }, now);
  await transaction(async (tx) => {
    const until = later(2);
    tx.insert(placement).values({ sectionId: from, position: 0, articleId: stays, until }).run();
    tx.insert(placement).values({ sectionId: from, position: 1, articleId: moves }).run();
  });
  assert.equal(said(await mergeSection(theSoftware, from, into, now)), "done");
  await transaction(async (tx) => tx.update(article).set({ sectionId: elsewhere }).where(eq(article.id, moves)).run());

  assert.equal(said(await undoSectionMerge(theSoftware, await mergeOf("section", "sport"), now)), "done");
  const home = (id: number) => read().select().from(article).where(eq(article.id, id)).get()?.sectionId;
  assert.deepEqual([stays, moves, own].map(home), [from, elsewhere, into]);
  assert.equal(await leads("/sport"), undefined);
  assert.equal(await leads("/sport/rowing"), undefined);
  assert.equal(await leads("/life/rowing"), "/sport/rowing");
  const placed = read().select().from(placement).where(eq(placement.sectionId, from)).all();
  assert.deepEqual(
    placed.map(({ articleId, until }) => [articleId, until]),
    [[stays, later(2)]],
  );
});

test("a retired topic comes back retired, to the articles that still have the other one", async () => {
  const sectionId = await addSection("topics");
  const [from, into] = [await addTopic("ships"), await addTopic("shipping")];
  await transaction(async (tx) => tx.update(topic).set({ retiredAt: now }).where(eq(topic.id, from)).run());
  const articleWith = (slug: string, ...topicIds: number[]) => publish({ sectionId, slug, topicIds }, now);
  const [one, both, other] = [
    await articleWith("has-one", from),
    await articleWith("has-both", from, into),
    await articleWith("has-other", into),
  ];
  const taken = await articleWith("loses-it", from);
  assert.equal(said(await mergeTopic(theSoftware, from, into, now)), "done");
  const lost = and(eq(articleTopic.articleId, taken), eq(articleTopic.topicId, into));
  await transaction(async (tx) => tx.delete(articleTopic).where(lost).run());

  assert.equal(said(await undoTopicMerge(theSoftware, await mergeOf("topic", "ships"), now)), "done");
  const topicsOf = (articleId: number) =>
    read()
      .select({ id: articleTopic.topicId })
      .from(articleTopic)
      .where(eq(articleTopic.articleId, articleId))
      .all()
      .map(({ id }) => id)
      .sort((a, b) => a - b);
  assert.deepEqual([one, both, other, taken].map(topicsOf), [[from], [from, into], [into], []]);
  assert.deepEqual(read().select().from(topic).where(eq(topic.id, from)).get()?.retiredAt, now);
  assert.equal(await leads("/topics/ships"), undefined);
});

test("the last section in use is not merged away, and a merge is forgotten after 30 days", async () => {
  const [kept, retired] = [await addSection("kept"), await addSection("retired")];
  await transaction(async (tx) => {
    tx.update(section).set({ retiredAt: now }).run();
    tx.update(section).set({ retiredAt: null }).where(eq(section.id, kept)).run();
  });
  assert.equal(said(await mergeSection(theSoftware, kept, retired, now)), "last-section");
  assert.equal(said(await mergeSection(theSoftware, retired, kept, now)), "done");
  const id = await mergeOf("section", "retired");
  assert.equal((await emptyBin(later(29))).merges, 0);
  assert.ok((await emptyBin(later(30))).merges > 0);
  assert.equal(said(await undoSectionMerge(theSoftware, id, now)), "not-found");
});
