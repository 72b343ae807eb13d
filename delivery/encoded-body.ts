import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, brotliCompressSync, brotliDecompressSync, constants, gunzipSync, gzipSync } from "node:zlib";
import type { Encoding } from "./accepted-encoding.ts";

/** For the first reader, who waits for it: a seventh larger than with 5, and made in a third of the time. */
const QUICK = 3;
/** A quarter smaller and a hundred times slower: for what has been asked for this often. */
const THOROUGH = 11;
const ASKED_OFTEN = 64;

const brotliOptions = (quality: number, size: number) => ({
  params: {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: size,
    [constants.BROTLI_PARAM_LGWIN]: windowFor(size),
  },
});

/** The compressor looks back over a window of that power of two, and needs many times as much memory: a page is small. */
const windowFor = (size: number): number => Math.min(22, Math.max(16, Math.ceil(Math.log2(size))));

const brotli = promisify(brotliCompress);

/** A compressor's answer may be a small part of a large buffer, all of which would be kept with it. */
function cutToSize(bytes: Buffer): Buffer {
  if (bytes.buffer.byteLength === bytes.length) return bytes;
  const exact = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(exact);
  return exact;
}

/** Whether a body of that media type gets smaller by compression. */
const isCompressible = (type: string): boolean =>
  /^(?:text\/|application\/(?:javascript|json|manifest|rss|atom|feed|xml|ld|speculationrules|openapi)|image\/svg)|\+(?:json|xml)\b/.test(
    type,
  );

/** One at a time, so that polishing never takes more than one core from readers. */
let polishing: Promise<unknown> = Promise.resolve();

/**
 * A body in the encodings that have been asked for so far. Each is made once, at its first asking, from whichever form
 * there is, so that the memory of a page nobody asks for uncompressed is only its compressed form.
 */
export class EncodedBody {
  /** Of the content, the same in every encoding: 132 bits of SHA-256. */
  readonly hash: string;
  readonly #compressible: boolean;
  #forms: { [Name in Encoding]?: Buffer } = {};
  #asked = 0;
  #polished = false;
  #wantedPlain = false;

  constructor(content: Buffer, type: string) {
    this.#compressible = isCompressible(type) && content.length > 200;
    this.#forms.identity = content;
    this.hash = createHash("sha256").update(content).digest("base64url").slice(0, 22);
  }

  /** The bytes kept in memory. */
  get size(): number {
    const { br, gzip, identity } = this.#forms;
    return (br?.length ?? 0) + (gzip?.length ?? 0) + (identity?.length ?? 0);
  }

  /** What is sent to somebody who likes that encoding best: not every body is worth one. */
  encodingFor(wished: Encoding): Encoding {
    return this.#compressible ? wished : "identity";
  }

  /** A strong entity tag: other bytes have another one, also where they unpack to the same content. */
  etag(encoding: Encoding): string {
    if (encoding === "identity") return `"${this.hash}"`;
    return `"${this.hash}-${encoding}${encoding === "br" && this.#polished ? THOROUGH : ""}"`;
  }

  /** Counts an asking. True once: when the body has been asked for so often that it should be polished. */
  asked(): boolean {
    this.#asked += 1;
    return this.#asked === ASKED_OFTEN && this.#compressible;
  }

  /** Makes it smaller when those before it are done. Where that fails, it rejects, and the body stays as it was. */
  polish(): Promise<void> {
    const polished = polishing.then(async () => {
      const content = this.content();
      this.#forms.br = cutToSize(await brotli(content, brotliOptions(THOROUGH, content.length)));
      this.#polished = true;
    });
    polishing = polished.catch(() => undefined);
    return polished;
  }

  /** The bytes in an encoding, made where they were not asked for before. */
  bytes(encoding: Encoding): Buffer {
    if (encoding === "identity") this.#wantedPlain = true;
    const bytes = this.#forms[encoding] ?? this.#make(encoding);
    this.#forms[encoding] = bytes;
    if (!this.#wantedPlain) delete this.#forms.identity;
    return bytes;
  }

  /** Takes note that the bytes in an encoding lie elsewhere now, so that they need not be kept twice. */
  moved(encoding: Encoding, bytes: Buffer): void {
    if (this.#forms[encoding]) this.#forms[encoding] = bytes;
  }

  content(): Buffer {
    const { br, gzip, identity } = this.#forms;
    if (identity) return identity;
    if (br) return brotliDecompressSync(br);
    if (gzip) return gunzipSync(gzip);
    throw new Error("A kept body lost its bytes.");
  }

  #make(encoding: Encoding): Buffer {
    const content = this.content();
    if (encoding === "br") return cutToSize(brotliCompressSync(content, brotliOptions(QUICK, content.length)));
    return encoding === "gzip" ? cutToSize(gzipSync(content, { level: 6 })) : content;
  }
}
