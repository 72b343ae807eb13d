import { createWriteStream, existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, statfs, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { checkDatabaseFile, DATABASE_FILE, type DatabaseFlaw, isDatabaseInUse } from "#db/whole-database";
import { RefusedSource } from "../move-in/refused-source.ts";
import { DATABASE, KEYS, readArchive } from "./archive.ts";
import { openKeys } from "./sealed-keys.ts";
import { openWorkFolder } from "./work-folder.ts";

export type RestoreOptions = {
  /** The data folder: empty or not there, unless `replace` says that what is in it may be put aside. */
  into: string;
  replace: boolean;
  passphrase: string | undefined;
  now: Date;
};

export type Restored = {
  madeAt: string;
  articles: number;
  files: number;
  keys: "restored" | "kept" | "none" | "sealed";
  /** Where the former contents of the folder are. */
  putAside: string | undefined;
};

const FLAWS: Record<DatabaseFlaw, string> = {
  "no-database": "The backup holds no database.",
  damaged: "The database in the backup is damaged.",
  "from-newer-software": "The backup was made by a newer version of this software; please update it first.",
};

/** What belongs to a publication in its data folder. */
const OURS = [DATABASE_FILE, `${DATABASE_FILE}-wal`, `${DATABASE_FILE}-shm`, "media", "keys.json"];

/**
 * Puts a backup into a data folder. Everything is unpacked beside and checked first; only a backup that is whole takes
 * the place of what was there, which is put aside and not removed.
 */
export async function restoreBackup(
  path: string,
  { into, replace, passphrase, now }: RestoreOptions,
): Promise<Restored> {
  const folder = resolve(into);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const present = (await readdir(folder)).filter((name) => OURS.includes(name));
  if (present.length > 0 && !replace) {
    throw new RefusedSource(
      `${folder} holds a publication already: give --replace to put it aside, or another DATA_DIR.`,
    );
  }
  if (present.includes(DATABASE_FILE) && isDatabaseInUse(join(folder, DATABASE_FILE))) {
    throw new RefusedSource(`The publication in ${folder} is being served: please stop it first.`);
  }
  const work = await openWorkFolder(folder, "restoring", now);
  try {
    const manifest = await unpack(path, work);
    const checked = checkDatabaseFile(join(work, DATABASE));
    if (!checked.ok) throw new RefusedSource(FLAWS[checked.reason]);
    const keys = await restoreKeys(work, folder, passphrase);
    await rename(join(work, DATABASE), join(work, DATABASE_FILE));
    await rm(join(work, KEYS), { force: true });
    await mkdir(join(work, "media"), { recursive: true, mode: 0o700 });
    const putAside = present.length > 0 ? await putAsideIn(folder, present, keys, now) : undefined;
    for (const name of await readdir(work)) await rename(join(work, name), join(folder, name));
    return { madeAt: manifest.madeAt, articles: checked.value.articles, files: manifest.files.length, keys, putAside };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function unpack(path: string, work: string) {
  const { bavail, bsize } = await statfs(work);
  let room = bavail * bsize * 0.95;
  return readArchive(path, async (name, size, content) => {
    room -= size;
    if (room < 0) throw new RefusedSource("There is not enough room on the disk for what the backup holds.");
    const to = join(work, name);
    await mkdir(dirname(to), { recursive: true, mode: 0o700 });
    await pipeline(content, createWriteStream(to, { mode: 0o600, flags: "wx" }));
  });
}

async function restoreKeys(work: string, folder: string, passphrase: string | undefined): Promise<Restored["keys"]> {
  const sealed = join(work, KEYS);
  if (!existsSync(sealed)) return existsSync(join(folder, "keys.json")) ? "kept" : "none";
  if (passphrase === undefined) return existsSync(join(folder, "keys.json")) ? "kept" : "sealed";
  const keys = openKeys(await readFile(sealed, "utf8"), passphrase);
  if (keys === undefined) throw new RefusedSource("The passphrase does not open the keys in the backup.");
  await writeFile(join(work, "keys.json"), `${keys}\n`, { mode: 0o600 });
  return "restored";
}

async function putAsideIn(
  folder: string,
  present: readonly string[],
  keys: Restored["keys"],
  now: Date,
): Promise<string> {
  const aside = join(folder, `replaced-${now.toISOString().slice(0, 19).replaceAll(":", "")}Z`);
  await mkdir(aside, { mode: 0o700 });
  for (const name of present) {
    if (name === "keys.json" && keys === "kept") continue;
    await rename(join(folder, name), join(aside, name));
  }
  return aside;
}
