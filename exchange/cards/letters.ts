import { mkdir, readFile, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { inflateSync } from "node:zlib";
import { dataPath } from "#db/environment";

/** The pages' type by the names its files carry. */
export const FAMILIES = { Regular: "Brygada 1918", SemiBold: "Brygada 1918 SemiBold" } as const;
export type Weight = keyof typeof FAMILIES;

const WEIGHTS: Record<Weight, number> = { Regular: 400, SemiBold: 600 };

/** Each file holds the letters of some scripts. */
export const SCRIPTS = ["latin", "latin-ext", "vietnamese", "greek", "cyrillic", "cyrillic-ext"] as const;

/** What sets the words of cards reads only plain TrueType, so the files are unpacked into the data folder. */
export async function unpackLetters(script: (typeof SCRIPTS)[number], weight: Weight): Promise<string> {
  const name = `brygada-1918-${script}-${WEIGHTS[weight]}-normal`;
  const folder = dataPath("cards", "type");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = resolve(folder, `${name}.ttf`);
  const packed = await readFile(resolve("node_modules/@fontsource/brygada-1918/files", `${name}.woff`));
  await writeFile(path, trueType(packed));
  return path;
}

/** A WOFF 1.0 file as the TrueType font it was made of (W3C, WOFF File Format 1.0, 4 and 5). */
export function trueType(woff: Buffer): Buffer {
  const tables = woff.readUInt16BE(12);
  const directory = Buffer.alloc(12 + 16 * tables);
  directory.writeUInt32BE(woff.readUInt32BE(4), 0);
  directory.writeUInt16BE(tables, 4);
  const parts: Buffer[] = [directory];
  let offset = directory.length;
  for (let index = 0; index < tables; index += 1) {
    const entry = 44 + 20 * index;
    const [from, packedLength, length, checksum] = [4, 8, 12, 16].map((place) => woff.readUInt32BE(entry + place));
    if (from === undefined || packedLength === undefined || length === undefined || checksum === undefined) break;
    const packed = woff.subarray(from, from + packedLength);
    const line = 12 + 16 * index;
    woff.copy(directory, line, entry, entry + 4);
    directory.writeUInt32BE(checksum, line + 4);
    directory.writeUInt32BE(offset, line + 8);
    directory.writeUInt32BE(length, line + 12);
    // Tables begin at multiples of four.
    const padding = Buffer.alloc((4 - (length % 4)) % 4);
    parts.push(packedLength < length ? inflateSync(packed) : packed, padding);
    offset += length + padding.length;
  }
  return Buffer.concat(parts);
}
