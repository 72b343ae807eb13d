import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { test } from "node:test";
import { eq } from "drizzle-orm";
import { correctArticle } from "#db/articles/correct-article";
import { moveArticle } from "#db/articles/move-article";
import { saveDraft } from "#db/articles/save-draft";
import { takeStep } from "#db/articles/take-step";
import { goesOutAt, isLive } from "#db/articles/working-article";
import { read } from "#db/client";
import { emptyRevision } from "#db/new-article";
import { redirect } from "#db/schema";
import { aDraft, articleOf, headlineOf, later, mina, noon, published, theo, world } from "#db/testing/workflow";

test("a scheduled change to a live article takes over at its moment and not before", async () => {
  const id = await published();
  await saveDraft(mina, id, 2, { ...emptyRevision, headline: "New timetable" }, later(1));
  assert.ok((await takeStep(mina, id, { verb: "schedule", version: 3, at: later(60) }, later(2))).ok);
  assert.equal(headlineOf((await articleOf(id, later(59))).liveRevisionId), "The ferry sails");
  const after = await articleOf(id, later(60));
  assert.equal(headlineOf(after.liveRevisionId), "New timetable");
  assert.equal(after.state, "published");
  assert.deepEqual(after.updatedAt, later(60));
});

test("an embargoed article is not live until its moment, and a moment that has passed is refused", async () => {
  const id = await aDraft();
  assert.deepEqual(await takeStep(mina, id, { verb: "schedule", version: 1, at: noon }, noon), {
    ok: false,
    reason: "moment-passed",
  });
  assert.ok((await takeStep(mina, id, { verb: "schedule", version: 1, at: later(30) }, noon)).ok);
  assert.equal(isLive(await articleOf(id, later(29)), later(29)), false);
  assert.equal(isLive(await articleOf(id, later(30)), later(30)), true);
});

test("an embargo is taken back after somebody has typed on, and what they typed stays a draft", async () => {
  const id = await aDraft();
  assert.ok((await takeStep(mina, id, { verb: "schedule", version: 1, at: later(30) }, noon)).ok);
  assert.ok((await saveDraft(theo, id, 2, { ...emptyRevision, headline: "The ferry waits" }, later(1))).ok);
  const typed = await articleOf(id, later(1));
  assert.deepEqual([typed.state, goesOutAt(typed, later(1))], ["draft", later(30)]);
  assert.ok((await takeStep(mina, id, { verb: "unschedule", version: 3 }, later(2))).ok);
  const back = await articleOf(id, later(60));
  assert.deepEqual([back.state, back.publishedAt, isLive(back, later(60))], ["draft", null, false]);
  assert.equal(headlineOf(back.workingRevisionId), "The ferry waits");
});

test("a scheduled change is taken back while its next text is in review, and readers keep the text they have", async () => {
  const id = await published();
  assert.ok((await saveDraft(mina, id, 2, { ...emptyRevision, headline: "New timetable" }, later(1))).ok);
  assert.ok((await takeStep(mina, id, { verb: "schedule", version: 3, at: later(60) }, later(2))).ok);
  assert.ok((await saveDraft(theo, id, 4, { ...emptyRevision, headline: "Newer timetable" }, later(3))).ok);
  assert.ok((await takeStep(theo, id, { verb: "submit", version: 5 }, later(4))).ok);
  assert.ok((await takeStep(mina, id, { verb: "unschedule", version: 6 }, later(5))).ok);
  const back = await articleOf(id, later(61));
  assert.deepEqual([back.state, headlineOf(back.liveRevisionId)], ["in-review", "The ferry sails"]);
  assert.equal(goesOutAt(back, later(5)), null);
});

test("a schedule that does not stand is not taken back, and readers lose nothing by the attempt", async () => {
  const id = await published();
  assert.ok((await saveDraft(mina, id, 2, { ...emptyRevision, headline: "Another day" }, later(1))).ok);
  const refused = { ok: false, reason: "wrong-state" };
  assert.deepEqual(await takeStep(mina, id, { verb: "unschedule", version: 3 }, later(2)), refused);
  assert.ok(isLive(await articleOf(id, later(2)), later(2)));

  const embargoed = await aDraft();
  assert.ok((await takeStep(mina, embargoed, { verb: "schedule", version: 1, at: later(30) }, noon)).ok);
  assert.ok((await saveDraft(mina, embargoed, 2, { ...emptyRevision, headline: "Typed on" }, later(1))).ok);
  assert.deepEqual(await takeStep(mina, embargoed, { verb: "unschedule", version: 3 }, later(31)), refused);
  assert.ok(isLive(await articleOf(embargoed, later(31)), later(31)));
});

test("what was withdrawn before its moment was never seen: it comes out when it is published, and has left no address", async () => {
  const id = await aDraft();
  const { slug } = await articleOf(id);
  assert.ok((await takeStep(mina, id, { verb: "schedule", version: 1, at: later(30) }, noon)).ok);
  assert.ok((await takeStep(mina, id, { verb: "withdraw", version: 2 }, later(10))).ok);
  assert.deepEqual(await correctArticle(mina, id, "Nobody has read this.", later(40)), {
    ok: false,
    reason: "never-published",
  });
  assert.ok((await moveArticle(mina, id, { sectionId: world, slug, topicIds: [] }, later(40))).ok);
  const former = eq(redirect.fromPath, `/asia/${slug}`);
  assert.equal(read().select().from(redirect).where(former).get(), undefined);
  assert.ok((await takeStep(mina, id, { verb: "publish", version: 3 }, later(60))).ok);
  const out = await articleOf(id, later(60));
  assert.deepEqual([out.publishedAt, out.updatedAt], [later(60), null]);
});
