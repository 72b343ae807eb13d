import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { isKnownAlready } from "./known-already.ts";
import { securityHeaders, YEAR } from "./security-headers.ts";

const types = { avif: "image/avif", webp: "image/webp", jpeg: "image/jpeg" } as const;

/** The one shape a picture's address has: a traversal cannot be written in it. */
const shape = /^\/media\/([0-9a-f]{64})\/(\d{1,5})\.(avif|webp|jpeg)$/;

/** Answers GET and HEAD for a picture in the data folder. False where there is none, and nothing has been answered. */
export async function answerPicture(
  folder: string,
  request: IncomingMessage,
  response: ServerResponse,
  secure: boolean,
): Promise<boolean> {
  const [, hash, width, format] = shape.exec(request.url?.split("?", 1)[0] ?? "") ?? [];
  if (hash === undefined || width === undefined || format === undefined) return false;
  const path = join(folder, hash, `${width}.${format}`);
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) return false;
  const tag = `${hash.slice(0, 16)}-${width}-${found.size}`;
  const head = [
    "ETag",
    `"${tag}"`,
    // The address is made of the bytes: other bytes would have another.
    "Cache-Control",
    `public, max-age=${YEAR}, immutable`,
    ...securityHeaders("shared-file", secure),
  ];
  if (isKnownAlready(request, tag)) {
    response.writeHead(304, head).end();
    return true;
  }
  const type = types[format as keyof typeof types];
  response.writeHead(200, ["Content-Type", type, "Content-Length", String(found.size), ...head]);
  if (request.method === "HEAD") response.end();
  // Whoever leaves in the middle of a picture is not an error.
  else await pipeline(createReadStream(path), response).catch(() => response.destroy());
  return true;
}
