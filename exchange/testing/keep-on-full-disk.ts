import { readdirSync } from "node:fs";
import sharp from "sharp";
import { migrateDatabase, read } from "#db/client";
import { dataPath } from "#db/environment";
import { media } from "#db/schema";
import { keepPicture } from "#exchange/pictures";

/* Run by a test in a process whose folder of pictures is a disk of its own, with room for a small picture only. */

migrateDatabase();

const aPicture = (width: number) => {
  const noise = { type: "gaussian", mean: 128, sigma: 30 } as const;
  return sharp({ create: { width, height: width, channels: 3, background: "#000000", noise } })
    .png()
    .toBuffer();
};

async function keep(width: number): Promise<string> {
  try {
    const kept = await keepPicture(await aPicture(width), { filename: "picture.png" }, new Date());
    return kept.ok ? "kept" : kept.reason;
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : String(error);
  }
}

const report = async (width: number) => ({
  said: await keep(width),
  folders: readdirSync(dataPath("media")).length,
  rows: read().select().from(media).all().length,
});

console.log(JSON.stringify([await report(1_400), await report(32)]));
