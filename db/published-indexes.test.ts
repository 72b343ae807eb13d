import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { test } from "node:test";
import { readingEngine, transaction, writingEngine } from "#db/client";
import { listCards } from "#db/published";
import { findContributor, findPublishedArticle, findTopic } from "#db/published-article";
import {
  findListPosition,
  findNextAppearance,
  listContributorIds,
  listLatestIds,
  listOlderSectionIds,
  listPlaced,
  listSectionIds,
  listTopicIds,
} from "#db/published-lists";
import { listTranslations, listVersions } from "#db/published-translations";
import { articleViews } from "#db/schema";
import { addContributor, addSection, addTo, addTopic } from "#db/testing/publication";
import { listTrending } from "#db/trending";

/*
 * What the planner says of every statement that a reader's page runs, in a publication of 5,000 articles: with the
 * statistics a database has gathered after a while, and without, as on its first day.
 */
const now = new Date("2026-11-23T12:00:00Z");
const sections = [await addSection("asia"), await addSection("world")] as const;
const topicIds = [await addTopic("rivers")];
const contributorId = await addContributor("kim");
const someArticle = await transaction(async (tx, changed) => {
  let id = 0;
  for (let number = 0; number < 5_000; number += 1) {
    const publishedAt = new Date(now.getTime() - number * 3_600_000);
    id = addTo(
      tx,
      changed,
      {
        sectionId: sections[number % 2 === 0 ? 0 : 1],
        slug: `article-${number}`,
        publishedAt,
        topicIds: number % 50 === 0 ? topicIds : [],
        content: { bylines: number % 50 === 0 ? [{ contributorId, affiliation: "" }] : [] },
      },
      now,
    );
    if (number < 500) tx.insert(articleViews).values({ articleId: id, day: "2026-11-23", views: number }).run();
  }
  return id;
});

/** Each statement that was compiled while the pages were read. */
async function statementsOf(deed: () => Promise<unknown>): Promise<string[]> {
  const engine = readingEngine();
  const statements: string[] = [];
  const prepare = engine.prepare;
  engine.prepare = function (this: typeof engine, source: string) {
    statements.push(source);
    return prepare.call(this, source);
  } as typeof prepare;
  try {
    await deed();
  } finally {
    engine.prepare = prepare;
  }
  return statements;
}

const planOf = (statement: string): string[] => {
  const nothing = Array.from(statement.matchAll(/\?/g), () => null);
  const plan = readingEngine()
    .prepare(`explain query plan ${statement}`)
    .all(...nothing) as { detail: string }[];
  return plan.map(({ detail }) => detail);
};

const place = { publishedAt: now, id: 1 };
const pages = {
  "the newest of the publication": () => listLatestIds({ limit: 10 }, now),
  "a page of a section": () => listSectionIds(sections[0], { limit: 20, offset: 2_000 }, now),
  "a page of a section that follows an article": () => listOlderSectionIds(sections[0], place, 20, now),
  "the place of an article": () => findListPosition(sections[0], someArticle, now),
  cards: () => listCards([someArticle, 1, 2, 3], now),
  "an article": () => findPublishedArticle("asia", "article-2", now),
  "what appears next": () => findNextAppearance(now),
  "what appears next in a section": () => findNextAppearance(now, sections[0]),
  placements: () => listPlaced(sections[0], now),
  "a contributor": () => findContributor("kim"),
  "the versions of an article": () => listVersions(someArticle),
  "a topic": () => findTopic("rivers"),
} satisfies Record<string, () => Promise<unknown>>;

const statements = new Map<string, string[]>();
for (const [name, deed] of Object.entries(pages)) statements.set(name, await statementsOf(deed));

const sorted = await statementsOf(async () => {
  await listTopicIds(topicIds[0] ?? 0, { limit: 20 }, now);
  await listContributorIds(contributorId, { limit: 20 }, now);
  await listTrending(5, now);
});

/** Each of these articles is looked up by its id, and its group by an index. */
const translated = await statementsOf(() => listTranslations([someArticle, 1], now));

for (const occasion of ["on its first day", "with statistics"]) {
  test(`every list of a publication of 5,000 articles is answered by an index, ${occasion}`, () => {
    if (occasion === "with statistics") writingEngine().exec("analyze");
    for (const [name, list] of statements) {
      assert.ok(list.length > 0, `${name}: no statement was seen`);
      for (const statement of list) {
        const plan = planOf(statement).join("\n");
        assert.doesNotMatch(plan, /SCAN|TEMP B-TREE/, `${name}:\n${statement}\n${plan}`);
      }
    }
  });

  test(`the articles of one topic, one contributor and the month's views are found by an index, then sorted, ${occasion}`, () => {
    assert.ok(sorted.length >= 3);
    for (const statement of sorted) {
      const plan = planOf(statement).join("\n");
      assert.match(plan, /SEARCH/);
      assert.doesNotMatch(plan, /SCAN/, `${statement}\n${plan}`);
    }
  });
}

test("the translations of many articles are found by an index, article by article", () => {
  const plan = translated.flatMap(planOf).join("\n");
  assert.match(plan, /SEARCH asked USING INTEGER PRIMARY KEY/);
  assert.doesNotMatch(plan.replace(/SCAN json_each.*/g, ""), /SCAN/, plan);
});

test("a statement that has no index is noticed", () => {
  assert.match(planOf("select id from article where slug like ?").join("\n"), /SCAN/);
  assert.match(planOf("select id from revision order by headline").join("\n"), /TEMP B-TREE/);
});
