import { createHash, createSecretKey, type KeyObject, randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import { dataPath, environment } from "./environment.ts";

/*
 * The keys behind "Your email address will not be published". They are never in the database, so that a copy of it
 * opens no address: they come from the environment, or from a file that only the publication's own user can read.
 */

const hexKey = z.string().regex(/^[0-9a-f]{64}$/i);

/** What stands in DATA_DIR/keys.json. Former keys open what was encrypted before a rotation (old backups, too). */
const keyFile = z.object({ addressKey: hexKey, formerAddressKeys: z.array(hexKey), hashKey: hexKey });
export type KeyFile = z.infer<typeof keyFile>;

export type AddressKey = { id: string; key: KeyObject };
type Keys = { current: AddressKey; byId: ReadonlyMap<string, AddressKey>; hash: KeyObject; fileChangedAt: number };

const place = Symbol.for("national-update.keys");
const processWide = globalThis as { [place]?: { keys: Keys; lookedAt: number } };

/** How long a running server may go on with a key after a rotation has put another in its place. */
export const KEYS_LOOKED_AT_EVERY = 1_000;

const keyFilePath = () => dataPath("keys.json");

/** The number that stands in front of what a key encrypted: four bytes that tell keys apart and nothing about them. */
function addressKey(hex: string): AddressKey {
  const raw = Buffer.from(hex, "hex");
  const id = createHash("sha256").update("national-update key number").update(raw).digest("hex").slice(0, 8);
  return { id, key: createSecretKey(raw) };
}

export function readKeyFile(): KeyFile | undefined {
  let text: string;
  try {
    text = readFileSync(keyFilePath(), "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
  return keyFile.parse(JSON.parse(text));
}

/** Puts new keys in the place of the old ones, whole or not at all. */
export function replaceKeyFile(keys: KeyFile): void {
  const fresh = `${keyFilePath()}.${process.pid}`;
  writeFileSync(fresh, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(fresh, keyFilePath());
  delete processWide[place];
}

const newKey = () => randomBytes(32).toString("hex");
export const newAddressKey = newKey;

/** Makes the file at first start. Where two processes start at once, both end up with the file of the first. */
function keyFileOfFirstStart(): KeyFile {
  const path = keyFilePath();
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const keys: KeyFile = { addressKey: newKey(), formerAddressKeys: [], hashKey: newKey() };
  const fresh = `${path}.${process.pid}.new`;
  writeFileSync(fresh, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(fresh, path);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    rmSync(fresh, { force: true });
  }
  return readKeyFile() ?? keys;
}

function load(): Keys {
  const { ADDRESS_KEY, ADDRESS_HASH_KEY } = environment();
  const file = ADDRESS_KEY && ADDRESS_HASH_KEY ? readKeyFile() : (readKeyFile() ?? keyFileOfFirstStart());
  const currentHex = ADDRESS_KEY ?? file?.addressKey;
  const hashHex = ADDRESS_HASH_KEY ?? file?.hashKey;
  if (!currentHex || !hashHex) throw new Error("There is no key for addresses.");
  const current = addressKey(currentHex);
  const others = file ? [file.addressKey, ...file.formerAddressKeys].map(addressKey) : [];
  return {
    current,
    byId: new Map([...others, current].map((known) => [known.id, known])),
    hash: createSecretKey(Buffer.from(hashHex, "hex")),
    fileChangedAt: fileChangedAt(),
  };
}

const fileChangedAt = () => statSync(keyFilePath(), { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** The keys in force. A rotation by another process is noticed within a second. */
export function keys(): Keys {
  const known = processWide[place];
  const now = Date.now();
  if (known && now - known.lookedAt < KEYS_LOOKED_AT_EVERY) return known.keys;
  if (known && known.keys.fileChangedAt === fileChangedAt()) {
    known.lookedAt = now;
    return known.keys;
  }
  const fresh = load();
  processWide[place] = { keys: fresh, lookedAt: now };
  return fresh;
}

/** Reads the keys anew, for a value that was encrypted with a key this process has not met. */
export function freshKeys(): Keys {
  delete processWide[place];
  return keys();
}
