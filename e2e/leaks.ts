import { createHash } from "node:crypto";

/** How an address, or something made from it, was found. */
export type Leak = { address: string; form: string };

const digests = ["md5", "sha1", "sha256"] as const;
const hexLengths = [32, 40, 64];
const base64Lengths = [22, 27, 43];

const base64url = (bytes: Buffer) => bytes.toString("base64url");

/** The parts of a text's base64 that are the same wherever the text begins in what was encoded. */
function insideBase64(text: string): string[] {
  return [0, 1, 2].map((before) => {
    const encoded = base64url(Buffer.from(`${"x".repeat(before)}${text}`));
    return encoded.slice(before === 0 ? 0 : 4, -4);
  });
}

/**
 * Looks for addresses in bytes: as they are, URL-encoded, in hexadecimal and base64, and as MD5, SHA-1 and SHA-256 of their
 * trimmed, lower-cased and typed forms, in hexadecimal, base64 and as bytes. All addresses share `marker`, a text that
 * occurs nowhere else.
 */
export class LeakFinder {
  readonly #marker: string;
  readonly #markerForms: { form: string; text: string; exact?: boolean }[];
  readonly #hex = new Map<string, Leak>();
  readonly #base64 = new Map<string, Leak>();
  readonly #bytes: { bytes: Buffer; leak: Leak }[] = [];

  constructor(addresses: readonly string[], marker: string) {
    this.#marker = marker.toLowerCase();
    this.#markerForms = [
      { form: "plain or URL-encoded", text: this.#marker },
      { form: "hexadecimal", text: Buffer.from(this.#marker).toString("hex") },
      {
        form: "every letter URL-encoded",
        text: [...Buffer.from(this.#marker)].map((byte) => `%${byte.toString(16)}`).join(""),
      },
      ...insideBase64(this.#marker).map((text) => ({ form: "base64", text, exact: true })),
      { form: "reversed", text: [...this.#marker].reverse().join("") },
    ];
    for (const address of addresses) {
      for (const text of new Set([address, address.trim(), address.trim().toLowerCase()])) {
        for (const digest of digests) {
          const bytes = createHash(digest).update(text).digest();
          this.#hex.set(bytes.toString("hex"), { address, form: digest });
          this.#base64.set(base64url(bytes), { address, form: `${digest} in base64` });
          this.#bytes.push({ bytes, leak: { address, form: `${digest} as bytes` } });
        }
      }
    }
  }

  /** `thorough` also looks for digests as bytes, which only makes sense where bytes are kept. */
  find(bytes: Buffer, thorough = false): Leak[] {
    const text = bytes.toString("latin1");
    const lower = text.toLowerCase();
    const found: Leak[] = [];
    for (const { form, text: wanted, exact } of this.#markerForms) {
      const where = exact ? text.replaceAll("+", "-").replaceAll("/", "_") : lower;
      if (where.includes(wanted)) found.push({ address: this.#marker, form });
    }
    found.push(...windows(lower, /[0-9a-f]{32,}/g, hexLengths, this.#hex));
    const safe = text.replaceAll("+", "-").replaceAll("/", "_");
    found.push(...windows(safe, /[\w-]{22,}/g, base64Lengths, this.#base64));
    if (thorough) for (const { bytes: wanted, leak } of this.#bytes) if (bytes.includes(wanted)) found.push(leak);
    return found;
  }
}

function windows(text: string, runs: RegExp, lengths: readonly number[], known: ReadonlyMap<string, Leak>): Leak[] {
  const found: Leak[] = [];
  for (const [run] of text.matchAll(runs)) {
    for (const length of lengths) {
      for (let at = 0; at + length <= run.length; at += 1) {
        const leak = known.get(run.slice(at, at + length));
        if (leak) found.push(leak);
      }
    }
  }
  return found;
}
