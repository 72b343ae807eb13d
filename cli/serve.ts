import { existsSync } from "node:fs";
import { environment } from "#db/environment";
import { offerTheDesk } from "./first-link.ts";
import { Refusal } from "./refusal.ts";
import { requireFreePort, requireWritableDataFolder } from "./surroundings.ts";

/** `npm run serve`: serves what was built before. Migrates, since the database may be older than the build. */
export async function run(): Promise<number> {
  environment();
  if (!existsSync(".next/BUILD_ID")) throw new Refusal("Nothing is built here yet. Please run: npm run build");
  requireWritableDataFolder();
  await requireFreePort();
  const { serve } = await import("#delivery/serve");
  await serve();
  await offerTheDesk();
  return 0;
}
