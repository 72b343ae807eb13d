import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dataPath } from "#db/environment";
import type { Card } from "./card.ts";
import { drawCard } from "./draw-card.ts";

/** The card of a name: drawn at its first use, and kept in the data folder. */
export async function keptCard(name: string, card: Card): Promise<Buffer> {
  const path = dataPath("cards", name);
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  const drawn = await drawCard(card);
  await mkdir(dataPath("cards"), { recursive: true, mode: 0o700 });
  // Under another name first: nobody is ever given half a card.
  const unfinished = `${path}.${randomUUID()}`;
  await writeFile(unfinished, drawn, { mode: 0o600 });
  await rename(unfinished, path);
  return drawn;
}
