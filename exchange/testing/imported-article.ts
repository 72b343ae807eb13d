import assert from "node:assert/strict";
import { eq } from "drizzle-orm";
import { read } from "#db/client";
import * as schema from "#db/schema";

/** What became of an item of an export, with its text. */
export function importedArticle(key: number, kind = "article") {
  const known = read()
    .select()
    .from(schema.importedThing)
    .all()
    .find((row) => row.kind === kind && row.externalId === String(key));
  const row = read()
    .select()
    .from(schema.article)
    .where(eq(schema.article.id, known?.thingId ?? 0))
    .get();
  const text = read()
    .select()
    .from(schema.revision)
    .where(eq(schema.revision.id, row?.workingRevisionId ?? 0))
    .get();
  assert.ok(row && text, `there is no article ${key}`);
  return { ...row, text };
}
