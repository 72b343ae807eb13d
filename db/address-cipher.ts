import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { accept, type Result, refuse } from "#core/result";
import { freshKeys, keys } from "./keys.ts";

const VERSION = 1;
const KEY_NUMBER_BYTES = 4;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + KEY_NUMBER_BYTES + NONCE_BYTES;

/** The row an encrypted value belongs to. It is bound into the value: moved to another row, it does not open. */
export type SealedPlace = { table: "commenter" | "staff" | "mail_server"; id: number };

const additionalData = ({ table, id }: SealedPlace) => Buffer.from(`national-update:${table}:${id}`);

/** Encrypts a text for one row: version, key number, nonce, ciphertext, tag (AES-256-GCM, a fresh nonce each time). */
export function sealFor(row: SealedPlace, text: string): Buffer {
  const { id, key } = keys().current;
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(additionalData(row));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([Buffer.of(VERSION), Buffer.from(id, "hex"), nonce, sealed, cipher.getAuthTag()]);
}

/** `altered`: the bytes were changed, or belong to another row. `unknown-key`: the key is not among ours. */
export type UnsealRefusal = "altered" | "unknown-key";

/** The text that was encrypted for this row. */
export function unsealFor(row: SealedPlace, sealed: Buffer): Result<string, UnsealRefusal> {
  if (sealed.length < HEAD_BYTES + TAG_BYTES || sealed[0] !== VERSION) return refuse("altered");
  const number = keyNumberOf(sealed);
  const known = keys().byId.get(number) ?? freshKeys().byId.get(number);
  if (!known) return refuse("unknown-key");
  const decipher = createDecipheriv("aes-256-gcm", known.key, sealed.subarray(1 + KEY_NUMBER_BYTES, HEAD_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(additionalData(row));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  try {
    const text = Buffer.concat([decipher.update(sealed.subarray(HEAD_BYTES, -TAG_BYTES)), decipher.final()]);
    return accept(text.toString("utf8"));
  } catch {
    // The only thing `final` throws for is a tag that does not fit.
    return refuse("altered");
  }
}

/** Which key encrypted a value, as eight hexadecimal digits. */
export function keyNumberOf(sealed: Buffer): string {
  return sealed.subarray(1, 1 + KEY_NUMBER_BYTES).toString("hex");
}

/** What a keyed hash may be compared with: only hashes of the same purpose. */
export type HashPurpose =
  | "address"
  | "network"
  | "submission"
  | "form-stamp"
  | "account"
  | "visitor"
  | "next-auth"
  | "words";

/**
 * HMAC-SHA-256 under a key of its own, as base64url: says whether two values are equal to whoever has the key, and
 * nothing to anyone else. For addresses, networks and the counting of tries; never shown to anybody.
 */
export function keyedHash(purpose: HashPurpose, value: string): string {
  return createHmac("sha256", keys().hash).update(purpose).update("\0").update(value, "utf8").digest("base64url");
}
