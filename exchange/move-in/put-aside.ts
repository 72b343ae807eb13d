import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { type FileHandle, open, rm } from "node:fs/promises";
import { deserialize, serialize } from "node:v8";
import { dataPath } from "#db/environment";

/** Bytes that are written at a time. */
const AT_ONCE = 256 * 1024;
const LENGTH_BYTES = 4;

/** Things that were read from an export, in their order, until the deed that writes them. */
export type PutAside<Thing> = { count: number; again: () => AsyncGenerator<Thing>; forget: () => Promise<void> };

/**
 * Puts things aside in a file, so that memory does not grow with their number and reading them costs the deed nothing.
 * They hold readers' addresses: the file is enciphered with a key that is nowhere else, and has no name.
 */
export async function putAside<Thing>(things: AsyncIterable<Thing>): Promise<PutAside<Thing>> {
  const path = dataPath(`.put-aside-${randomBytes(8).toString("hex")}`);
  const file = await open(path, "wx+", 0o600);
  await rm(path);
  try {
    const key = randomBytes(32);
    const start = randomBytes(16);
    const cipher = createCipheriv("aes-256-ctr", key, start);
    let count = 0;
    let waiting: Buffer[] = [];
    let bytes = 0;
    const write = async () => {
      await file.appendFile(cipher.update(Buffer.concat(waiting)));
      waiting = [];
      bytes = 0;
    };
    for await (const thing of things) {
      const record = serialize(thing);
      const length = Buffer.alloc(LENGTH_BYTES);
      length.writeUInt32LE(record.length);
      waiting.push(length, record);
      bytes += LENGTH_BYTES + record.length;
      count += 1;
      if (bytes >= AT_ONCE) await write();
    }
    await write();
    return { count, again: () => readAgain(file, key, start), forget: () => file.close() };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function* readAgain<Thing>(file: FileHandle, key: Buffer, start: Buffer): AsyncGenerator<Thing> {
  const decipher = createDecipheriv("aes-256-ctr", key, start);
  let rest = Buffer.alloc(0);
  for await (const chunk of file.createReadStream({ start: 0, autoClose: false, highWaterMark: AT_ONCE })) {
    rest = Buffer.concat([rest, decipher.update(chunk)]);
    let at = 0;
    while (rest.length - at >= LENGTH_BYTES) {
      const end = at + LENGTH_BYTES + rest.readUInt32LE(at);
      if (end > rest.length) break;
      yield deserialize(rest.subarray(at + LENGTH_BYTES, end)) as Thing;
      at = end;
    }
    rest = rest.subarray(at);
  }
}
