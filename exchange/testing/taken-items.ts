import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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
