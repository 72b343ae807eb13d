import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { eq, sql } from "drizzle-orm";
import { parseSearchQuery } from "#core/search-query";
import { difficultTexts } from "#core/testing/difficult-texts";
import { listDeskArticles } from "#db/articles/desk-articles";
import { read, transaction } from "#db/client";
import { addRevision, emptyRevision } from "#db/new-article";
import { findPublishedArticle } from "#db/published-article";
import { article, contributor, topic } from "#db/schema";
import { type SearchFilter, searchDesk, searchPublished } from "#db/search";
import { listSimilarIds } from "#db/search-similar";
import { findSpelling } from "#db/search-spelling";
import { addContributor, addSection, addTopic, paragraph, publish } from "#db/testing/publication";

const now = new Date("2026-11-23T12:00:00Z");
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);
const years = (count: number) => new Date(now.getTime() + count * 365 * 86_400_000);

let asia = 0;
before(async () => {
  asia = await addSection("asia");
});

const text = (headline: string, body: string, standfirst = "") => ({ headline, standfirst, body: paragraph(body) });

async function found(typed: string, filter: SearchFilter = {}, at = now): Promise<number[]> {
  return (await searchPublished(parseSearchQuery(typed), filter, { limit: 50, offset: 0 }, at)).ids;
}

test("an article is found by its headline, standfirst, body, byline and topics", async () => {
  const contributorId = await addContributor("gwendoline");
  const topicId = await addTopic("hydrology");
  const content = {
    ...text("Zinc in the estuary", "Sediments were sampled.", "An anomaly"),
    bylines: [{ contributorId, affiliation: "Institute of Limnology" }],
  };
  const id = await publish({ sectionId: asia, slug: "zinc", topicIds: [topicId], content }, now);
  for (const typed of ["zinc", "sediment", "anomaly", "Gwendoline", "limnology", "hydrology", "ZINC -copper"]) {
    assert.deepEqual(await found(typed), [id], typed);
  }
  assert.deepEqual(await found("zinc -sediments"), []);
  assert.deepEqual(await found("zinc copper"), []);
});

test("only what readers may see is found, by the clock, and the text they see", async () => {
  const content = text("Obsidian trade", "Old text.");
  const waits = await publish({ sectionId: asia, slug: "obsidian", publishedAt: minutes(5), content }, now);
  const draft = await publish({ sectionId: asia, slug: "obsidian-draft", state: "draft", content }, now);
  assert.deepEqual(await found("obsidian"), []);
  assert.deepEqual(await found("obsidian", {}, minutes(5)), [waits]);

  await transaction(async (tx) => {
    const next = { ...emptyRevision, ...text("Obsidian trade", "Malachite instead.") };
    const nextRevisionId = addRevision(tx, waits, 2, next, { occasion: "test", savedAt: now, savedBy: null });
    tx.update(article)
      .set({ nextRevisionId, nextAt: minutes(10) })
      .where(eq(article.id, waits))
      .run();
  });
  assert.deepEqual(await found("malachite", {}, minutes(9)), []);
  assert.deepEqual(await found("malachite", {}, minutes(10)), [waits]);
  assert.deepEqual(await found('"old text"', {}, minutes(9)), [waits]);
  assert.deepEqual(await found('"old text"', {}, minutes(10)), []);

  await transaction(async (tx) => {
    tx.update(article).set({ withdrawnAt: now }).where(eq(article.id, waits)).run();
  });
  assert.deepEqual(await found("obsidian", {}, minutes(10)), []);
  assert.ok((await searchDesk(parseSearchQuery("obsidian"), 10, now)).includes(draft));
});

test("the desk finds drafts, but nothing that lies in the bin", async () => {
  const content = text("Feldspar memo", "Unfinished.");
  const id = await publish({ sectionId: asia, slug: "feldspar", state: "draft", content }, now);
  assert.deepEqual(await searchDesk(parseSearchQuery("feldspar"), 10, now), [id]);
  await transaction(async (tx) => {
    tx.update(article).set({ deletedAt: now }).where(eq(article.id, id)).run();
  });
  assert.deepEqual(await searchDesk(parseSearchQuery("feldspar"), 10, now), []);
  const left = read().get<{ entries: number }>(
    sql`select count(*) as entries from search_entry where article_id = ${id}`,
  );
  assert.equal(left?.entries, 0);
});

