import { migrateDatabase } from "#db/client";
import { environment } from "#db/environment";
import { buildIfNeeded } from "./build.ts";
import { offerTheDesk } from "./first-link.ts";
import { foundIfUntouched } from "./founding.ts";
import { requireFreePort, requireWritableDataFolder } from "./surroundings.ts";
import { readTyped } from "./typed.ts";

/** `npm start`: whatever is still missing, then the publication. With `-- --empty` without the demonstration. */
export async function run(typed: string[]): Promise<number> {
  const { values } = readTyped(typed, { empty: { type: "boolean", default: false } });
  environment();
  requireWritableDataFolder();
  await requireFreePort();
  await buildIfNeeded();
  migrateDatabase();
  await foundIfUntouched({ empty: values.empty });
  const { serve } = await import("#delivery/serve");
  await serve();
  await offerTheDesk();
  return 0;
}
