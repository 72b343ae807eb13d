import { slugify } from "#core/slug";

/** Stands in the address of an article that has no headline yet. */
const UNTITLED = "untitled";

/** The address part a headline gives; one in which nothing can stand in an address gives "untitled". */
export const slugOfHeadline = (headline: string): string => slugify(headline) || UNTITLED;

/**
 * True while the address is still the one that the headline gave, so that it may follow the headline: an editor who has
 * set the address by hand keeps it.
 */
export function followsHeadline(slug: string, headline: string): boolean {
  const given = slugOfHeadline(headline);
  return slug === given || (slug.startsWith(`${given}-`) && /^\d+$/.test(slug.slice(given.length + 1)));
}
