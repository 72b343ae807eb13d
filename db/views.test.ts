import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { test } from "node:test";
import { onChange, read } from "#db/client";
import { mostReadArticles } from "#db/readership";
import { articleViews } from "#db/schema";
import { addSection, publish } from "#db/testing/publication";
import { listTrending, refreshTrending } from "#db/trending";
import { writeViews } from "#db/views";

const evening = new Date("2026-11-23T20:00:00Z");
const hoursLater = (hours: number) => new Date(evening.getTime() + hours * 3_600_000);

const sectionId = await addSection("asia");
const [yesterdays, todays, quiet] = [
  await publish({ sectionId, slug: "yesterdays" }, evening),
  await publish({ sectionId, slug: "todays" }, evening),
  await publish({ sectionId, slug: "quiet" }, evening),
];
const waiting = await publish({ sectionId, slug: "waiting", publishedAt: hoursLater(1_000) }, evening);

test("views of a day are added up by article, and one of an article erased meanwhile harms no other", async () => {
  await writeViews(
    new Map([
      [yesterdays, 100],
      [quiet, 1],
      [999_999, 5],
    ]),
    evening,
  );
  await writeViews(new Map([[yesterdays, 20]]), evening);
  const rows = await read().select().from(articleViews).orderBy(articleViews.articleId);
  assert.deepEqual(rows, [
    { articleId: yesterdays, day: "2026-11-23", views: 120 },
    { articleId: quiet, day: "2026-11-23", views: 1 },
  ]);
});

test("what is read now stands before what was read more a day ago; what readers cannot see does not stand there", async () => {
  await writeViews(
    new Map([
      [todays, 40],
      [waiting, 5_000],
    ]),
    hoursLater(24),
  );
  await refreshTrending(hoursLater(24));
  assert.deepEqual(await listTrending(10, hoursLater(24)), [todays, yesterdays, quiet]);
  assert.deepEqual(await listTrending(1, hoursLater(24)), [todays]);
});

test("views of two evenings count together", async () => {
  await writeViews(new Map([[yesterdays, 30]]), hoursLater(25));
  await refreshTrending(hoursLater(25));
  assert.deepEqual(await listTrending(2, hoursLater(25)), [yesterdays, todays]);
});

test("pages are told of a new ranking, and not of the same one again", async () => {
  const told: string[] = [];
  const stop = onChange((tags) => told.push(...tags));
  assert.equal(await refreshTrending(hoursLater(26)), false);
  assert.deepEqual(told, []);
  await writeViews(new Map([[quiet, 5_000]]), hoursLater(26));
  assert.equal(await refreshTrending(hoursLater(26)), true);
  assert.deepEqual(told, ["trending"]);
  stop();
});

test("what was read most is found by words of the headline or by its section, and what was not read is not", async () => {
  const days = ["2026-11-23", "2026-11-24"];
  const found = async (words: string, limit = 10) => {
    const { articles, total } = await mostReadArticles({ days, plotted: days, words }, { limit, offset: 0 });
    return { total, articles: articles.map(({ headline, views, byDay }) => [headline, views, byDay]) };
  };
  assert.deepEqual(await found("ESTERDAY"), { total: 1, articles: [["yesterdays", 150, [120, 30]]] });
  assert.equal((await found("asia")).total, 4);
  assert.deepEqual(await found("", 1), { total: 4, articles: [["quiet", 5_001, [1, 5_000]]] });
  assert.deepEqual(await found("nothing-like-it"), { total: 0, articles: [] });
});
