import { and, inArray, sql } from "drizzle-orm";
import { type Document, plainText } from "#core/document";
import { read } from "./client.ts";
import { isPublished, revisionShown } from "./published.ts";
import { article, revision } from "./schema.ts";

/** The bodies of published articles as plain text, to show where a search found its words. */
export async function listPublishedTexts(ids: readonly number[], now: Date): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = read()
    .select({ id: article.id, body: revision.body })
    .from(article)
    .innerJoin(revision, sql`${revision.id} = ${revisionShown(now)}`)
    .where(and(inArray(article.id, [...ids]), isPublished(now)))
    .all();
  return new Map(rows.map(({ id, body }: { id: number; body: Document }) => [id, plainText(body)]));
}
