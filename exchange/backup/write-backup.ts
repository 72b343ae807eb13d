import { createWriteStream } from "node:fs";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { dataPath, environment } from "#db/environment";
import { readKeyFile } from "#db/keys";
import { checkDatabaseFile, copyDatabase } from "#db/whole-database";
import { type ArchiveFile, DATABASE, KEYS, type Manifest, readArchive, writeArchive } from "./archive.ts";
import { sealKeys } from "./sealed-keys.ts";
import { openWorkFolder } from "./work-folder.ts";

export type BackupOptions = {
  folder: string;
  /** Puts the keys of readers' addresses in, under this passphrase; without it the addresses stay closed. */
  passphrase: string | undefined;
  now: Date;
  progress?: (step: "copying the database" | "writing" | "reading it again", done: number, all: number) => void;
};

export type Backup = { path: string; bytes: number; articles: number; pictures: number; hasKeys: boolean };

const NAME = /^national-update-(\d{4}-\d\d-\d\dT\d\d)(\d\d)(\d\d)Z\.tar\.gz$/;
const nameFor = (now: Date) => `national-update-${now.toISOString().slice(0, 19).replaceAll(":", "")}Z.tar.gz`;

/** When a backup was made, as its name says; undefined for the name of anything else. */
export function backupMadeAt(name: string): Date | undefined {
  const [, hour, minute, second] = NAME.exec(name) ?? [];
  const at = new Date(`${hour}:${minute}:${second}Z`);
  return Number.isNaN(at.getTime()) ? undefined : at;
}

/**
 * Writes one file with everything a publication is: its database as it is now, while it is being served, and its
 * pictures. The file gets its name only after it was read again and every file in it found to be whole.
 */
export async function writeBackup({ folder, passphrase, now, progress }: BackupOptions): Promise<Backup> {
  const target = resolve(folder);
  await mkdir(target, { recursive: true, mode: 0o700 });
  const work = await openWorkFolder(target, "backup", now);
  try {
    const database = join(work, DATABASE);
    await copyDatabase(database, (part) => progress?.("copying the database", part, 1));
    const checked = checkDatabaseFile(database);
    if (!checked.ok) throw new Error(`The copy of the database is ${checked.reason}.`);
    const { hashes, articles } = checked.value;
    const archive = join(work, nameFor(now));
    const report = (done: number) => progress?.("writing", done, hashes.length);
    const { files } = await writeArchive(archive, filesOf(database, hashes, passphrase, report), now);
    await rm(database);
    await verifyBackup(archive, work, (done) => progress?.("reading it again", done, files.length));
    const path = join(target, nameFor(now));
    await rename(archive, path);
    const { size } = await stat(path);
    return { path, bytes: size, articles, pictures: hashes.length, hasKeys: passphrase !== undefined };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function* filesOf(
  database: string,
  hashes: readonly string[],
  passphrase: string | undefined,
  progress: (done: number) => void,
): AsyncGenerator<ArchiveFile> {
  yield { path: DATABASE, from: database };
  for (const [index, hash] of hashes.entries()) {
    const folder = dataPath("media", hash);
    // A picture whose files are gone is gone already: the backup is of what there is.
    const names = await readdir(folder).catch(() => []);
    for (const name of names.sort()) yield { path: `media/${hash}/${name}`, from: join(folder, name) };
    progress(index + 1);
  }
  if (passphrase !== undefined) yield { path: KEYS, text: sealKeys(JSON.stringify(keysInForce()), passphrase) };
}

/** The keys as a key file, also where they come from the environment. */
function keysInForce() {
  const { ADDRESS_KEY, ADDRESS_HASH_KEY } = environment();
  const file = readKeyFile();
  const addressKey = ADDRESS_KEY ?? file?.addressKey;
  const hashKey = ADDRESS_HASH_KEY ?? file?.hashKey;
  if (!addressKey || !hashKey) throw new Error("There are no keys yet: nobody has left an address.");
  const former = file ? [file.addressKey, ...file.formerAddressKeys] : [];
  return { addressKey, formerAddressKeys: former.filter((key) => key !== addressKey), hashKey };
}

/** Reads a backup from end to end: every file against its hash, and the database within. Throws where it is not whole. */
async function verifyBackup(path: string, work: string, progress: (done: number) => void): Promise<Manifest> {
  const copy = join(work, "again.sqlite");
  let done = 0;
  const manifest = await readArchive(path, async (name, _size, content) => {
    if (name === DATABASE) await pipeline(content, createWriteStream(copy, { mode: 0o600 }));
    else for await (const _ of content);
    done += 1;
    progress(done);
  });
  const checked = checkDatabaseFile(copy);
  if (!checked.ok) throw new Error(`The database in the backup is ${checked.reason}.`);
  return manifest;
}

/** Removes all but the newest backups of a folder. Other files in it are none of ours. Returns what went. */
export async function keepNewestBackups(folder: string, number: number): Promise<string[]> {
  const ours = (await readdir(folder)).filter((name) => backupMadeAt(name) !== undefined).sort();
  const old = ours.slice(0, Math.max(0, ours.length - number));
  for (const name of old) await rm(join(folder, name));
  return old;
}
