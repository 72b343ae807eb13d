/** The addresses of what readers see. A letter of any script may stand in a slug, so each part is encoded. */
export const articlePath = (sectionSlug: string, slug: string) =>
  `/${encodeURIComponent(sectionSlug)}/${encodeURIComponent(slug)}`;
export const sectionPath = (slug: string) => `/${encodeURIComponent(slug)}`;
export const topicPath = (slug: string) => `/topics/${encodeURIComponent(slug)}`;
export const contributorPath = (slug: string) => `/contributors/${encodeURIComponent(slug)}`;

/** What an address part says, or undefined where it is no text at all ("%E0%A4"). */
export function slugFromPath(part: string): string | undefined {
  try {
    return decodeURIComponent(part).normalize("NFC");
  } catch {
    return undefined;
  }
}
