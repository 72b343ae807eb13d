import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { test } from "node:test";
import { eq } from "drizzle-orm";
import { correctArticle } from "#db/articles/correct-article";
import { moveArticle } from "#db/articles/move-article";
import { saveDraft } from "#db/articles/save-draft";
import { takeStep } from "#db/articles/take-step";
import { isLive } from "#db/articles/working-article";
import { onChange, read, transaction } from "#db/client";
import type { Actor } from "#db/log";
import { emptyRevision } from "#db/new-article";
import { article, logEntry, redirect, revision } from "#db/schema";
import { aDraft, articleOf, asia, headlineOf, later, mina, noon, published, theo, world } from "#db/testing/workflow";

test("a draft goes through review to publication, and every step is in the log", async () => {
  const id = await aDraft();
  for (const [version, verb] of (["submit", "approve", "publish"] as const).entries()) {
    assert.ok((await takeStep(theo, id, { verb, version: version + 1 }, later(version))).ok, verb);
  }
  const row = await articleOf(id, later(3));
  assert.equal(row.state, "published");
  assert.ok(isLive(row, later(3)));
  const verbs = read().select({ verb: logEntry.verb }).from(logEntry).where(eq(logEntry.thingId, id)).all();
  assert.deepEqual(
    verbs.map(({ verb }) => verb),
    ["submit", "approve", "publish"],
  );
});

test("a step is refused where the article does not stand, and where it has moved on since it was looked at", async () => {
  const id = await aDraft();
  assert.deepEqual(await takeStep(theo, id, { verb: "approve", version: 1 }, noon), {
    ok: false,
    reason: "wrong-state",
  });
  assert.deepEqual(await takeStep(theo, id, { verb: "submit", version: 9 }, noon), {
    ok: false,
    reason: "newer-version",
  });
  assert.deepEqual(await takeStep(theo, 9_999, { verb: "submit", version: 1 }, noon), {
    ok: false,
    reason: "not-found",
  });
});

test("an article without a headline is not published", async () => {
  const id = await aDraft("  ");
  assert.deepEqual(await takeStep(mina, id, { verb: "publish", version: 1 }, noon), {
    ok: false,
    reason: "no-headline",
  });
});

test("typing into a live article leaves readers the text they have until it is published", async () => {
  const id = await published();
  const saved = await saveDraft(mina, id, 2, { ...emptyRevision, headline: "The ferry stays" }, later(1));
  assert.ok(saved.ok);
  const edited = await articleOf(id, later(1));
  assert.equal(edited.state, "draft");
  assert.equal(headlineOf(edited.liveRevisionId), "The ferry sails");
  assert.ok((await takeStep(mina, id, { verb: "publish", version: 3 }, later(2))).ok);
  const out = await articleOf(id, later(2));
  assert.equal(headlineOf(out.liveRevisionId), "The ferry stays");
  assert.deepEqual(out.publishedAt, noon);
  assert.deepEqual(out.updatedAt, later(2));
});

test("a withdrawn article is gone at once and comes back with its first date", async () => {
  const id = await published();
  assert.ok((await takeStep(mina, id, { verb: "withdraw", version: 2 }, later(5))).ok);
  assert.equal(isLive(await articleOf(id, later(5)), later(5)), false);
  assert.ok((await takeStep(mina, id, { verb: "publish", version: 3 }, later(9))).ok);
  const back = await articleOf(id, later(9));
  assert.ok(isLive(back, later(9)));
  assert.deepEqual(back.publishedAt, noon);
});

test("a later save of an older text does not overwrite what somebody else has saved", async () => {
  const id = await aDraft();
  assert.ok((await saveDraft(theo, id, 1, { ...emptyRevision, headline: "Theo's" }, later(1))).ok);
  assert.deepEqual(await saveDraft(mina, id, 1, { ...emptyRevision, headline: "Mina's" }, later(2)), {
    ok: false,
    reason: "newer-version",
  });
  assert.equal(headlineOf((await articleOf(id)).workingRevisionId), "Theo's");
});

test("saves within ten minutes are one save point; another person or a longer pause begins a new one", async () => {
  const id = await aDraft();
  const save = async (who: Actor, version: number, minute: number) =>
    saveDraft(who, id, version, { ...emptyRevision, headline: `at ${minute}` }, later(minute));
  await save(mina, 1, 1);
  await save(mina, 2, 2);
  await save(theo, 3, 3);
  await save(theo, 4, 20);
  const points = read().select({ headline: revision.headline }).from(revision).where(eq(revision.articleId, id)).all();
  assert.deepEqual(
    points.map(({ headline }) => headline),
    ["at 2", "at 3", "at 20"],
  );
});

test("a draft nobody can read yet changes no page; its publication changes its section's", async () => {
  const told: string[] = [];
  const stop = onChange((tags) => told.push(...tags));
  const id = await aDraft();
  await saveDraft(mina, id, 1, { ...emptyRevision, headline: "Quiet" }, noon);
  await takeStep(mina, id, { verb: "submit", version: 2 }, noon);
  assert.equal(told.length, 0);
  await takeStep(theo, id, { verb: "publish", version: 3 }, noon);
  stop();
  assert.ok(told.includes(`article:${id}`) && told.includes(`section:${asia}`) && told.includes("latest"));
});

test("a moved article leaves its former address behind; a taken or unfit address is refused", async () => {
  const id = await published();
  const { slug } = await articleOf(id);
  assert.ok((await moveArticle(mina, id, { sectionId: world, slug: "the-strait", topicIds: [] }, noon)).ok);
  const former = read()
    .select()
    .from(redirect)
    .where(eq(redirect.fromPath, `/asia/${slug}`))
    .get();
  assert.equal(former?.articleId, id);
  const other = await aDraft();
  for (const [wanted, reason] of [
    ["the-strait", "slug-taken"],
    ["Not a slug", "slug-unfit"],
  ] as const) {
    assert.deepEqual(await moveArticle(mina, other, { sectionId: asia, slug: wanted, topicIds: [] }, noon), {
      ok: false,
      reason,
    });
  }
  assert.deepEqual(await moveArticle(mina, other, { sectionId: 999, slug: "free", topicIds: [] }, noon), {
    ok: false,
    reason: "no-such-section",
  });
});

test("moving back to a former address takes that address over from its redirect", async () => {
  const id = await published();
  const { slug } = await articleOf(id);
  await moveArticle(mina, id, { sectionId: asia, slug: "elsewhere", topicIds: [] }, noon);
  await moveArticle(mina, id, { sectionId: asia, slug, topicIds: [] }, noon);
  assert.equal(
    read()
      .select()
      .from(redirect)
      .where(eq(redirect.fromPath, `/asia/${slug}`))
      .get(),
    undefined,
  );
});

test("a correction is published with its date, but not on what readers have never seen", async () => {
  const id = await published();
  assert.ok((await correctArticle(mina, id, "The ferry has two decks, not three.", later(9))).ok);
  assert.deepEqual((await articleOf(id)).updatedAt, later(9));
  assert.deepEqual(await correctArticle(mina, id, " ", later(9)), { ok: false, reason: "empty" });
  assert.deepEqual(await correctArticle(mina, await aDraft(), "Too early.", noon), {
    ok: false,
    reason: "never-published",
  });
});

test("the log is append-only, also for the software", async () => {
  await assert.rejects(
    transaction(async (tx) => tx.delete(logEntry).run()),
    /append-only/,
  );
  await assert.rejects(
    transaction(async (tx) => tx.update(logEntry).set({ verb: "x" }).run()),
    /append-only/,
  );
  assert.ok(read().select().from(article).all().length > 0);
});
