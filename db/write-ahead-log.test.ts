import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { type TestContext, test } from "node:test";
import Database from "better-sqlite3";
import { closeDatabase, hearOfDisk, onChange, read, transaction, writingEngine } from "#db/client";
import { dataPath } from "#db/environment";
import { topic } from "#db/schema";

const add = (slug: string) =>
  transaction(async (tx, changed) => {
    const { id } = tx.insert(topic).values({ slug, name: slug }).returning({ id: topic.id }).get();
    changed(`topic:${id}`);
    return id;
  });

/** Long enough for something that must not happen. */
const turn = () => new Promise((resolve) => setTimeout(resolve, 20));
const path = () => dataPath("national-update.sqlite");
const slugs = () =>
  read()
    .select({ slug: topic.slug })
    .from(topic)
    .all()
    .map(({ slug }) => slug);

/** What a power cut at this moment leaves in the database where it takes the whole log. */
function withoutLog(): unknown[] {
  const copy = dataPath("after-the-power-cut.sqlite");
  // By another process: where one closes a file that SQLite has locked, its locks are gone.
  execFileSync("cp", [path(), copy]);
  const engine = new Database(copy);
  const found = engine.prepare("select slug from topic").pluck().all();
  engine.close();
  return found;
}

/** Has `answer` stand in for the disk, which neither waits nor fails when it is asked to. */
async function disk(t: TestContext, answer: () => Promise<void>) {
  const file = await open(import.meta.filename);
  const handle = Object.getPrototypeOf(file) as Pick<FileHandle, "datasync">;
  await file.close();
  return t.mock.method(handle, "datasync", answer).mock;
}

/** What is said from now on of a machine that fails, each with its reason. */
function failures(): string[] {
  const heard: string[] = [];
  hearOfDisk(({ message, cause }) => heard.push(`${message} ${(cause as Error).message}`));
  return heard;
}

/** A disk that takes its time until it is told to be done. */
async function slowDisk(t: TestContext) {
  const waiting: (() => void)[] = [];
  let [asked, heard] = [0, () => {}];
  await disk(t, () => {
    asked += 1;
    heard();
    return new Promise((resolve) => waiting.push(resolve));
  });
  return {
    asked: () => asked,
    /** Resolves once it has been asked for the so many-th time. */
    isAsked: async (time: number) => {
      while (asked < time) await new Promise<void>((resolve) => (heard = resolve));
    },
    isDone: () => {
      for (const done of waiting.splice(0)) done();
    },
  };
}

test("a deed is shown when it is committed, and is said to be done when the disk has it", async (t) => {
  const { asked, isAsked, isDone } = await slowDisk(t);
  const seen: string[] = [];
  const stop = onChange(() => seen.push(`told, the disk asked ${asked()} times, shown: ${slugs().includes("rivers")}`));
  const deed = add("rivers").then(() => seen.push("done"));
  await isAsked(1);
  await turn();
  assert.deepEqual(seen, ["told, the disk asked 0 times, shown: true"]);
  isDone();
  await deed;
  stop();
});

test("who comes while the disk is busy waits for it and then shares one commit with the others", async (t) => {
  const { asked, isAsked, isDone } = await slowDisk(t);
  const done: string[] = [];
  const note = (slug: string) => add(slug).then(() => done.push(slug));
  const first = note("ports");
  await isAsked(1);
  const others = [note("schools"), note("bridges")];
  await turn();
  assert.deepEqual([asked(), slugs().includes("schools"), done], [1, false, []]);
  isDone();
  await isAsked(2);
  assert.deepEqual([slugs().includes("bridges"), done], [true, ["ports"]]);
  isDone();
  await Promise.all([first, ...others]);
  assert.deepEqual([asked(), done], [2, ["ports", "schools", "bridges"]]);
});