test("a find in the headline comes before one in the body, and the newer of two alike first", async () => {
  const inBody = await publish(
    { sectionId: asia, slug: "b", content: text("Markets", "About granite quarries.") },
    now,
  );
  const old = await publish(
    { sectionId: asia, slug: "c", publishedAt: years(-5), content: text("Granite quarries", "Report one.") },
    now,
  );
  const recent = await publish(
    { sectionId: asia, slug: "d", publishedAt: minutes(-5), content: text("Granite quarries", "Report two.") },
    now,
  );
  assert.deepEqual(await found("granite quarries"), [recent, old, inBody]);
});

test("accents, curly quotes, plurals and parts of Chinese, Japanese and Korean words find", async () => {
  const id = await publish(
    {
      sectionId: asia,
      slug: "scripts",
      content: text("Malmö’s café owners", "북한의 미사일방어 체계. 東京湾の貨物船。 中国经济放缓。 Kırıkkale ferries"),
    },
    now,
  );
  for (const typed of [
    "malmo",
    "Malmö's",
    "cafe",
    "café",
    "미사일",
    "방어",
    "貨物",
    "船",
    "经济",
    "ferry",
    "kirikkale",
  ]) {
    assert.deepEqual(await found(typed), [id], typed);
  }
  assert.deepEqual(await found('"미사일방어 체계"'), [id]);
  assert.deepEqual(await found("방미"), []);
});

test("a phrase is found as it stands, and its words alone are not enough", async () => {
  const together = await publish({ sectionId: asia, slug: "p1", content: text("One", "the basalt harbour wall") }, now);
  const apart = await publish({ sectionId: asia, slug: "p2", content: text("Two", "a harbour of black basalt") }, now);
  assert.deepEqual(await found('"basalt harbour"'), [together]);
  assert.deepEqual((await found("basalt harbour")).toSorted(), [together, apart].toSorted());
  assert.deepEqual(await found("basalt -“harbour of”"), [together]);
});

test("filters narrow by section, contributor, topic and time", async () => {
  const world = await addSection("world");
  const contributorId = await addContributor("noor");
  const topicId = await addTopic("ports");
  const content = { ...text("Dolerite", "x"), bylines: [{ contributorId, affiliation: "" }] };
  const first = await publish({ sectionId: asia, slug: "f1", content: text("Dolerite", "y") }, now);
  const second = await publish(
    { sectionId: world, slug: "f2", publishedAt: years(-2), topicIds: [topicId], content },
    now,
  );
  assert.deepEqual(await found("dolerite", { sectionId: asia }), [first]);
  assert.deepEqual(await found("dolerite", { contributorId }), [second]);
  assert.deepEqual(await found("dolerite", { topicId }), [second]);
  assert.deepEqual(await found("dolerite", { from: years(-1) }), [first]);
  assert.deepEqual(await found("dolerite", { before: years(-1) }), [second]);
  await transaction(async (tx) => {
    tx.update(article).set({ sectionId: asia }).where(eq(article.id, second)).run();
  });
  assert.deepEqual(await found("dolerite", { sectionId: world }), []);
});

test("a renamed contributor and a renamed topic are found by their new names", async () => {
  const contributorId = await addContributor("wentworth");
  const topicId = await addTopic("gravel");
  const content = { ...text("Rocks", "x"), bylines: [{ contributorId, affiliation: "" }] };
  const id = await publish({ sectionId: asia, slug: "renamed", topicIds: [topicId], content }, now);
  await transaction(async (tx) => {
    tx.update(contributor).set({ name: "Featherstone" }).where(eq(contributor.id, contributorId)).run();
    tx.update(topic).set({ name: "Aggregates" }).where(eq(topic.id, topicId)).run();
  });
  assert.deepEqual(await found("featherstone"), [id]);
  assert.deepEqual(await found("aggregates"), [id]);
  assert.deepEqual(await found("wentworth"), []);
});

