import { readFile } from "node:fs/promises";
import { migrateDatabase } from "#db/client";
import { isUntouched } from "#db/founding";
import { keepPicture } from "#exchange/pictures";
import { demoPictures, fillDemonstration, type PictureNumbers } from "./demonstration.ts";
import { progress } from "./progress.ts";

/** The demonstration publication, into an empty database only: the place where journeys begin. */
export async function run(): Promise<number> {
  migrateDatabase();
  if (await seedIfUntouched()) return 0;
  console.error("There is something in this database already, so it was left as it is.");
  return 1;
}

/** Fills a database that nothing was ever put into. Returns whether it did. */
export async function seedIfUntouched(): Promise<boolean> {
  if (!(await isUntouched())) return false;
  const began = Date.now();
  const pictures = await keepPictures();
  const filled = await fillDemonstration(pictures, new Date());
  if (filled) console.log(`The demonstration publication is in (${Math.round((Date.now() - began) / 1000)} s).`);
  return filled;
}

async function keepPictures(): Promise<PictureNumbers> {
  const wanted = demoPictures();
  const now = new Date();
  const numbers = new Map<string, number>();
  const step = progress("Making the sizes of the demonstration's pictures", wanted.size);
  await Promise.all(
    [...wanted].map(async ([id, words]) => {
      const filename = `${id}.webp`;
      const kept = await keepPicture(await readFile(`demo/pictures/${filename}`), { filename, ...words }, now, "quick");
      if (!kept.ok) throw new Error(`demo/pictures/${filename}: ${kept.reason}`);
      numbers.set(id, kept.value.id);
      step();
    }),
  );
  return numbers;
}
