import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { eq } from "drizzle-orm";
import { lastChangeId, listChangesAfter } from "#db/changes";
import { read, transaction } from "#db/client";
import { theSoftware } from "#db/log";
import {
  listPlaceable,
  listPlacements,
  MOST_PLACED,
  movePlacement,
  pinPlacement,
  placeArticle,
  removePlacement,
} from "#db/placements";
import { listPlaced } from "#db/published-lists";
import { article, logEntry, placement } from "#db/schema";
import { addSection, publish } from "#db/testing/publication";

const now = new Date("2026-11-23T12:00:00Z");
const inAnHour = new Date(now.getTime() + 3_600_000);
const afterTwo = new Date(now.getTime() + 7_200_000);
const asia = await addSection("asia");
const world = await addSection("world");

let articles = 0;
const anArticle = (sectionId = asia) => {
  articles += 1;
  return publish({ sectionId, slug: `story-${articles}` }, now);
};
const place = async (articleId: number, sectionId: number | null = null, until: Date | null = null) => {
  const placed = await placeArticle(theSoftware, { articleId, sectionId, until }, now);
  assert.ok(placed.ok, placed.ok ? "" : placed.reason);
  return placed.value;
};
const order = async (sectionId: number | null = null, at = now) =>
  (await listPlaced(sectionId, at)).map(({ articleId }) => articleId);
const clear = () => transaction(async (tx) => tx.delete(placement).run());

describe("the stories at the head of a page", () => {
  test("stand in the order in which they were placed, and move by one place or to any", async () => {
    await clear();
    const [a, b, c] = [await anArticle(), await anArticle(), await anArticle()];
    const [first, , third] = [await place(a), await place(b), await place(c)];
    assert.deepEqual(await order(), [a, b, c]);
    await movePlacement(theSoftware, third, 0, now);
    assert.deepEqual(await order(), [c, a, b]);
    await movePlacement(theSoftware, first, 2, now);
    assert.deepEqual(await order(), [c, b, a]);
    await movePlacement(theSoftware, first, 99, now);
    await movePlacement(theSoftware, third, -1, now);
    assert.deepEqual(await order(), [c, b, a]);
  });

  test("lead until their moment, and for good where there is none", async () => {
    await clear();
    const [a, b] = [await anArticle(), await anArticle()];
    const id = await place(a, null, inAnHour);
    await place(b);
    assert.deepEqual(await order(null, afterTwo), [b]);
    assert.ok((await pinPlacement(theSoftware, id, null, now)).ok);
    assert.deepEqual(await order(null, afterTwo), [a, b]);
    assert.deepEqual(await pinPlacement(theSoftware, id, now, now), { ok: false, reason: "past" });
  });

  test("are of one page: a section's are not the front page's", async () => {
    await clear();
    const id = await anArticle(world);
    const placed = await place(id, world);
    assert.deepEqual(await order(), []);
    assert.deepEqual(await order(world), [id]);
    assert.ok((await removePlacement(theSoftware, placed, now)).ok);
    assert.deepEqual(await order(world), []);
    assert.deepEqual(await removePlacement(theSoftware, placed, now), { ok: false, reason: "not-found" });
  });

  test("are passed over while withdrawn, and the desk says so", async () => {
    await clear();
    const id = await anArticle();
    await place(id);
    await transaction(async (tx) => tx.update(article).set({ withdrawnAt: now }).where(eq(article.id, id)).run());
    assert.deepEqual(
      (await listPlacements(null, now)).map(({ articleId, isPublished }) => ({ articleId, isPublished })),
      [{ articleId: id, isPublished: false }],
    );
  });

  test("make anew the page they lead and no other, and stand in the log", async () => {
    await clear();
    const id = await anArticle();
    let before = await lastChangeId();
    const placed = await place(id);
    assert.deepEqual(
      (await listChangesAfter(before)).map(({ tag }) => tag),
      ["latest"],
    );
    const ofSection = await place(id, asia);
    before = await lastChangeId();
    await movePlacement(theSoftware, ofSection, 0, now);
    assert.deepEqual(
      (await listChangesAfter(before)).map(({ tag }) => tag),
      [`section:${asia}`],
    );
    await removePlacement(theSoftware, placed, now);
    const last = read().select().from(logEntry).all().at(-1);
    assert.deepEqual([last?.verb, last?.thingId, last?.detail], ["displace", id, { page: "Front page" }]);
  });
});

describe("a story is not placed", () => {
  test("while readers cannot see it, twice, for a time that has passed, or on a page that is not there", async () => {
    await clear();
    const draft = await publish({ sectionId: asia, slug: "draft", state: "draft", publishedAt: null }, now);
    const embargoed = await publish({ sectionId: asia, slug: "embargoed", publishedAt: inAnHour }, now);
    const live = await anArticle();
    const refusalOf = async (given: Partial<Parameters<typeof placeArticle>[1]>) => {
      const placed = await placeArticle(theSoftware, { articleId: live, sectionId: null, until: null, ...given }, now);
      return placed.ok ? "placed" : placed.reason;
    };
    assert.equal(await refusalOf({ articleId: draft }), "not-published");
    assert.equal(await refusalOf({ articleId: embargoed }), "not-published");
    assert.equal(await refusalOf({ until: now }), "past");
    assert.equal(await refusalOf({ sectionId: 99_999 }), "not-found");
    assert.equal(await refusalOf({}), "placed");
    assert.equal(await refusalOf({}), "already-placed");
  });

  test("where so many lead that nothing new would be seen", async () => {
    await clear();
    for (let number = 0; number < MOST_PLACED; number += 1) await place(await anArticle(), world);
    const given = { articleId: await anArticle(), sectionId: world, until: null };
    assert.deepEqual(await placeArticle(theSoftware, given, now), { ok: false, reason: "full" });
  });
});

test("what can be placed is what readers see, by part of its headline, of one section where that is named", async () => {
  const id = await publish(
    { sectionId: world, slug: "lanterns", content: { headline: "Lanterns over the delta" } },
    now,
  );
  await publish(
    { sectionId: world, slug: "later", publishedAt: inAnHour, content: { headline: "Lanterns later" } },
    now,
  );
  const found = async (sectionId: number | null) =>
    (await listPlaceable({ words: "lantern", sectionId }, 10, now)).map((row) => row.id);
  assert.deepEqual(await found(null), [id]);
  assert.deepEqual(await found(world), [id]);
  assert.deepEqual(await found(asia), []);
});
