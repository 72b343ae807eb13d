import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { test } from "node:test";
import { defaultSettings } from "#core/settings";
import { onChange, transaction } from "#db/client";
import { readSettings, writeSettings } from "#db/settings";

test("a publication that was never set up has the default of every setting", async () => {
  assert.deepEqual(await readSettings(), defaultSettings);
});

test("a setting that was changed is read back, and the pages that show it are told", async () => {
  const told: string[] = [];
  const stop = onChange((tags) => told.push(...tags));
  await transaction(async (tx, changed) => writeSettings(tx, changed, { name: "The Strait" }, new Date()));
  stop();
  assert.equal((await readSettings()).name, "The Strait");
  assert.deepEqual(told, ["settings"]);
});

test("a deed that fails leaves nothing behind and tells nobody", async () => {
  const told: string[] = [];
  const stop = onChange((tags) => told.push(...tags));
  await assert.rejects(
    transaction(async (tx, changed) => {
      writeSettings(tx, changed, { name: "Half done" }, new Date());
      throw new Error("power cut");
    }),
  );
  stop();
  assert.equal((await readSettings()).name, "The Strait");
  assert.deepEqual(told, []);
});
