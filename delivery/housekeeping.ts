import { readdir, rm, stat } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { emptyBin } from "#db/empty-bin";
import { dataPath } from "#db/environment";
import { measureAnew } from "#db/measure";
import { COPIES } from "#db/rehearse";
import { forgetWhatIsOld } from "#db/retention";
import { indexWhatWasLeft } from "#db/search-later";
import { DATABASE_FILE } from "#db/whole-database";
import type { Log } from "./log.ts";
import { sweepPictures } from "./sweep-pictures.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Days for which things lie that nobody has fetched: mail that no server took, exports brought to the desk. */
const KEPT_DAYS = 30;
/** Between two parts of what an interrupted import has left to be indexed; readers are answered meanwhile. */
const PAUSE_MS = 100;

/** Forgets, at start and every hour, what is kept for a time only, and measures tables once a day. Returns how to stop. */
export function keepHouse(log: Log): () => void {
  // They were measured at start, when the database was brought up to date.
  let measuredAt = Date.now();
  const round = async () => {
    try {
      const forgotten = await oneRound(new Date());
      if (Object.values(forgotten).some((number) => number > 0)) log.info(forgotten, "Forgot what had its time");
      await indexWhatWasLeft(() => setTimeout(PAUSE_MS));
      if (Date.now() - measuredAt >= DAY && measureAnew(dataPath(DATABASE_FILE))) measuredAt = Date.now();
    } catch (error) {
      log.error({ error }, "What had its time could not be forgotten; it is tried again in an hour");
    }
  };
  void round();
  const timer = setInterval(() => void round(), HOUR).unref();
  return () => clearInterval(timer);
}

async function oneRound(now: Date): Promise<Record<string, number>> {
  return {
    ...(await forgetWhatIsOld(now)),
    ...(await emptyBin(now)),
    // After the bin: the files of a picture go once no row has them.
    pictureFolders: await sweepPictures(now),
    letters: await removeOlder("outbox", KEPT_DAYS * DAY),
    exports: await removeOlder("imports", KEPT_DAYS * DAY),
    copies: await removeOlder(".", DAY, (name) => name.startsWith(COPIES)),
  };
}

async function removeOlder(
  folderName: string,
  age: number,
  isMeant: (name: string) => boolean = () => true,
): Promise<number> {
  const folder = dataPath(folderName);
  const names = (await readdir(folder).catch(() => [])).filter(isMeant);
  let removed = 0;
  for (const name of names) {
    const found = await stat(`${folder}/${name}`).catch(() => undefined);
    if (!found || Date.now() - found.mtimeMs < age) continue;
    await rm(`${folder}/${name}`, { recursive: true, force: true });
    removed += 1;
  }
  return removed;
}
