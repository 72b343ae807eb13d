import { once } from "node:events";
import { createWriteStream, type WriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { finished } from "node:stream/promises";

/** Writes a file piece by piece and gives it its name only when it is whole. */
export async function writeWhole(path: string, pieces: AsyncIterable<string> | Iterable<string>): Promise<number> {
  const part = `${path}.part`;
  await rm(part, { force: true });
  const stream: WriteStream = createWriteStream(part, { mode: 0o600, flags: "wx" });
  let bytes = 0;
  try {
    for await (const piece of pieces) {
      bytes += Buffer.byteLength(piece);
      if (!stream.write(piece)) await once(stream, "drain");
    }
    stream.end();
    await finished(stream);
    const file = await open(part);
    await file.sync();
    await file.close();
    await rename(part, path);
    return bytes;
  } catch (error) {
    stream.destroy();
    await rm(part, { force: true });
    throw error;
  }
}

/** `"name": [` … `]` of many values, none of which has to wait in memory for the others. */
export function* jsonArray(name: string, values: Iterable<unknown>): Generator<string> {
  yield `${JSON.stringify(name)}: [`;
  let first = true;
  for (const value of values) {
    yield `${first ? "" : ","}\n${JSON.stringify(value)}`;
    first = false;
  }
  yield "\n]";
}
