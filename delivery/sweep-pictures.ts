import { renameSync, statSync } from "node:fs";
import { readdir, rm, stat } from "node:fs/promises";
import { UNDO_DAYS } from "#core/undo";
import { transaction } from "#db/client";
import { dataPath } from "#db/environment";
import { isPictureHash, listPictureHashes } from "#db/media";

const DAY = 86_400_000;
/** Feeds and copies of pages elsewhere may name a picture's files for as long after it was replaced or removed. */
const KEPT_MS = UNDO_DAYS * DAY;
/** What is being made is done within minutes; a day later its maker has been cut off. */
const UNFINISHED_MS = DAY;

/**
 * Takes the files of pictures from the data folder that no picture of the library has: those that were replaced or
 * removed for good, counted from when their folder was last needed, and what a maker who was cut off left half done.
 * May be cut off itself at any point; the next round goes on. Returns how many folders went.
 */
export async function sweepPictures(now: Date): Promise<number> {
  const media = dataPath("media");
  const folders = await readdir(media).catch(() => []);
  const hashes = new Set(await listPictureHashes());
  let removed = 0;
  for (const name of folders) {
    const isUnfinished = name.startsWith(".");
    if (!isUnfinished && (hashes.has(name) || !/^[0-9a-f]{64}$/.test(name))) continue;
    const age = await stat(`${media}/${name}`).then(
      ({ mtimeMs }) => now.getTime() - mtimeMs,
      () => 0,
    );
    if (age < (isUnfinished ? UNFINISHED_MS : KEPT_MS)) continue;
    const gone = isUnfinished ? name : await putAside(media, name, now);
    if (!gone) continue;
    await rm(`${media}/${gone}`, { recursive: true, force: true });
    removed += 1;
  }
  return removed;
}

/**
 * Makes the files unfindable at once, while nobody can add a picture, so that none is ever found in half. Somebody may
 * have just made the same picture anew: theirs goes back to its place.
 */
function putAside(media: string, hash: string, now: Date): Promise<string | undefined> {
  return transaction(async (tx) => {
    if (isPictureHash(tx, hash)) return undefined;
    const gone = `.gone-${hash}`;
    renameSync(`${media}/${hash}`, `${media}/${gone}`);
    if (now.getTime() - statSync(`${media}/${gone}`).mtimeMs >= KEPT_MS) return gone;
    renameSync(`${media}/${gone}`, `${media}/${hash}`);
    return undefined;
  });
}
