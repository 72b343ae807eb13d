import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { before, test } from "node:test";
import { gzipSync } from "node:zlib";
import Database from "better-sqlite3";
import sharp from "sharp";
import { pack } from "tar-stream";
import { transaction } from "#db/client";
import { addImportedComment } from "#db/comments-import";
import { dataPath } from "#db/environment";
import { readKeyFile } from "#db/keys";
import { addPublishedArticle } from "#db/testing/an-article";
import { DATABASE_FILE } from "#db/whole-database";
import { RefusedSource } from "../move-in/refused-source.ts";
import { keepPicture } from "../pictures.ts";
import { DATABASE, MANIFEST } from "./archive.ts";
import { restoreBackup } from "./restore-backup.ts";
import { keepNewestBackups, writeBackup } from "./write-backup.ts";

const now = new Date("2026-11-23T12:00:00Z");
const passphrase = "a long enough passphrase";
const place = mkdtempSync(join(tmpdir(), "national-update-backup-"));
const folder = join(place, "backups");
let fresh = 0;
const emptyFolder = () => {
  fresh += 1;
  return join(place, `restored-${fresh}`);
};
const backup = (given: { passphrase?: string; now?: Date } = {}) =>
  writeBackup({ folder, passphrase: given.passphrase, now: given.now ?? now });
const restore = (path: string, given: { into?: string; replace?: boolean; passphrase?: string } = {}) =>
  restoreBackup(path, {
    into: given.into ?? emptyFolder(),
    replace: given.replace ?? false,
    passphrase: given.passphrase,
    now,
  });

before(async () => {
  const { id } = await addPublishedArticle();
  await transaction(async (tx, changed) =>
    addImportedComment(tx, changed, {
      articleId: id,
      parentId: null,
      authorName: "Reader",
      email: "reader@example.org",
      website: null,
      text: "A comment",
      status: "approved",
      postedAt: now,
    }),
  );
  for (const colour of ["red", "green"]) {
    const bytes = await sharp({ create: { width: 700, height: 400, channels: 3, background: colour } })
      .jpeg()
      .toBuffer();
    assert.ok((await keepPicture(bytes, { filename: `${colour}.jpg` }, now)).ok);
  }
});

/** Every row of every table. */
function tablesIn(data: string): Record<string, unknown[]> {
  const engine = new Database(join(data, DATABASE_FILE), { readonly: true });
  const tables = engine
    .prepare("select name from sqlite_schema where type = 'table' order by name")
    .pluck()
    .all() as string[];
  const rows = Object.fromEntries(tables.map((table) => [table, engine.prepare(`select * from "${table}"`).all()]));
  engine.close();
  return rows;
}

/** That, and every file below a folder with its bytes. */
function everythingIn(data: string): Record<string, unknown> {
  const pictures = Object.fromEntries(
    readdirSync(join(data, "media"), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => [
        join(entry.parentPath.slice(data.length), entry.name),
        readFileSync(join(entry.parentPath, entry.name), "base64"),
      ])
      .sort(),
  );
  return { rows: tablesIn(data), pictures };
}

test("the drill: what is restored is every row and every picture of what was backed up", async () => {
  const { path, pictures, articles } = await backup({ passphrase });
  assert.deepEqual([pictures, articles], [2, 1]);
  assert.equal(statSync(path).mode & 0o777, 0o600);
  const into = emptyFolder();
  const restored = await restore(path, { into, passphrase });
  assert.equal(restored.keys, "restored");
  assert.deepEqual(everythingIn(into), everythingIn(dataPath()));
  assert.deepEqual(JSON.parse(readFileSync(join(into, "keys.json"), "utf8")), readKeyFile());
  assert.equal(statSync(join(into, "keys.json")).mode & 0o777, 0o600);
  assert.deepEqual(
    readdirSync(into).filter((name) => name.startsWith(".")),
    [],
  );
});

test("a backup is made while others write, and is the publication as it was at one moment", async () => {
  let isMade = false;
  const writing = (async () => {
    while (!isMade) await addPublishedArticle();
  })();
  const { path, articles } = await backup({ now: new Date("2026-11-23T12:00:01Z") });
  isMade = true;
  await writing;
  const into = emptyFolder();
  await restore(path, { into });
  const [restored, written] = [tablesIn(into), tablesIn(dataPath())];
  assert.ok((written.article?.length ?? 0) > articles, "nobody has written meanwhile");
  // Each of these deeds writes one row of each: what is there is what had been committed first, and no half deed.
  for (const table of ["article", "revision", "section"]) {
    assert.equal(restored[table]?.length, articles, table);
    assert.deepEqual(restored[table], written[table]?.slice(0, articles), table);
  }
});

test("without a passphrase no key and no address is in the backup", async () => {
  const { path } = await backup({ now: new Date("2026-11-23T12:00:02Z") });
  const into = emptyFolder();
  assert.equal((await restore(path, { into, passphrase })).keys, "none");
  assert.equal(existsSync(join(into, "keys.json")), false);
  assert.equal(readFileSync(join(into, DATABASE_FILE)).includes("reader@example.org"), false);
});

test("a wrong passphrase is refused before anything is changed", async () => {
  const { path } = await backup({ passphrase, now: new Date("2026-11-23T12:00:03Z") });
  const into = emptyFolder();
  await assert.rejects(restore(path, { into, passphrase: "another passphrase" }), /does not open the keys/);
  assert.deepEqual(readdirSync(into), []);
});

