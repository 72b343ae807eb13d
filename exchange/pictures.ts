import { createHash } from "node:crypto";
import { utimes } from "node:fs/promises";
import { accept, type Result } from "#core/result";
import { transaction } from "#db/client";
import { dataPath } from "#db/environment";
import type { Actor } from "#db/log";
import { addPicture, findPictureByHash, type KeptPicture, type MadePicture, type PictureWords } from "#db/media";
import { findLibraryPicture } from "#db/picture-library";
import { replacePicture } from "#db/pictures";
import { makePicture, type Pace, type PictureRefusal } from "./pictures/make.ts";

export { HEAVIEST_PICTURE } from "#core/upload-answer";
export { isNamedOtherwise } from "./pictures/format.ts";
export type { PictureRefusal } from "./pictures/make.ts";

/** The sizes of a file, which are made once: the same bytes are the same picture. */
async function sizesOf(bytes: Uint8Array, pace: Pace): Promise<Result<MadePicture, PictureRefusal>> {
  const hash = createHash("sha256").update(bytes).digest("hex");
  const known = await findPictureByHash(hash);
  return known && (await touch(hash)) ? accept(known) : makePicture(bytes, hash, pace);
}

/** Notes on the folder of some sizes that it is needed now, which the sweep respects. Says whether it is there. */
async function touch(hash: string): Promise<boolean> {
  const now = new Date();
  return utimes(dataPath("media", hash), now, now).then(
    () => true,
    () => false,
  );
}

/**
 * Takes a picture into the library: makes its sizes in the data folder and a row for it. The same bytes twice are one
 * picture and are made once. `said` are the words people gave it; `now` is when it came;
 * the pace is careful except where many pictures come at once and somebody waits.
 * Refused is what is no picture we serve, is broken, or is too large; see `PictureRefusal`.
 */
export async function keepPicture(
  bytes: Uint8Array,
  said: PictureWords,
  now: Date,
  pace: Pace = "careful",
): Promise<Result<KeptPicture, PictureRefusal>> {
  const made = await sizesOf(bytes, pace);
  if (!made.ok) return made;
  const { hash, width, height, sizes, colour } = made.value;
  const picture = { hash, width, height, sizes, colour };
  const id = await transaction(async (tx) => addPicture(tx, picture, said, now));
  return accept({ id, ...picture });
}

/**
 * Puts this file in the place of a picture of the library, everywhere it is shown. The former sizes stay in the data
 * folder for 30 days more: feeds and copies of pages elsewhere still name them.
 */
export async function keepInPlaceOf(
  actor: Actor,
  pictureId: number,
  { bytes, filename }: { bytes: Uint8Array; filename: string },
  now: Date,
): Promise<Result<null, PictureRefusal | "not-found" | "already-there">> {
  const made = await sizesOf(bytes, "careful");
  if (!made.ok) return made;
  const before = await findLibraryPicture(pictureId);
  if (before) await touch(before.hash);
  return replacePicture(actor, pictureId, made.value, filename, now);
}
