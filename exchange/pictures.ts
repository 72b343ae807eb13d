import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { accept, type Result } from "#core/result";
import { transaction } from "#db/client";
import { dataPath } from "#db/environment";
import { addPicture, findPictureByHash, type KeptPicture, type PictureWords } from "#db/media";
import { makePicture, type Pace, type PictureRefusal } from "./pictures/make.ts";

export { HEAVIEST_PICTURE, MOST_PIXELS, type PictureRefusal } from "./pictures/make.ts";

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
  const hash = createHash("sha256").update(bytes).digest("hex");
  const known = await findPictureByHash(hash);
  const made = known && existsSync(dataPath("media", hash)) ? accept(known) : await makePicture(bytes, hash, pace);
  if (!made.ok) return made;
  const { width, height, sizes, colour } = made.value;
  const picture = { hash, width, height, sizes, colour };
  const id = await transaction(async (tx) => addPicture(tx, picture, said, now));
  return accept({ id, ...picture });
}
