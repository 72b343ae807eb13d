import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { read } from "#db/client";
import { dataPath } from "#db/environment";
import { theSoftware } from "#db/log";
import { article, contributor, importedThing, logEntry, section } from "#db/schema";
import { someStaff } from "#db/testing/staff";
import { post, wordpressComment, wordpressExport } from "../testing/wordpress-export.ts";
import { exportFile, findExport, inExport, type KeptExport, listExports, removeExport } from "./kept-export.ts";
import { type RunName, type RunState, readReportText, readRun } from "./read-run.ts";
import { startRun } from "./run-import.ts";
import { takeUpload } from "./take-upload.ts";

const now = new Date("2026-11-23T12:00:00Z");
const good = wordpressExport([
  post({ id: 1, content: "<p>One.</p>", more: wordpressComment(7, { email: "reader@old.example" }) }),
  post({ id: 2, content: "<p>Two.</p>" }),
  post({ id: 3, type: "nav_menu_item", title: "A menu entry" }),
]);

const upload = (...files: { name: string; text: string }[]) => {
  const form = new FormData();
  for (const { name, text } of files) form.append("export", new File([text], name));
  const { body, headers } = new Response(form);
  return takeUpload({ body, contentType: headers.get("content-type") ?? "", by: "Ada" }, now);
};

async function kept(name: string, text: string): Promise<KeptExport> {
  const taken = await upload({ name, text });
  assert.ok(taken.ok, JSON.stringify(taken));
  return taken.value;
}

const start = (given: KeptExport, run: RunName, actor: Parameters<typeof startRun>[2]["actor"] = theSoftware) =>
  startRun(given, run, { actor }, now);

async function ended(given: KeptExport, run: RunName): Promise<RunState> {
  for (;;) {
    const state = await readRun(given, run);
    if (state.kind !== "running") return state;
    await setTimeout(50);
  }
}

const rows = () =>
  [article, section, contributor, importedThing, logEntry].map((table) => read().select().from(table).all().length);

const folders = () => (existsSync(dataPath("imports")) ? readdirSync(dataPath("imports")) : []);

test("a file is known by its bytes, whatever it is called; what is no export is refused and leaves nothing", async () => {
  const ghost = await kept("holiday.jpeg", '{"db":[{"meta":{},"data":{"posts":[]}}]}');
  assert.equal(ghost.source, "ghost");
  const disqus = await kept("x", '<?xml version="1.0"?>\n<disqus xmlns="http://disqus.com" xmlns:dsq="d"></disqus>');
  assert.equal(disqus.source, "disqus");
  assert.equal((await kept("export.xml", `\ufeff${good}`)).source, "wordpress");
  const before = folders().length;
  for (const text of ["", "<html></html>", "PK\u0003\u0004", '{"name":"package"}', '<rss version="2.0"><channel>']) {
    assert.deepEqual(await upload({ name: "export.xml", text }), { ok: false, reason: "not-an-export" });
  }
  assert.deepEqual(await upload(), { ok: false, reason: "no-file" });
  assert.deepEqual(await upload({ name: "", text: "" }), { ok: false, reason: "no-file" });
  assert.equal(folders().length, before);
});

test("several files are one export only where WordPress wrote them all", async () => {
  const parts = await upload({ name: "one.xml", text: good }, { name: "two.xml", text: good });
  assert.ok(parts.ok);
  assert.deepEqual(
    parts.value.files.map(({ name, bytes }) => [name, bytes]),
    [
      ["one.xml", good.length],
      ["two.xml", good.length],
    ],
  );
  const ghost = { name: "g.json", text: '{"db":[{"data":{"posts":[]}}]}' };
  assert.deepEqual(await upload(ghost, { name: "one.xml", text: good }), { ok: false, reason: "mixed" });
  assert.deepEqual(await upload(ghost, ghost), { ok: false, reason: "one-file-only" });
});

test("names that are paths stay names, and nobody else may read what was sent", async () => {
  const given = await kept("../../../keys.json", good);
  assert.match(given.files[0]?.name ?? "", /keys\.json$/);
  assert.equal(statSync(exportFile(given.id, 0)).mode & 0o077, 0);
  assert.equal(statSync(inExport(given.id)).mode & 0o077, 0);
  assert.equal(await findExport("../media"), undefined);
  assert.throws(() => inExport("../media"));
});

test("a dry run reports all and writes nothing; the import does what it said, is logged, and leaves no addresses lying", async () => {
  const given = await kept("export.xml", good);
  const before = rows();
  assert.deepEqual(await start(given, "import"), { ok: false, reason: "not-checked" });
  assert.ok((await start(given, "dry-run")).ok);
  assert.deepEqual(await start(given, "dry-run"), { ok: false, reason: "another-is-running" });
  const tried = await ended(given, "dry-run");
  assert.ok(tried.kind === "finished", JSON.stringify(tried));
  assert.deepEqual(tried.report.counts.articles, { taken: 2 });
  assert.deepEqual(tried.report.counts["menu entries"], { "left out": 1 });
  assert.equal(tried.report.remarks.find(({ kind }) => kind === "menu entries")?.id, "3");
  assert.deepEqual(rows(), before);
  assert.equal(JSON.parse((await readReportText(given, "dry-run")) ?? "").dryRun, true);

  const ada = await someStaff("administrator");
  const actor = { staffId: ada.id, name: "Ada" };
  assert.ok((await start(given, "import", actor)).ok);
  const done = await ended(given, "import");
  assert.ok(done.kind === "finished", JSON.stringify(done));
  assert.deepEqual(done.report.counts, tried.report.counts);
  assert.equal(read().select().from(article).all().length, 2);
  const line = read().select().from(logEntry).where(eq(logEntry.staffId, ada.id)).get();
  assert.deepEqual([line?.verb, line?.thingKind, line?.thingName], ["import", "export", "export.xml"]);
  for (let tries = 0; existsSync(exportFile(given.id, 0)); tries += 1) {
    assert.ok(tries < 100, "the file with addresses is still there");
    await setTimeout(20);
  }
  assert.deepEqual(await start(given, "import"), { ok: false, reason: "no-files" });
  assert.doesNotMatch(readFileSync(inExport(given.id, "import.report"), "utf8"), /reader@old/);
});

test("a file that is cut off is refused by the name it was sent under, and nothing of it is written", async () => {
  const before = rows();
  const given = await kept("ten years.xml", good.slice(0, -200));
  assert.ok((await start(given, "dry-run")).ok);
  const state = await ended(given, "dry-run");
  assert.ok(state.kind === "refused", JSON.stringify(state));
  assert.match(state.words, /^ten years\.xml is cut off/);
  assert.deepEqual(await start(given, "import"), { ok: false, reason: "not-checked" });
  assert.deepEqual(rows(), before);
});

test("exports are listed with the newest first, and one that is removed is gone with all it left", async () => {
  const before = (await listExports()).length;
  const given = await kept("later.xml", good);
  assert.equal((await listExports()).length, before + 1);
  await removeExport(given.id);
  assert.equal((await listExports()).length, before);
  assert.equal(existsSync(inExport(given.id)), false);
});
