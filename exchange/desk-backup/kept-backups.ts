import { lstat, open, readdir } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { dataPath } from "#db/environment";
import { backupMadeAt } from "../backup/write-backup.ts";

export type KeptBackup = { name: string; at: Date; bytes: number };

/** Where backups lie that were made without saying where to. */
export const backupsFolder = (): string => dataPath("backups");

/** The backups in the data folder, the newest first. Links, folders and files of other names are none. */
export async function listBackups(): Promise<KeptBackup[]> {
  const names = await readdir(backupsFolder()).catch(() => []);
  const found = await Promise.all(names.map(asBackup));
  return found.filter((kept) => kept !== undefined).sort((a, b) => b.at.getTime() - a.at.getTime());
}

async function asBackup(name: string): Promise<KeptBackup | undefined> {
  const at = backupMadeAt(name);
  const file = at && (await lstat(join(backupsFolder(), name)).catch(() => undefined));
  return at && file?.isFile() ? { name, at, bytes: file.size } : undefined;
}

/** The backup of that name. What was asked for is compared with the list and never becomes part of a path. */
export const findBackup = async (asked: string): Promise<KeptBackup | undefined> =>
  (await listBackups()).find(({ name }) => name === asked);

/** The bytes of a backup, as they are read from the disk. */
export async function openBackup({ name }: KeptBackup): Promise<ReadableStream> {
  const file = await open(join(backupsFolder(), name));
  return Readable.toWeb(file.createReadStream()) as ReadableStream;
}
