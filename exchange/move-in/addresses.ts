import { isSlug, slugify } from "#core/slug";

/** A path as former addresses are kept: decoded, without the slash at its end; "/" and what is no path give undefined. */
export function formerPath(address: string): string | undefined {
  if (!URL.canParse(address, "https://former.invalid")) return undefined;
  const { pathname } = new URL(address, "https://former.invalid");
  try {
    const path = decodeURIComponent(pathname).normalize("NFC").replace(/\/+$/, "");
    return path.length > 1 && path.length <= 500 && !path.startsWith("//") ? path : undefined;
  } catch {
    return undefined;
  }
}

/** An address part of another system as one of ours: kept where it can be, made from `otherwise` where it cannot. */
export function slugOf(given: string, ...otherwise: string[]): string {
  let decoded = given;
  try {
    decoded = decodeURIComponent(given).normalize("NFC").toLowerCase();
  } catch {
    // Not an encoded one: taken as it is.
  }
  if (isSlug(decoded)) return decoded;
  for (const each of [decoded, ...otherwise]) {
    const slug = slugify(each);
    if (isSlug(slug)) return slug;
  }
  return "untitled";
}