test("a publication that is there is replaced only when asked, and put aside", async () => {
  const { path } = await backup({ now: new Date("2026-11-23T12:00:04Z") });
  const into = emptyFolder();
  await restore(path, { into });
  const first = everythingIn(into);
  await assert.rejects(restore(path, { into }), /holds a publication already/);
  const { putAside } = await restore(path, { into, replace: true });
  assert.ok(putAside && existsSync(join(putAside, DATABASE_FILE)));
  assert.deepEqual(everythingIn(into), first);
});

test("a publication that is being served is not replaced", async () => {
  const { path } = await backup({ now: new Date("2026-11-23T12:00:05Z") });
  const into = emptyFolder();
  await restore(path, { into });
  const serving = new Database(join(into, DATABASE_FILE));
  serving.pragma("journal_mode = wal");
  serving.prepare("select count(*) from article").get();
  await assert.rejects(restore(path, { into, replace: true }), /is being served/);
  serving.close();
});

let made = 0;
async function archiveOf(...files: [name: string, content: string | Buffer, type?: "symlink"][]): Promise<string> {
  const tar = pack();
  for (const [name, content, type] of files) {
    if (type) tar.entry({ name, type, linkname: "/etc/passwd" });
    else tar.entry({ name }, Buffer.from(content));
  }
  tar.finalize();
  return keptArchive(await buffer(tar));
}

function keptArchive(bytes: Buffer): string {
  made += 1;
  const path = join(place, `made-${made}.tar.gz`);
  writeFileSync(path, gzipSync(bytes));
  return path;
}

/** An archive whose one header was altered: tar holds it as text at fixed places, and its sum at 148. */
async function archiveWithHeader(content: Buffer, alter: (header: Buffer) => void): Promise<string> {
  const tar = pack();
  tar.entry({ name: DATABASE }, content);
  tar.finalize();
  const bytes = await buffer(tar);
  const header = bytes.subarray(0, 512);
  alter(header);
  header.write("        ", 148);
  const sum = header.reduce((all, byte) => all + byte, 0);
  header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
  return keptArchive(bytes);
}

/** Its first file says that it is a header of sixteen megabytes, which a reader would have to remember. */
const archiveWithLongHeader = () =>
  archiveWithHeader(Buffer.alloc(16 * 2 ** 20), (header) => {
    header.write("x", 156);
  });

/** Its first file, under a name that is allowed, says that eight gigabytes follow. */
const archiveOfEightGigabytes = () =>
  archiveWithHeader(Buffer.alloc(2 ** 20), (header) => {
    header.write("77777777777", 124);
  });

test("archives that lead elsewhere, lack their end or were altered are refused, and the folder stays as it was", async () => {
  const { path } = await backup({ now: new Date("2026-11-23T12:00:06Z") });
  const whole = readFileSync(path);
  const file = (name: string, bytes: Buffer) => {
    writeFileSync(join(place, name), bytes);
    return join(place, name);
  };
  const manifest = (files: unknown[]) =>
    JSON.stringify({ format: "national-update-backup", version: 1, madeAt: now.toISOString(), files });
  const refused: [path: string, why: RegExp][] = [
    [await archiveOf(["../../escape.txt", "x"]), /none of ours does/],
    [await archiveOf(["/etc/cron.d/x", "x"]), /none of ours does/],
    [await archiveOf([`media/${"a".repeat(64)}/../../../x.jpeg`, "x"]), /none of ours does/],
    [await archiveOf([DATABASE, "", "symlink"]), /none of ours does/],
    [await archiveWithLongHeader(), /not a backup/],
    [await archiveOfEightGigabytes(), /far more than any of ours/],
    [await archiveOf([DATABASE, "x"]), /cut off/],
    [await archiveOf([DATABASE, "x"], [MANIFEST, "{"]), /not a backup/],
    [await archiveOf([DATABASE, "x"], [MANIFEST, manifest([])]), /does not list/],
    [
      await archiveOf([DATABASE, "x"], [MANIFEST, manifest([{ path: DATABASE, bytes: 1, sha256: "0" }])]),
      /not what it was/,
    ],
    [file("cut.tar.gz", whole.subarray(0, whole.length / 2)), /cut off|damaged/],
    [file("other.tar.gz", Buffer.from("<html>")), /not a backup/],
    [file("empty.tar.gz", Buffer.alloc(0)), /cut off|not a backup/],
  ];
  for (const [archive, why] of refused) {
    const into = emptyFolder();
    await assert.rejects(restore(archive, { into }), (error) => {
      assert.ok(error instanceof RefusedSource, `${archive}: ${error}`);
      assert.match(error.message, why);
      return true;
    });
    assert.deepEqual(readdirSync(into), []);
  }
  assert.equal(existsSync(join(place, "escape.txt")), false);
});

test("rotation keeps the newest and touches nothing else in the folder", async () => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "notes.txt"), "mine");
  const gone = await keepNewestBackups(folder, 2);
  assert.ok(gone.length >= 4);
  const left = readdirSync(folder).sort();
  assert.deepEqual(left, [
    "national-update-2026-11-23T120005Z.tar.gz",
    "national-update-2026-11-23T120006Z.tar.gz",
    "notes.txt",
  ]);
});
