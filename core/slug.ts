/** Longest address part we make; browsers and other people's systems cope with far more, readers' eyes do not. */
const LONGEST_SLUG = 96;

/** Words that are routes of the software itself, so no section may take them. */
const RESERVED = new Set([
  "admin",
  "api",
  "archive",
  "cards",
  "assets",
  "contributors",
  "desk",
  "feed",
  "healthz",
  "media",
  "preview",
  "privacy",
  "readyz",
  "replies",
  "rss",
  "search",
  "sections",
  "sign-in",
  "sitemap",
  "topics",
]);

/**
 * The address part for a headline or a name: lower case, words joined by hyphens, accents taken off Latin letters.
 * Letters of other scripts stay (a Korean headline has a Korean address, as browsers show it). May return "" when
 * nothing in the text can stand in an address; the caller then needs another source.
 */
export function slugify(text: string): string {
  const plain = text
    .normalize("NFKD")
    .replace(/(\p{Script=Latin})\p{M}+/gu, "$1")
    .normalize("NFC")
    .toLowerCase()
    .replace(/['’‘]/g, "")
    .replace(/&/g, " and ")
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  if (plain.length <= LONGEST_SLUG) return plain;
  const cut = plain.slice(0, LONGEST_SLUG + 1);
  const lastWord = cut.lastIndexOf("-");
  return lastWord > LONGEST_SLUG / 2 ? cut.slice(0, lastWord) : [...plain.slice(0, LONGEST_SLUG)].join("");
}

/** True for a text that can be an address part as it stands. */
export function isSlug(text: string): boolean {
  return (
    text.length > 0 &&
    text.length <= 200 &&
    /^[\p{Ll}\p{Lo}\p{Lm}\p{N}\p{M}]+(?:-[\p{Ll}\p{Lo}\p{Lm}\p{N}\p{M}]+)*$/u.test(text)
  );
}

/** Sections live at the first level of the site, so they cannot be named as one of our own routes. */
export function isSectionSlug(text: string): boolean {
  return isSlug(text) && !RESERVED.has(text);
}

/** The first of `slug`, `slug-2`, `slug-3` … that is free. */
export async function freeSlug(slug: string, isTaken: (candidate: string) => Promise<boolean>): Promise<string> {
  if (!(await isTaken(slug))) return slug;
  for (let number = 2; ; number += 1) {
    const candidate = `${slug}-${number}`;
    if (!(await isTaken(candidate))) return candidate;
  }
}
