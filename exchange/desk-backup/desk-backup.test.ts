import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { mkdirSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { read } from "#db/client";
import { dataPath } from "#db/environment";
import { logEntry } from "#db/schema";
import { someStaff } from "#db/testing/staff";
import { backupsFolder, findBackup, listBackups, openBackup } from "./kept-backups.ts";
import { logDownload, readBackupRun, startBackup } from "./run-backup.ts";

const now = new Date("2026-11-23T12:00:00Z");
const older = "national-update-2026-11-21T030000Z.tar.gz";
const newer = "national-update-2026-11-22T030000Z.tar.gz";

async function ended() {
  for (;;) {
    const state = await readBackupRun();
    if (state.kind !== "running") return state;
    await setTimeout(50);
  }
}

test("backups are listed with the newest first; what else lies in the folder is none", async () => {
  assert.deepEqual(await listBackups(), []);
  mkdirSync(backupsFolder());
  const put = (name: string, text: string) => writeFileSync(join(backupsFolder(), name), text);
  put(older, "12345");
  put(newer, "123");
  put("notes.txt", "none of ours");
  put("national-update-2026-99-99T030000Z.tar.gz", "no such day");
  put(`${newer}.part`, "half of one");
  mkdirSync(join(backupsFolder(), "national-update-2026-11-20T030000Z.tar.gz"));
  writeFileSync(dataPath("keys.json"), "secret");
  symlinkSync(dataPath("keys.json"), join(backupsFolder(), "national-update-2026-11-19T030000Z.tar.gz"));
  assert.deepEqual(await listBackups(), [
    { name: newer, at: new Date("2026-11-22T03:00:00Z"), bytes: 3 },
    { name: older, at: new Date("2026-11-21T03:00:00Z"), bytes: 5 },
  ]);
});

test("a backup is found by a name of the list and by nothing else", async () => {
  const found = await findBackup(older);
  assert.ok(found);
  assert.equal((await buffer(await openBackup(found))).toString(), "12345");
  for (const asked of [
    "",
    ".",
    "..",
    "notes.txt",
    "../keys.json",
    `../backups/${older}`,
    `./${older}`,
    `${older}/`,
    `${older}\0`,
    join(backupsFolder(), older),
    "national-update-2026-11-19T030000Z.tar.gz",
    "national-update-2026-11-20T030000Z.tar.gz",
  ]) {
    assert.equal(await findBackup(asked), undefined, asked);
  }
  rmSync(dataPath("keys.json"));
});

test("a backup begun at the desk is made beside the server, one at a time, without keys and with a line in the log", async () => {
  const ada = await someStaff("administrator");
  const actor = { staffId: ada.id, name: "Ada" };
  assert.deepEqual(await readBackupRun(), { kind: "not-begun" });
  assert.ok((await startBackup(actor, now)).ok);
  assert.deepEqual(await startBackup(actor, now), { ok: false, reason: "another-is-running" });
  const state = await ended();
  assert.ok(state.kind === "finished", JSON.stringify(state));
  assert.equal(state.report.hasKeys, false);
  const [made] = await listBackups();
  assert.ok(made);
  assert.equal(state.report.path, join(backupsFolder(), made.name));
  assert.equal(made.bytes, state.report.bytes);
  assert.equal(statSync(state.report.path).mode & 0o077, 0);

  await logDownload(actor, made, now);
  const lines = read().select().from(logEntry).where(eq(logEntry.staffId, ada.id)).all();
  assert.deepEqual(
    lines.map(({ verb, thingKind, thingName }) => [verb, thingKind, thingName]),
    [
      ["begin", "backup", ""],
      ["download", "backup", made.name],
    ],
  );
});
