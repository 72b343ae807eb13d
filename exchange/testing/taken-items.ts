import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { read } from "#db/client";
import * as schema from "#db/schema";
import type { Report } from "../move-in/report.ts";
import { type ImportOptions, importWordPress } from "../wordpress/import-wordpress.ts";
import { wordpressExport } from "./wordpress-export.ts";

/** Where the exports of a test file are written. */
export const exportsFolder = mkdtempSync(join(tmpdir(), "national-update-wxr-"));

let files = 0;

/** Takes in a WordPress export that holds some items, and its head where they need one. */
export function takeItems(
  items: string[],
  options: Partial<ImportOptions> & Pick<ImportOptions, "now">,
  head = "",
): Promise<Report> {
  files += 1;
  const path = join(exportsFolder, `${files}.xml`);
  writeFileSync(path, wordpressExport(items, head));
  return importWordPress([path], { dryRun: false, ...options });
}

/** What became of an item of an export, with its text. */
export function articleOfItem(key: number, kind = "article") {
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
