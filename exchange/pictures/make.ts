import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import sharp, { type Sharp } from "sharp";
import { fewAtOnce } from "#core/few-at-once";
import { accept, type Result, refuse } from "#core/result";
import { HEAVIEST_PICTURE } from "#core/upload-answer";
import { dataPath } from "#db/environment";
import type { MadePicture } from "#db/media";
import type { PictureSize } from "#db/schema/media";
import { pictureFormat } from "./format.ts";

/** Width times height; a small file can unfold into a picture that fills the memory of the machine. */
const MOST_PIXELS = 40_000_000;
/** Seconds libvips may unfold a file before it is given up as broken: the heaviest welcome one takes a quarter of one. */
const LONGEST_UNFOLDING = 10;
/** Seconds libvips may work at one size before it is stopped. */
const LONGEST_WORK = 60;

const WIDTHS = [320, 640, 960, 1280, 1800] as const;
/** A picture taller than this when it is 1800 wide is made narrower: WebP ends at 16,383, and time grows with height. */
const TALLEST = 3_600;
/** JPEG is for what cannot read the others: old browsers, mail, the cards of social networks. */
const JPEG_WIDTHS: readonly number[] = [640, 1280];

/**
 * How long the encoder may search for a smaller AVIF, of libaom's 0 to 9. Measured on our own pictures: against 2, 1 takes
 * two thirds of the time for 5 % more bytes, and 4 takes six times as long for 5 % less. 0 is quickest, and dear in bytes
 * where pictures are small.
 */
export type Pace = "careful" | "quick";
const avifEffort = (pace: Pace, width: number): number => (pace === "careful" ? 2 : width > 960 ? 0 : 1);
/**
 * Bits a pixel of WebP from which a large picture is mostly noise, as broken files are that still decode. Searching takes
 * longest there, six times as long as not, and finds nothing smaller.
 */
const BITS_OF_NOISE = 1.2;

export type PictureRefusal = "not-a-picture" | "too-heavy" | "too-many-pixels" | "broken";

/** Pictures made at the same time: a decoded one takes up to 160 MB, and readers need the machine too. */
const inTurn = fewAtOnce(Math.min(2, availableParallelism()));

// Each picture is made by one thread.
sharp.concurrency(1);
sharp.cache(false);

/**
 * Makes all sizes of a picture, upright and without what cameras write into files (places, names, serial numbers), and
 * puts them at `media/<hash>/<width>.<format>` at once, so that no half picture is ever found there. Nothing is enlarged.
 */
export async function makePicture(
  bytes: Uint8Array,
  hash: string,
  pace: Pace,
): Promise<Result<MadePicture, PictureRefusal>> {
  if (bytes.byteLength > HEAVIEST_PICTURE) return refuse("too-heavy");
  if (!pictureFormat(bytes)) return refuse("not-a-picture");
  return inTurn(async () => {
    const opened = await open(bytes);
    if (!opened.ok) return opened;
    const { width, height, largest } = opened.value;

    const media = dataPath("media");
    const place = join(media, hash);
    const making = join(media, `.making-${randomBytes(8).toString("hex")}`);
    await mkdir(making, { recursive: true, mode: 0o700 });
    try {
      const sizes = await writeSizes(largest, making, pace);
      await rm(place, { recursive: true, force: true });
      await rename(making, place).catch((error) => {
        // Somebody else has just made the same picture; theirs is as good.
        if (!existsSync(place)) throw error;
      });
      return accept({ hash, width, height, sizes, colour: await averageColour(largest) });
    } finally {
      await rm(making, { recursive: true, force: true });
    }
  });
}

type Raw = { data: Buffer; info: { width: number; height: number; channels: 1 | 2 | 3 | 4 } };

/** Decodes once, upright, no wider than the widest size and no taller than the tallest; every size is made from that. */
async function open(
  bytes: Uint8Array,
): Promise<Result<{ width: number; height: number; largest: Raw }, PictureRefusal>> {
  try {
    const source = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: "error", pages: 1 });
    const { width, height, autoOrient } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height > MOST_PIXELS) return refuse("too-many-pixels");
    const largest = await source
      .autoOrient()
      .resize({ width: WIDTHS[WIDTHS.length - 1], height: TALLEST, fit: "inside", withoutEnlargement: true })
      .toColourspace("srgb")
      .timeout({ seconds: LONGEST_UNFOLDING })
      .raw()
      .toBuffer({ resolveWithObject: true });
    return accept({ width: autoOrient.width, height: autoOrient.height, largest });
  } catch (error) {
    // sharp throws plain errors for whatever a file may be; a bug of ours would not stand within these lines.
    if (error instanceof Error) return refuse("broken");
    throw error;
  }
}

async function writeSizes(largest: Raw, folder: string, pace: Pace): Promise<PictureSize[]> {
  const own = largest.info.width;
  const widths = [...WIDTHS.filter((width) => width < own), own];
  const jpegs = widths.filter((width) => JPEG_WIDTHS.includes(width));
  const sizes: PictureSize[] = [];
  for (const width of widths) {
    const resized = () => again(largest).resize({ width, kernel: "lanczos3" });
    const write = async (format: PictureSize["format"], picture: Sharp): Promise<PictureSize> => {
      const { data, info } = await picture.timeout({ seconds: LONGEST_WORK }).toBuffer({ resolveWithObject: true });
      // Written by Node, whose errors say that the disk is full, and onto the disk before anybody is told it is kept.
      await writeFile(join(/* turbopackIgnore: true */ folder, `${width}.${format}`), data, { flush: true });
      return { width: info.width, height: info.height, format, bytes: info.size };
    };
    const webp = await write("webp", resized().webp({ quality: 78, effort: 2 }));
    const effort = avifEffort(isNoise(webp) ? "quick" : pace, width);
    sizes.push(await write("avif", resized().avif({ quality: 55, effort, chromaSubsampling: "4:2:0" })), webp);
    if (jpegs.includes(width) || (jpegs.length === 0 && width === own)) {
      const white = resized().flatten({ background: "#ffffff" });
      sizes.push(await write("jpeg", white.jpeg({ quality: 80, progressive: true })));
    }
  }
  return sizes;
}

const isNoise = ({ width, height, bytes }: PictureSize): boolean =>
  width * height > 700_000 && (bytes * 8) / (width * height) > BITS_OF_NOISE;

const again = ({ data, info: { width, height, channels } }: Raw): Sharp =>
  sharp(data, { raw: { width, height, channels }, limitInputPixels: MOST_PIXELS });

async function averageColour(picture: Raw): Promise<string> {
  const pixel = await again(picture)
    .flatten({ background: "#ffffff" })
    .resize(1, 1, { fit: "fill" })
    .toColourspace("srgb")
    .raw()
    .toBuffer();
  const [red = 0, green = red, blue = red] = pixel;
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}
