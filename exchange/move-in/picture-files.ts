import { readFile, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";

/** Bytes a picture's file may have; the same as the library takes. */
const HEAVIEST = 25 * 1024 * 1024;
const PATIENCE_MS = 30_000;
const MOST_HOPS = 3;

/** Where the files of another system are: each by its path below the uploads folder and by the address it had. */
export type PictureFiles = (path: string, address: string) => Promise<Uint8Array | undefined>;

/**
 * The files of an uploads folder. A path that leads out of the folder, by dots or by a link, finds nothing: the export
 * that names it comes from elsewhere.
 */
export function filesInFolder(folder: string): PictureFiles {
  const root = realpath(folder);
  return async (path) => {
    if (path.includes("\0")) return undefined;
    try {
      const file = await realpath(join(folder, path));
      if (!file.startsWith((await root) + sep)) return undefined;
      const { size } = await stat(file).then((found) => (found.isFile() ? found : { size: Number.POSITIVE_INFINITY }));
      return size <= HEAVIEST ? await readFile(file) : undefined;
    } catch (error) {
      if (error instanceof Error && "code" in error) return undefined;
      throw error;
    }
  };
}

/**
 * The files of the old site, asked of the one origin that the operator named. An export cannot make us ask anybody else,
 * nor can an answer: a redirect that leaves the origin is not followed.
 */
export function filesFromSite(origin: string): PictureFiles {
  const home = new URL(origin).origin;
  const asked = new Set<string>();
  return async (_path, address) => {
    // The same file under another of its names is at the same address, and was not there a moment ago.
    if (asked.has(address)) return undefined;
    asked.add(address);
    let next = URL.canParse(address, home) ? new URL(address, home) : undefined;
    for (let hop = 0; next && next.origin === home && hop <= MOST_HOPS; hop += 1) {
      const response = await fetch(next, { redirect: "manual", signal: AbortSignal.timeout(PATIENCE_MS) }).catch(
        () => undefined,
      );
      if (!response) return undefined;
      const location = response.headers.get("location");
      if (response.status >= 300 && response.status < 400 && location) {
        await response.body?.cancel();
        next = URL.canParse(location, next) ? new URL(location, next) : undefined;
        continue;
      }
      if (response.ok && response.body) return readUpTo(response.body);
      await response.body?.cancel();
      return undefined;
    }
    return undefined;
  };
}

async function readUpTo(body: ReadableStream<Uint8Array>): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of body) {
      size += part.byteLength;
      if (size > HEAVIEST) return undefined;
      parts.push(part);
    }
  } catch {
    return undefined;
  }
  return Buffer.concat(parts);
}
