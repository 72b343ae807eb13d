import { and, eq, sql } from "drizzle-orm";
import { read } from "./client.ts";
import { prepared } from "./prepared.ts";
import { isPublished } from "./published.ts";
import { article } from "./schema.ts";

const bySlug = prepared((reader) =>
  reader
    .select({ id: article.id })
    .from(article)
    .where(and(eq(article.slug, sql.placeholder("slug")), isPublished(sql.placeholder("now"))))
    .prepare(),
);

/** The article that readers see under a slug. */
export const findPublishedId = async (slug: string, now: Date): Promise<number | undefined> =>
  bySlug().get({ slug, now: now.getTime() })?.id;

/** Whether readers may still see an article: it has not been withdrawn or deleted. */
export async function isStillPublished(id: number, now: Date): Promise<boolean> {
  const [found] = await read()
    .select({ id: article.id })
    .from(article)
    .where(and(eq(article.id, id), isPublished(now)));
  return found !== undefined;
}
