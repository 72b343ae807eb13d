import { migrateDatabase } from "#db/client";
import { environment } from "#db/environment";
import { buildIfNeeded } from "./build.ts";
import { requireFreePort, requireWritableDataFolder } from "./surroundings.ts";

/** `npm start`: whatever is still missing, then the publication. */
export async function run(): Promise<number> {
  environment();
  requireWritableDataFolder();
  await requireFreePort();
  await buildIfNeeded();
  migrateDatabase();
  const { serve } = await import("#delivery/serve");
  await serve();
  return 0;
}
