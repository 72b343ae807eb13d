import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { basename, join } from "node:path";
import { test } from "node:test";
import { openWorkFolder } from "./work-folder.ts";

const now = new Date("2026-11-23T12:00:00Z");
const machine = hostname().replaceAll(/[^\w.]/g, "_");
const ended = spawnSync(process.execPath, ["--version"]).pid;

test("what a killed backup left is swept by the next; what another is still writing stays", async () => {
  const folder = mkdtempSync(join(tmpdir(), "national-update-work-"));
  const add = (name: string, at: Date) => {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, "database.sqlite"), "half");
    utimesSync(join(folder, name), at, at);
    return name;
  };
  add(`.backup-${machine}-${ended}-abcdef`, now);
  add(`.backup-${machine}-${process.pid}-abcdef`, now);
  add(".backup-elsewhere-7-abcdef", new Date("2026-11-21T12:00:00Z"));
  const staying = [
    add(`.backup-${machine}-${process.ppid}-abcdef`, now),
    add(".backup-elsewhere-8-abcdef", new Date("2026-11-23T11:00:00Z")),
    add(`.restoring-${machine}-${ended}-abcdef`, now),
    add("backups of others", new Date("2020-01-01T00:00:00Z")),
  ];
  const work = await openWorkFolder(folder, "backup", now);
  assert.deepEqual(readdirSync(folder).sort(), [...staying, basename(work)].sort());
});
