import { migrateDatabase } from "#db/client";
import { environment } from "#db/environment";
import { offerTheDesk } from "./first-link.ts";
import { foundIfUntouched } from "./founding.ts";
import { requireFreePort, requireWritableDataFolder } from "./surroundings.ts";

/** `npm run dev`: pages are built as they are asked for, and anew when their files change. */
export async function run(): Promise<number> {
  environment();
  requireWritableDataFolder();
  await requireFreePort();
  migrateDatabase();
  await foundIfUntouched({ empty: false });
  const { serve } = await import("#delivery/serve");
  await serve();
  await offerTheDesk();
  return 0;
}
