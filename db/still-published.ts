import { and, eq } from "drizzle-orm";
import { read } from "./client.ts";
import { isPublished } from "./published.ts";
import { article } from "./schema.ts";

/** Whether readers may still see an article: it has not been withdrawn or deleted. */
export async function isStillPublished(id: number, now: Date): Promise<boolean> {
  const [found] = await read()
    .select({ id: article.id })
    .from(article)
    .where(and(eq(article.id, id), isPublished(now)));
  return found !== undefined;
}
