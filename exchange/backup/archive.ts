import { createHash, type Hash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Readable, Transform, type TransformCallback } from "node:stream";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { extract, pack } from "tar-stream";
import { z } from "zod";
import { RefusedSource } from "../move-in/refused-source.ts";

/*
 * A backup is a gzipped tar, which any system can open without us: `database.sqlite`, the made sizes of each picture,
 * perhaps `keys.sealed`, and at its end `manifest.json`, which names every file with its length and SHA-256. Being last,
 * it also proves that nothing is cut off.
 */

export const DATABASE = "database.sqlite";
export const KEYS = "keys.sealed";
export const MANIFEST = "manifest.json";
/** The only paths an archive may hold: none leads anywhere but into the folder it is unpacked to. */
const ALLOWED = /^(?:database\.sqlite|keys\.sealed|manifest\.json|media\/[0-9a-f]{64}\/\d{1,5}\.(?:avif|webp|jpeg))$/;

/**
 * Bytes that an archive may unpack to: its own a hundred times over, and a gigabyte, since a small publication that was
 * once a large one has a database of empty pages. More is made to fill the disk.
 */
const unpackedAtMost = (packed: number): number => 2 ** 30 + 100 * packed;
/** Bytes of the largest manifest: half a million files. */
const LONGEST_MANIFEST = 2 ** 26;

const entry = z.object({ path: z.string(), bytes: z.number(), sha256: z.string() });
const manifestSchema = z.object({
  format: z.literal("national-update-backup"),
  version: z.literal(1),
  madeAt: z.iso.datetime(),
  files: z.array(entry),
});
export type Manifest = z.infer<typeof manifestSchema>;
export type ArchiveFile = { path: string; from: string } | { path: string; text: string };

class Hashing extends Transform {
  readonly hash: Hash = createHash("sha256");
  bytes = 0;

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.hash.update(chunk);
    this.bytes += chunk.length;
    done(null, chunk);
  }
}

/** Writes an archive of files, which may be many and large: they pass through as streams. */
export async function writeArchive(
  to: string,
  files: AsyncIterable<ArchiveFile> | Iterable<ArchiveFile>,
  madeAt: Date,
): Promise<Manifest> {
  const tar = pack();
  const written = pipeline(
    tar,
    createGzip({ level: 6 }),
    createWriteStream(to, { mode: 0o600, flags: "wx", flush: true }),
  );
  const manifest: Manifest = { format: "national-update-backup", version: 1, madeAt: madeAt.toISOString(), files: [] };
  const add = async () => {
    for await (const file of files) {
      const hashing = new Hashing();
      const size = "from" in file ? (await stat(file.from)).size : Buffer.byteLength(file.text);
      const source = "from" in file ? createReadStream(file.from) : Readable.from([Buffer.from(file.text)]);
      await pipeline(source, hashing, tar.entry({ name: file.path, size, mode: 0o600, mtime: madeAt }));
      manifest.files.push({ path: file.path, bytes: hashing.bytes, sha256: hashing.hash.digest("hex") });
    }
    tar.entry({ name: MANIFEST, mode: 0o600, mtime: madeAt }, JSON.stringify(manifest, null, 1));
    tar.finalize();
  };
  await Promise.all([
    written,
    add().catch((error: unknown) => tar.destroy(error instanceof Error ? error : new Error(String(error)))),
  ]);
  return manifest;
}

export type ArchiveReader = (path: string, size: number, content: AsyncIterable<Buffer>) => Promise<void>;

/**
 * Reads an archive from end to end and checks it against its manifest. `take` is given each file and has to read it.
 * Throws a RefusedSource for what is no backup of ours, names paths it may not, is damaged or cut off.
 */
export async function readArchive(path: string, take: ArchiveReader): Promise<Manifest> {
  const found = new Map<string, { bytes: number; sha256: string }>();
  let manifest: Manifest | undefined;
  let room = unpackedAtMost((await stat(path)).size);
  const tar = extract();
  const source = pipeline(createReadStream(path), createGunzip(), tar);
  source.catch(() => undefined);
  try {
    for await (const file of tar) {
      const { name, type, size = 0 } = file.header;
      if (type !== "file" || !ALLOWED.test(name))
        throw new RefusedSource(`The backup holds “${name.slice(0, 80)}”, which none of ours does.`);
      if (manifest || found.has(name)) throw new RefusedSource(`The backup holds “${name}” twice or after its end.`);
      room -= size;
      if (room < 0) throw new RefusedSource("The backup would unpack to far more than any of ours does.");
      if (name === MANIFEST) {
        if (size > LONGEST_MANIFEST) throw new RefusedSource("The backup's list of files is too long to be one.");
        manifest = manifestSchema.parse(JSON.parse(await text(file)));
        continue;
      }
      const hashing = new Hashing();
      const reading = pipeline(file, hashing);
      await Promise.all([reading, take(name, size, hashing)]);
      found.set(name, { bytes: hashing.bytes, sha256: hashing.hash.digest("hex") });
    }
    await source;
  } catch (error) {
    throw asRefusal(error);
  }
  if (!manifest) throw new RefusedSource("The backup is cut off: its list of files is missing.");
  const wrong = manifest.files.find(({ path: name, bytes, sha256 }) => {
    const file = found.get(name);
    return file?.bytes !== bytes || file.sha256 !== sha256;
  });
  if (wrong || found.size !== manifest.files.length) {
    throw new RefusedSource(
      `The backup is damaged: ${wrong ? `“${wrong.path}” is not what it was` : "it holds files it does not list"}.`,
    );
  }
  return manifest;
}

function asRefusal(error: unknown): unknown {
  if (error instanceof RefusedSource) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "Z_DATA_ERROR" || error instanceof z.ZodError || error instanceof SyntaxError) {
    return new RefusedSource("This is not a backup of a publication, or it is damaged.");
  }
  if (
    code === "Z_BUF_ERROR" ||
    (error instanceof Error && /Unexpected end of data|Premature close/i.test(error.message))
  ) {
    return new RefusedSource("The backup is cut off: it ends before its last file does.");
  }
  if (error instanceof Error && /invalid (?:tar )?header|exceeds max size/i.test(error.message)) {
    return new RefusedSource("This is not a backup of a publication, or it is damaged.");
  }
  return error;
}
