import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  betweenDeeds,
  hearOfDisk,
  isDatabaseBusy,
  isDatabaseWell,
  migrateDatabase,
  onChange,
  read,
  readingEngine,
  transaction,
  writingEngine,
} from "#db/client";
import { topic } from "#db/schema";
import { anotherWriter } from "#db/testing/another-writer";

const add = (slug: string, fails = false) =>
  transaction(async (tx, changed) => {
    const { id } = tx.insert(topic).values({ slug, name: slug }).returning({ id: topic.id }).get();
    changed(`topic:${id}`);
    await Promise.resolve();
    if (fails) throw new Error(`${slug} is refused`);
    return id;
  });

const slugs = async () =>
  (await read().select({ slug: topic.slug }).from(topic).orderBy(topic.id)).map(({ slug }) => slug);

test("of deeds that wait together each stands or falls by itself, and only those that stand are told", async () => {
  const told: string[] = [];
  const stop = onChange((tags) => told.push(...tags));
  const results = await Promise.allSettled([add("rivers"), add("ports", true), add("schools"), add("rivers")]);
  stop();
  assert.deepEqual(
    results.map(({ status }) => status),
    ["fulfilled", "rejected", "fulfilled", "rejected"],
  );
  assert.deepEqual(await slugs(), ["rivers", "schools"]);
  assert.equal(told.length, 2);
});

test("a deed is committed when its promise resolves: who reads then sees it, and a deed begun then comes after it", async () => {
  for (const slug of ["one", "two", "three"]) {
    await add(slug);
    assert.equal((await slugs()).at(-1), slug);
  }
});

test("hundreds of deeds at once are all done, in the order they came", async () => {
  const before = (await slugs()).length;
  const ids = await Promise.all(Array.from({ length: 300 }, (_, number) => add(`many-${number}`)));
  assert.deepEqual(
    ids,
    ids.toSorted((one, other) => one - other),
  );
  assert.equal((await slugs()).length, before + 300);
});

test("readers have their turn while many deeds that came at once are done", async () => {
  let turns = 0;
  const counting = setInterval(() => (turns += 1), 0);
  const turnsBefore: number[] = [];
  const slow = () =>
    transaction(async () => {
      turnsBefore.push(turns);
      const until = performance.now() + 2;
      while (performance.now() < until);
    });
  await Promise.all(Array.from({ length: 20 }, slow));
  clearInterval(counting);
  assert.equal(turnsBefore.length, 20);
  assert.ok((turnsBefore.at(-1) ?? 0) - (turnsBefore[0] ?? 0) >= 10, `turns: ${turnsBefore.join(" ")}`);
});

test("what no deed can do is done between deeds, and where it fails, deeds go on", async () => {
  const inTransaction: boolean[] = [];
  await Promise.all([
    add("before"),
    betweenDeeds((engine) => inTransaction.push(engine.inTransaction)),
    assert.rejects(
      betweenDeeds((engine) => engine.exec("nonsense")),
      /syntax error/,
    ),
    add("after"),
  ]);
  assert.deepEqual(inTransaction, [false]);
});

test("where the engine fails after a commit, somebody hears of it, and the deeds after it are done", async (t) => {
  const heard: string[] = [];
  hearOfDisk((error) => heard.push(error.message));
  const engine = writingEngine();
  const pragma = engine.pragma.bind(engine);
  t.mock.method(engine, "pragma", (asked: string) => {
    if (asked.startsWith("wal_checkpoint")) throw new Error("The disk does not answer.");
    return pragma(asked);
  });
  await add("before-the-failure");
  await new Promise(setImmediate);
  assert.deepEqual(heard, ["The disk does not answer."]);
  t.mock.restoreAll();
  await add("after-the-failure");
  assert.equal((await slugs()).at(-1), "after-the-failure");
});

test("a database that cannot be read, or in which a deed waits without end, is not well", async (t) => {
  assert.equal(isDatabaseWell(), true);
  const failing = t.mock.method(readingEngine(), "prepare", () => {
    throw new Error("The disk does not answer.");
  });
  assert.equal(isDatabaseWell(), false);
  failing.mock.restore();
  const other = anotherWriter();
  const waiting = add("waits-long");
  assert.equal(isDatabaseWell(), true);
  const later = Date.now() + 31_000;
  const clock = t.mock.method(Date, "now", () => later);
  assert.equal(isDatabaseWell(), false);
  clock.mock.restore();
  other.end();
  await waiting;
  assert.equal(isDatabaseWell(), true);
});

test("while another process writes, a deed waits, this process goes on, and the deed is done after it", async () => {
  const other = anotherWriter();
  const waiting = add("patience");
  await new Promise((resolve) => setTimeout(resolve, 60));
  assert.equal((await slugs()).includes("patience"), false);
  const alsoWaiting = add("more-patience");
  other.end();
  assert.ok((await waiting) < (await alsoWaiting));
});

test("a deed that has waited ten seconds for another process is refused as busy, a younger one waits on", async (t) => {
  t.mock.timers.enable({ apis: ["Date", "setTimeout"] });
  const turn = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  const other = anotherWriter();
  const old = add("old").catch((error: unknown) => error);
  await turn();
  t.mock.timers.tick(9_000);
  await turn();
  const young = add("young");
  t.mock.timers.tick(1_000);
  assert.ok(isDatabaseBusy(await old));
  other.end();
  await turn();
  t.mock.timers.tick(25);
  assert.ok((await young) > 0);
  assert.equal((await slugs()).includes("old"), false);
});

test("the index is never read from end to end, though it was measured when it was empty", () => {
  migrateDatabase();
  for (const engine of [writingEngine(), readingEngine()]) {
    const measured = engine.prepare("select tbl from sqlite_stat1").pluck().all();
    assert.ok(measured.length > 0, "something is measured");
    // As FTS5 takes a part of its index away, which it does for nearly every text that is added.
    const [plan] = engine
      .prepare<[], { detail: string }>("explain query plan select id from search_index_data where id >= 5 and id <= 9")
      .all();
    assert.match(plan?.detail ?? "", /^SEARCH/);
  }
});
