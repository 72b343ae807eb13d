import { eq } from "drizzle-orm";
import { read } from "#db/client";
import { section } from "#db/schema";

/** The number of a section of the demonstration. */
export function sectionIdOf(slug: string): number {
  const found = read().select({ id: section.id }).from(section).where(eq(section.slug, slug)).get();
  if (!found) throw new Error(`There is no section ${slug}.`);
  return found.id;
}
