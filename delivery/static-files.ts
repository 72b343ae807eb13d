import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join } from "node:path";
import { acceptedEncoding } from "./accepted-encoding.ts";
import { EncodedBody } from "./encoded-body.ts";
import { isKnownAlready } from "./known-already.ts";
import { securityHeaders, YEAR } from "./security-headers.ts";

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".speculationrules": "application/speculationrules+json",
  ".webmanifest": "application/manifest+json",
  ".xsl": "text/xsl; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".ico": "image/x-icon",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".webp": "image/webp",
  ".avif": "image/avif",
  ".woff2": "font/woff2",
};

const A_DAY = 86_400;

type Known = { path: string; type: string; caching: string; body: Promise<EncodedBody> | undefined };

/** Is told of a file that is asked for often and could not be made smaller. */
type Unpolished = (error: unknown, path: string) => void;

/**
 * The files of the build and of `public/`: a list made once at start, so that an address is either on it or nothing. Each
 * is read and compressed at its first asking and stays in memory.
 */
export class StaticFiles {
  readonly #files = new Map<string, Known>();
  readonly #unpolished: Unpolished;

  constructor(unpolished: Unpolished) {
    this.#unpolished = unpolished;
  }

  /** Adds every file below a folder under `prefix`. `lasting` where a name has its content's hash in it. */
  add(folder: string, prefix: string, lasting: boolean): this {
    const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
    for (const entry of entries) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      const type = types[extname(entry.name)];
      if (type === undefined) continue;
      const address = prefix + path.slice(folder.length).split("\\").join("/");
      const caching = lasting ? `public, max-age=${YEAR}, immutable` : `public, max-age=${A_DAY}`;
      this.#files.set(encodeURI(address), { path, type, caching, body: undefined });
    }
    return this;
  }

  has(target: string): boolean {
    return this.#files.has(target.split("?", 1)[0] ?? "");
  }

  #bodyOf(file: Known): Promise<EncodedBody> {
    file.body ??= readFile(file.path).then(
      (content) => new EncodedBody(content, file.type),
      (error) => {
        // The machine may have been out of something just then.
        file.body = undefined;
        throw error;
      },
    );
    return file.body;
  }

  async answer(request: IncomingMessage, response: ServerResponse, secure: boolean): Promise<void> {
    const file = this.#files.get(request.url?.split("?", 1)[0] ?? "");
    if (!file) throw new Error("Asked for a file that is not on the list.");
    const body = await this.#bodyOf(file);
    const encoding = body.encodingFor(acceptedEncoding(request.headers["accept-encoding"] as string | undefined));
    const bytes = body.bytes(encoding);
    if (body.asked()) body.polish().catch((error) => this.#unpolished(error, file.path));
    const head = [
      "ETag",
      body.etag(encoding),
      "Cache-Control",
      file.caching,
      "Vary",
      "Accept-Encoding",
      ...securityHeaders("file", secure),
    ];
    if (isKnownAlready(request, body.hash)) {
      response.writeHead(304, head).end();
      return;
    }
    if (encoding !== "identity") head.push("Content-Encoding", encoding);
    response.writeHead(200, ["Content-Type", file.type, "Content-Length", String(bytes.length), ...head]);
    response.end(request.method === "HEAD" ? undefined : bytes);
  }
}
