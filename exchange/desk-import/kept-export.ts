import { randomBytes } from "node:crypto";
import { mkdir, readdir, rm, stat, writeFile } from "node:fs/promises";
import { z } from "zod";
import { dataPath } from "#db/environment";
import { readIfThere } from "../run-beside/read-beside.ts";
import { exportSources } from "./recognise-export.ts";

const account = z.object({
  source: z.enum(exportSources),
  /** The names the files were sent under. They lie here as export-1, export-2 and so on. */
  files: z.array(z.object({ name: z.string(), bytes: z.int() })).min(1),
  by: z.string(),
  at: z.iso.datetime().transform((at) => new Date(at)),
});

/** An export that somebody has brought to the desk, in a folder of its own below DATA_DIR/imports. */
export type KeptExport = z.output<typeof account> & { id: string };

const isId = (id: string): boolean => /^[0-9a-f]{32}$/.test(id);

const ACCOUNT = "export.json";

/** Where something of a kept export lies. `id` is checked by who found it; here a wrong one throws. */
export function inExport(id: string, ...parts: string[]): string {
  if (!isId(id)) throw new Error("This is not the id of an export.");
  return dataPath("imports", id, ...parts);
}

export const exportFile = (id: string, at: number): string => inExport(id, `export-${at + 1}`);

/** An empty folder, which nobody but the software may look into: exports hold addresses. */
export async function makeExportFolder(): Promise<string> {
  const id = randomBytes(16).toString("hex");
  await mkdir(inExport(id), { recursive: true, mode: 0o700 });
  return id;
}

export async function keepExport(id: string, given: Omit<KeptExport, "id">): Promise<KeptExport> {
  await writeFile(inExport(id, ACCOUNT), JSON.stringify(given), { mode: 0o600 });
  return { id, ...given };
}

export async function findExport(id: string): Promise<KeptExport | undefined> {
  if (!isId(id)) return undefined;
  const text = await readIfThere(inExport(id, ACCOUNT));
  return text === undefined ? undefined : { id, ...account.parse(JSON.parse(text)) };
}

/** All that are kept, the newest first. An upload under way is not one yet. */
export async function listExports(): Promise<KeptExport[]> {
  const ids = await readdir(dataPath("imports")).catch(() => []);
  const found = await Promise.all(ids.map(findExport));
  return found.filter((kept) => kept !== undefined).sort((a, b) => b.at.getTime() - a.at.getTime());
}

/** Removes an export with its reports. */
export const removeExport = (id: string): Promise<void> => rm(inExport(id), { recursive: true, force: true });

/** Removes the files as they were sent, and keeps the reports: what is taken in needs no second copy of addresses. */
export async function removeExportFiles({ id, files }: KeptExport): Promise<void> {
  await Promise.all(files.map((_, at) => rm(exportFile(id, at), { force: true })));
}

export const hasFiles = async ({ id }: KeptExport): Promise<boolean> =>
  (await stat(exportFile(id, 0)).catch(() => undefined)) !== undefined;
