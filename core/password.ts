import { accept, type Result, refuse } from "#core/result";

/** Characters (code points) a password has at least: length is what guessing is measured by (NIST SP 800-63B, 3.1.1). */
export const SHORTEST_PASSWORD = 12;

/** Bound so that nobody can make the server hash a book. */
export const LONGEST_PASSWORD = 256;

export type PasswordRefusal = "too-short" | "too-long" | "too-common" | "too-simple" | "says-who";

/**
 * Whether a new password may be used. No rules on digits or capitals: they make passwords harder to remember, not to
 * guess. `isCommon` knows the passwords that are tried first; `about` is what a guesser knows of the account.
 */
export function judgePassword(
  password: string,
  isCommon: (password: string) => boolean,
  about: readonly string[],
): Result<string, PasswordRefusal> {
  const characters = [...password];
  if (characters.length < SHORTEST_PASSWORD) return refuse("too-short");
  if (characters.length > LONGEST_PASSWORD) return refuse("too-long");
  if (new Set(characters).size < 5 || isRun(characters)) return refuse("too-simple");
  const plain = password.toLowerCase();
  // "letmein" with figures or signs around it is what a guesser tries second.
  if (isCommon(plain) || isCommon(plain.replace(/^[\d\W_]+|[\d\W_]+$/g, ""))) return refuse("too-common");
  const names = about.map((name) => name.trim().toLowerCase()).filter((name) => name.length >= 4);
  if (names.some((name) => plain.includes(name) && plain.length - name.length < 8)) return refuse("says-who");
  return accept(password);
}

/** "abcdefghijkl", "123456789012": each character follows the one before it. */
function isRun(characters: readonly string[]): boolean {
  const steps = characters
    .slice(1)
    .map((character, at) => (character.codePointAt(0) ?? 0) - (characters[at]?.codePointAt(0) ?? 0));
  return steps.filter((step) => step === 1 || step === -1).length >= steps.length - 1;
}
