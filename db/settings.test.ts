import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { test } from "node:test";
import { eq } from "drizzle-orm";
import { defaultSettings } from "#core/settings";
import { changeSettings } from "#db/change-settings";
import { onChange, read, transaction } from "#db/client";
import { theSoftware } from "#db/log";
import { logEntry } from "#db/schema";
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

test("what was set to something is set to nothing again, and the log says what it was", async () => {
  const days = { commentsCloseAfterDays: 30, commentAddressDays: 90, logoMediaId: 7 };
  const none = { commentsCloseAfterDays: null, commentAddressDays: null, logoMediaId: null };
  assert.deepEqual(await changeSettings(theSoftware, days, new Date()), Object.keys(days));
  assert.deepEqual(await changeSettings(theSoftware, none, new Date()), Object.keys(none));
  const { commentsCloseAfterDays, commentAddressDays, logoMediaId } = await readSettings();
  assert.deepEqual([commentsCloseAfterDays, commentAddressDays, logoMediaId], [null, null, null]);
  assert.deepEqual(await changeSettings(theSoftware, none, new Date()), []);
  const last = read().select().from(logEntry).where(eq(logEntry.thingName, "commentAddressDays")).all().at(-1);
  assert.deepEqual(last?.detail, { from: 90, to: null });
});
