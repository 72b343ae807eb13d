import { readdir, rm, stat } from "node:fs/promises";
import { dataPath } from "#db/environment";
import { forgetWhatIsOld } from "#db/retention";
import type { Log } from "./log.ts";

const HOUR = 3_600_000;
/** Days for which things lie that nobody has fetched: mail that no server took, exports brought to the desk. */
const KEPT_DAYS = 30;

/** Forgets, at start and every hour, what is kept for a time only. Returns how to stop. */
export function keepHouse(log: Log): () => void {
  const round = async () => {
    try {
      const { networks, addresses } = await forgetWhatIsOld(new Date());
      const letters = await emptyFolder("outbox", new Date());
      const exports = await emptyFolder("imports", new Date());
      if (networks + addresses + letters + exports > 0) {
        log.info({ networks, addresses, letters, exports }, "Forgot what had its time");
      }
    } catch (error) {
      log.error({ error }, "What had its time could not be forgotten; it is tried again in an hour");
    }
  };
  void round();
  const timer = setInterval(() => void round(), HOUR).unref();
  return () => clearInterval(timer);
}

async function emptyFolder(name: "outbox" | "imports", now: Date): Promise<number> {
  const folder = dataPath(name);
  const names = await readdir(folder).catch(() => []);
  let removed = 0;
  for (const name of names) {
    const found = await stat(`${folder}/${name}`).catch(() => undefined);
    if (!found || now.getTime() - found.mtimeMs < KEPT_DAYS * 24 * HOUR) continue;
    await rm(`${folder}/${name}`, { recursive: true, force: true });
    removed += 1;
  }
  return removed;
}
