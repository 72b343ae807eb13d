import { isDeepStrictEqual } from "node:util";
import { eq } from "drizzle-orm";
import { settingsTag } from "#core/page-tags";
import { defaultSettings, type SettingName, type Settings, settingsSchema } from "#core/settings";
import type { Changed, Writer } from "./client.ts";
import { prepared } from "./prepared.ts";
import { setting } from "./schema.ts";

const stored = prepared((reader) => reader.select({ key: setting.key, value: setting.value }).from(setting).prepare());

/** All settings; one that was never set, or that an older version wrote and this one refuses, has its default. */
export async function readSettings(): Promise<Settings> {
  const known: Settings = { ...defaultSettings };
  for (const { key, value } of stored().all()) {
    if (!(key in settingsSchema.shape)) continue;
    const parsed = settingsSchema.shape[key as SettingName].safeParse(value);
    if (parsed.success) Object.assign(known, { [key]: parsed.data });
  }
  return known;
}

/** Sets some settings, already checked by `settingsSchema`, inside a deed. What is as by default has no row. */
export function writeSettings(tx: Writer, changed: Changed, values: Partial<Settings>, now: Date): void {
  for (const [key, value] of Object.entries(values)) {
    if (isDeepStrictEqual(value, defaultSettings[key as SettingName])) {
      tx.delete(setting).where(eq(setting.key, key)).run();
      continue;
    }
    tx.insert(setting)
      .values({ key, value, changedAt: now })
      .onConflictDoUpdate({ target: setting.key, set: { value, changedAt: now } })
      .run();
  }
  changed(settingsTag);
}
