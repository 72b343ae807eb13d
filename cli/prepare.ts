import { migrateDatabase } from "#db/client";
import { environment } from "#db/environment";
import { buildIfNeeded } from "./build.ts";
import { foundIfUntouched } from "./founding.ts";
import { requireFreePort, requireWritableDataFolder } from "./surroundings.ts";
import { readTyped } from "./typed.ts";

/** Makes whatever is still missing, so that `serve` can follow. With `--empty` without the demonstration. */
export async function run(typed: string[]): Promise<number> {
  const { values } = readTyped(typed, { empty: { type: "boolean", default: false } });
  environment();
  requireWritableDataFolder();
  await requireFreePort();
  await buildIfNeeded();
  migrateDatabase();
  await foundIfUntouched({ empty: values.empty });
  return 0;
}
