import { hash, verify } from "@node-rs/argon2";
import { dictionary } from "@zxcvbn-ts/language-common";
import { judgePassword, type PasswordRefusal } from "#core/password";
import { accept, type Result } from "#core/result";

/** argon2id as OWASP's Password Storage Cheat Sheet asks first: 46 MiB, one pass, one lane. (2 is Argon2id.) */
const cost = { algorithm: 2, memoryCost: 47_104, timeCost: 1, parallelism: 1 } as const;

const tenThousand = new Set(dictionary["passwords-common"].slice(0, 10_000));
/** The list goes by use; the few long ones further down are all the more worth refusing where twelve is the least. */
const longOnes = new Set(dictionary["passwords-common"].filter((password) => password.length >= 10));
const isCommon = (password: string) => tenThousand.has(password) || longOnes.has(password);

/** One typed password is one password, however the keyboard composed its letters. */
const composed = (password: string) => password.normalize("NFKC");

/** The stored form of a new password, or why it cannot be one. `about` is what a guesser knows: name and address. */
export async function hashNewPassword(
  password: string,
  about: readonly string[],
): Promise<Result<string, PasswordRefusal>> {
  const judged = judgePassword(composed(password), isCommon, about);
  return judged.ok ? accept(await hash(judged.value, cost)) : judged;
}

let nobodys: Promise<string> | undefined;

/**
 * Whether the password is the stored one. Where nothing is stored (an unknown address, an invitation not yet taken up)
 * it takes as long as where something is.
 */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  nobodys ??= hash("nobody has this password", cost);
  const right = await verify(stored ?? (await nobodys), composed(password).slice(0, 1_000));
  return right && stored !== null;
}