test("a deed that found everything done before waits for the disk as well: what it found may not be there yet", async (t) => {
  const { isAsked, isDone } = await slowDisk(t);
  let answered = false;
  const asking = transaction(async (tx) => tx.select().from(topic).all().length).then(() => (answered = true));
  await isAsked(1);
  await turn();
  assert.equal(answered, false);
  isDone();
  await asking;
});

test("closing waits for the disk", async (t) => {
  const { isAsked, isDone } = await slowDisk(t);
  const seen: string[] = [];
  const deed = add("canals").then(() => seen.push("done"));
  await isAsked(1);
  const closing = closeDatabase().then(() => seen.push("closed"));
  await turn();
  assert.deepEqual(seen, []);
  isDone();
  await Promise.all([deed, closing]);
  assert.deepEqual(seen, ["done", "closed"]);
});

test("where the disk refuses the log, what it holds is carried into the database, and the log is trusted again", async (t) => {
  const mock = await disk(t, () => Promise.reject(new Error("EIO")));
  const heard = failures();
  await add("harbours");
  assert.deepEqual([mock.callCount(), heard], [1, ["The disk has refused the log of the database. EIO"]]);
  assert.ok(withoutLog().includes("harbours"));
  mock.mockImplementation(() => Promise.resolve());
  await add("orchards");
  assert.deepEqual([mock.callCount(), heard.length], [2, 1]);
  assert.equal(withoutLog().includes("orchards"), false);
});

test("where it cannot be carried over either, deeds are refused until it can: no later success mends a gap", async (t) => {
  const mock = await disk(t, () => Promise.reject(new Error("EIO")));
  const heard = failures();
  const other = new Database(path());
  other.exec("BEGIN; SELECT * FROM topic");
  const isRefused = ({ message, cause }: Error) =>
    /cannot be emptied/.test(message) && /disk has refused/.test((cause as Error).message);
  await assert.rejects(add("islands"), isRefused);
  mock.mockImplementation(() => Promise.resolve());
  await assert.rejects(add("valleys"), isRefused);
  other.exec("ROLLBACK");
  other.close();
  await add("forests");
  assert.deepEqual([mock.callCount(), heard.length], [1, 1]);
  assert.deepEqual(
    ["islands", "valleys", "forests"].filter((slug) => !withoutLog().includes(slug)),
    [],
  );
});

/** Writes a row of about a page each. */
const addMany = (from: number, number: number) =>
  transaction(async (tx) => {
    const name = "x".repeat(3_000);
    for (let at = from; at < from + number; at += 1)
      tx.insert(topic)
        .values({ slug: `many-${at}`, name })
        .run();
  });
const carried = () => withoutLog().filter((slug) => String(slug).startsWith("many-")).length;
const pagesInLog = () => (writingEngine().pragma("wal_checkpoint(NOOP)") as [{ log: number }])[0].log;

test("a log that has become long is carried over beside the process, and begins anew", async () => {
  await addMany(0, 2_500);
  assert.equal(carried(), 0);
  await addMany(2_500, 2_500);
  assert.ok(pagesInLog() > 4_000);
  await add("afterwards");
  assert.equal(carried(), 5_000);
  assert.ok(pagesInLog() < 100);
  assert.ok(statSync(`${path()}-wal`).size > 4_000 * 4_096, "it keeps its place on the disk");
});

test("where no thread can be had, deeds are done all the same, and the log is carried over when it is twice as long", async (t) => {
  const project = process.cwd();
  t.after(() => process.chdir(project));
  await closeDatabase();
  const before = carried();
  process.chdir(dataPath());
  const heard = failures();
  await addMany(10_000, 5_000);
  await add("with-a-long-log");
  await add("with-a-log-as-long");
  assert.equal(carried(), before);
  assert.match(heard.join(), /^No thread could carry over the log of the database. Cannot find module [^,]+$/);
  await addMany(20_000, 5_000);
  assert.equal(carried(), before + 10_000);
  process.chdir(project);
  await add("with-a-thread-again");
});
