import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from "node:crypto";
import { z } from "zod";

/** About a third of a second and 128 MB for each guess. */
const COST = { N: 2 ** 17, r: 8, p: 1, maxmem: 2 ** 28 };

const sealed = z.object({
  kdf: z.literal("scrypt"),
  N: z.literal(COST.N),
  r: z.literal(COST.r),
  p: z.literal(COST.p),
  salt: z.string().regex(/^[0-9a-f]{32}$/),
  nonce: z.string().regex(/^[0-9a-f]{24}$/),
  tag: z.string().regex(/^[0-9a-f]{32}$/),
  text: z
    .string()
    .regex(/^[0-9a-f]+$/)
    .max(20_000),
});

/** Characters a passphrase needs at least: it guards every address for as long as the backup exists. */
export const SHORTEST_PASSPHRASE = 12;

const keyFor = (passphrase: string, salt: Buffer) => scryptSync(passphrase.normalize("NFKC"), salt, 32, COST);

/** Keys under a passphrase: AES-256-GCM with a key that scrypt makes of it. */
export function sealKeys(keys: string, passphrase: string): string {
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyFor(passphrase, salt), nonce);
  const text = Buffer.concat([cipher.update(keys, "utf8"), cipher.final()]);
  const hex = (bytes: Buffer) => bytes.toString("hex");
  const { N, r, p } = COST;
  return JSON.stringify({
    kdf: "scrypt",
    N,
    r,
    p,
    salt: hex(salt),
    nonce: hex(nonce),
    tag: hex(cipher.getAuthTag()),
    text: hex(text),
  });
}

/** The keys again, or undefined where the passphrase is another one or the sealed text was altered. */
export function openKeys(text: string, passphrase: string): string | undefined {
  try {
    const { salt, nonce, tag, text: sealedText } = sealed.parse(JSON.parse(text));
    const key = keyFor(passphrase, Buffer.from(salt, "hex"));
    const decipher = createDecipheriv("aes-256-gcm", key, Buffer.from(nonce, "hex"));
    decipher.setAuthTag(Buffer.from(tag, "hex"));
    return Buffer.concat([decipher.update(Buffer.from(sealedText, "hex")), decipher.final()]).toString("utf8");
  } catch {
    return undefined;
  }
}