test("a deed that fails leaves the index as it was", async () => {
  await assert.rejects(
    transaction(async (tx) => {
      tx.update(article).set({ sectionId: asia }).run();
      throw new Error("no");
    }),
  );
  const due = read().get<{ left: number }>(sql`select count(*) as left from search_due`);
  assert.equal(due?.left, 0);
});

test("a typing mistake is offered its neighbour, but never a word that only a draft holds", async () => {
  await publish({ sectionId: asia, slug: "s1", content: text("Volcanologists meet", "Seismograph readings") }, now);
  await publish({ sectionId: asia, slug: "s2", state: "draft", content: text("Embargoed Pyroclastic", "x") }, now);
  const meant = (typed: string) => findSpelling(parseSearchQuery(typed), {}, now);
  assert.equal(await meant("siesmograph"), "seismograph");
  assert.equal(await meant("volcanlogists  seismograph"), "volcanologists  seismograph");
  assert.equal(await meant("pyroclastik"), undefined);
  assert.equal(await meant("seismograph"), undefined);
  assert.equal(await meant("qqqqqqqq"), undefined);
});

test("the triggers that keep the index current are still there after all migrations", () => {
  const names = read().values<[string]>(
    sql`select name from sqlite_master where type = 'trigger' and name like 'search_due_%'`,
  );
  assert.equal(names.length, 12);
});

test("nothing a reader types is an error", async () => {
  const signs = [
    '"',
    "AND",
    "NEAR(a b, 2)",
    "headline:x",
    "a*b*",
    "^a",
    "{",
    "a + b",
    "-",
    "--",
    '"-"',
    "OR OR",
    "§section1",
  ];
  for (const typed of [...difficultTexts, ...signs, ...difficultTexts.map((each) => `"${each}" -${each}*`)]) {
    const query = parseSearchQuery(typed);
    await searchPublished(query, {}, { limit: 10, offset: 0 }, now);
    await findSpelling(query, {}, now);
    await searchDesk(query, 10, now);
  }
});

test("what is like an article is found by its text and its topics, and is never the article itself", async () => {
  const topicId = await addTopic("lighthouses");
  const given = (slug: string, headline: string, body: string, topicIds: number[] = []) =>
    publish({ sectionId: asia, slug, topicIds, content: text(headline, body) }, now);
  const lamp = "Keepers polish the fresnel lantern above the skerry.";
  const id = await given("lamp", "A fresnel lantern", lamp, [topicId]);
  const alike = await given("lamp-2", "Another lantern", `${lamp} Again.`);
  const filed = await given("lamp-3", "On foghorns", "Nothing in common.", [topicId]);
  await given("lamp-4", "Cabbage", "A vegetable.");
  await publish(
    { sectionId: asia, slug: "lamp-5", state: "draft", topicIds: [topicId], content: text("A fresnel draft", lamp) },
    now,
  );
  const article = await findPublishedArticle("asia", "lamp", now);
  assert.ok(article);
  assert.deepEqual(await listSimilarIds(article, 3, now), [alike, filed]);
  assert.ok(!(await listSimilarIds(article, 50, now)).includes(id));
});

test("the desk's list of articles finds by the text of a draft, and by the beginning of a headline", async () => {
  const content = text("Gneiss outcrops", "Garnet schist below.");
  const id = await publish({ sectionId: asia, slug: "gneiss", state: "draft", content }, now);
  for (const words of ["garnet", "Gnei"]) {
    const { articles, total } = await listDeskArticles({ words }, 1, now);
    assert.deepEqual([articles.map((article) => article.id), total], [[id], 1], words);
  }
  assert.equal((await listDeskArticles({ words: "garnet -schist" }, 1, now)).total, 0);
});
