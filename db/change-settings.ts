import { isDeepStrictEqual } from "node:util";
import type { SettingName, Settings } from "#core/settings";
import { transaction } from "./client.ts";
import { type Actor, record } from "./log.ts";
import { readSettings, writeSettings } from "./settings.ts";

/** Sets what differs from before, each with a line of its own in the log. Returns what was changed. */
export function changeSettings(actor: Actor, wanted: Partial<Settings>, now: Date): Promise<SettingName[]> {
  return transaction(async (tx, changed) => {
    const before = await readSettings();
    const names = (Object.keys(wanted) as SettingName[]).filter(
      (name) => !isDeepStrictEqual(before[name], wanted[name]),
    );
    if (names.length === 0) return [];
    writeSettings(tx, changed, Object.fromEntries(names.map((name) => [name, wanted[name]])), now);
    for (const name of names) {
      const detail = { from: before[name], to: wanted[name] };
      record(tx, actor, "change", { kind: "setting", id: null, name }, now, detail);
    }
    return names;
  });
}
