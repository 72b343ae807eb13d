import { existsSync, statSync } from "node:fs";
import { closeDatabase, migrateDatabase } from "#db/client";
import { filesFromSite, filesInFolder, type PictureFiles } from "#exchange/move-in/picture-files";
import { RefusedSource } from "#exchange/move-in/refused-source";
import { type Report, reportLines } from "#exchange/move-in/report";
import { importWordPress } from "#exchange/wordpress/import-wordpress";
import { ProgressLine } from "./progress-line.ts";
import { Refusal } from "./refusal.ts";
import { typedOptions } from "./typed-options.ts";

const USAGE = `npm run import -- wordpress FILE… [--uploads FOLDER | --fetch ADDRESS] [--dry-run] [--json]

  FILE…       what WordPress calls an export (Tools → Export), in one or more parts
  --uploads   the old site's wp-content/uploads, from which pictures are taken
  --fetch     the old site, such as https://example.org, from which pictures are fetched; without this nothing is fetched
  --dry-run   say what would be done, and write nothing
  --json      the report for programs, with every number
`;

const OPTIONS = {
  uploads: { type: "string" },
  fetch: { type: "string" },
  "dry-run": { type: "boolean", default: false },
  json: { type: "boolean", default: false },
  help: { type: "boolean", default: false },
} as const;

/** `npm run import -- SOURCE FILE…`. */
export async function run(typed: string[]): Promise<number> {
  const { values, positionals } = typedOptions(typed, OPTIONS);
  const [source, ...paths] = positionals;
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  if (source !== "wordpress") {
    throw new Refusal(source ? `There is no importer for “${source}”.` : `Please say what to import.\n\n${USAGE}`);
  }
  if (paths.length === 0) throw new Refusal(`Please name the file to import.\n\n${USAGE}`);
  const missing = paths.find((file) => !existsSync(file) || !statSync(file).isFile());
  if (missing) throw new Refusal(`There is no file ${missing}.`);

  const files = pictureFiles(values.uploads, values.fetch);
  const progress = new ProgressLine(paths.reduce((sum, file) => sum + statSync(file).size, 0));
  try {
    migrateDatabase();
    const report = await importWordPress(paths, {
      dryRun: values["dry-run"],
      now: new Date(),
      ...(files ? { files } : {}),
      progress: (step, done, all) => progress.show(step, done, all),
    });
    progress.end();
    print(report, values.json);
    return 0;
  } catch (error) {
    progress.end();
    if (error instanceof RefusedSource) throw new Refusal(error.message);
    throw error;
  } finally {
    await closeDatabase();
  }
}

function pictureFiles(folder: string | undefined, site: string | undefined): PictureFiles | undefined {
  if (folder !== undefined && site !== undefined) throw new Refusal("Please give either --uploads or --fetch.");
  if (folder !== undefined) {
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new Refusal(`There is no folder ${folder}.`);
    return filesInFolder(folder);
  }
  if (site === undefined) return undefined;
  if (!/^https?:\/\//.test(site) || !URL.canParse(site)) {
    throw new Refusal("--fetch accepts the address of the old site, such as https://example.org.");
  }
  return filesFromSite(site);
}

function print(report: Report, asJson: boolean): void {
  if (asJson) {
    console.log(JSON.stringify(report.data, null, 2));
    return;
  }
  for (const line of reportLines(report.data)) console.log(line);
  if (report.written === 0) console.log("\nNothing has changed: all of it was here already or is left out.");
  else if (report.data.dryRun) console.log("\nNothing was written. Without --dry-run it will be.");
}
