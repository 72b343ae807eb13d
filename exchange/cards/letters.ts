import { readFileSync } from "node:fs";
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

const fileOf = (script: (typeof SCRIPTS)[number], weight: Weight): string =>
  `brygada-1918-${script}-${WEIGHTS[weight]}-normal`;
const packedFile = (name: string): string => resolve("node_modules/@fontsource/brygada-1918/files", `${name}.woff`);

let known: Set<number> | undefined;

/** Whether the letters of our own type cover a text. What they do not cover would be drawn as empty boxes. */
export function areOurLetters(text: string): boolean {
  known ??= new Set(
    SCRIPTS.flatMap((script) => lettersOf(trueType(readFileSync(packedFile(fileOf(script, "SemiBold")))))),
  );
  for (const letter of text.normalize("NFC")) {
    if (!known.has(letter.codePointAt(0) ?? 0) && !/\s/.test(letter)) return false;
  }
  return true;
}

/** What sets the words of cards reads only plain TrueType, so the files are unpacked into the data folder. */
export async function unpackLetters(script: (typeof SCRIPTS)[number], weight: Weight): Promise<string> {
  const name = fileOf(script, weight);
  const folder = dataPath("cards", "type");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = resolve(folder, `${name}.ttf`);
  const packed = await readFile(packedFile(name));
  await writeFile(path, trueType(packed));
  return path;
}

/** A WOFF 1.0 file as the TrueType font it was made of (W3C, WOFF File Format 1.0, 4 and 5). */
function trueType(woff: Buffer): Buffer {
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

/** The code points that a TrueType font can write, by its table for the first 65,536 (OpenType, cmap, format 4). */
function lettersOf(font: Buffer): number[] {
  const table = tableOf(font, "cmap");
  const letters: number[] = [];
  for (let index = 0; index < table.readUInt16BE(2); index += 1) {
    const part = table.subarray(table.readUInt32BE(8 + 8 * index));
    if (part.readUInt16BE(0) !== 4) continue;
    const size = part.readUInt16BE(6);
    for (let at = 0; at < size; at += 2) {
      const last = part.readUInt16BE(14 + at);
      const first = part.readUInt16BE(16 + size + at);
      for (let letter = first; letter <= last && letter < 0xffff; letter += 1) letters.push(letter);
    }
  }
  return letters;
}

function tableOf(font: Buffer, name: string): Buffer {
  for (let index = 0; index < font.readUInt16BE(4); index += 1) {
    const line = 12 + 16 * index;
    if (font.toString("latin1", line, line + 4) === name) return font.subarray(font.readUInt32BE(line + 8));
  }
  throw new Error(`The font has no table ${name}.`);
}
