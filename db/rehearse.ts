import { rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { rehearseOn } from "./client.ts";
import { dataPath } from "./environment.ts";
import { copyDatabase, DATABASE_FILE } from "./whole-database.ts";

/** How the folder of a copy begins. One that is left by a process that was killed is removed by the server, in time. */
export const COPIES = ".copy-";

/**
 * Does something to a copy of the database, which is thrown away: deeds of others neither wait for it nor see it. Only
 * for a command; while it lasts, everything this process reads and writes is the copy.
 */
export async function rehearse<Value>(work: () => Promise<Value>): Promise<Value> {
  const folder = await mkdtemp(dataPath(COPIES));
  const giveUp = () => {
    rmSync(folder, { recursive: true, force: true });
    process.exit(130);
  };
  process.once("SIGINT", giveUp).once("SIGTERM", giveUp);
  try {
    const copy = join(folder, DATABASE_FILE);
    await copyDatabase(copy);
    const stop = await rehearseOn(copy);
    try {
      return await work();
    } finally {
      await stop();
    }
  } finally {
    process.off("SIGINT", giveUp).off("SIGTERM", giveUp);
    await rm(folder, { recursive: true, force: true });
  }
}
