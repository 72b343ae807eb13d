import { existsSync, statSync } from "node:fs";
import { closeDatabase, isDatabaseBusy, migrateDatabase } from "#db/client";
import { importDisqus } from "#exchange/disqus/import-disqus";
import { importGhost } from "#exchange/ghost/import-ghost";
import { filesFromSite, filesInFolder, type PictureFiles } from "#exchange/move-in/picture-files";
import { RefusedSource } from "#exchange/move-in/refused-source";
import { type Report, reportLines } from "#exchange/move-in/report";
import { importWordPress } from "#exchange/wordpress/import-wordpress";
import { ProgressLine } from "./progress-line.ts";
import { Refusal } from "./refusal.ts";
import { readTyped } from "./typed.ts";

const USAGE = `npm run import -- SOURCE FILE… [--uploads FOLDER | --fetch ADDRESS] [--dry-run] [--json]

  SOURCE      wordpress (one or more files), ghost (one file), or disqus (one file: comments onto articles that are here)
  FILE…       what the other system calls an export
  --uploads   the old site's uploads (WordPress: wp-content/uploads, Ghost: content/images), for its pictures
  --fetch     the old site, such as https://example.org, to fetch pictures from; without this nothing is fetched
  --dry-run   say what would be done, and write nothing
  --json      the report for programs, with every number
  --records   how far it is, for programs: lines of JSON on standard error
`;

const OPTIONS = {
  uploads: { type: "string" },
  fetch: { type: "string" },
  "dry-run": { type: "boolean", default: false },
  json: { type: "boolean", default: false },
  records: { type: "boolean", default: false },
  help: { type: "boolean", default: false },
} as const;

type Given = {
  dryRun: boolean;
  now: Date;
  files?: PictureFiles;
  progress: (step: string, done: number, all?: number) => void;
};

const sources: Readonly<Record<string, ((paths: string[], given: Given) => Promise<Report>) | undefined>> = {
  wordpress: importWordPress,
  ghost: (paths, given) => importGhost(only(paths), given),
  disqus: (paths, given) => importDisqus(only(paths), given),
};

function only([path = "", ...more]: string[]): string {
  if (more.length > 0) throw new Refusal("Please give one file: this source has no exports in parts.");
  return path;
}

/** `npm run import -- SOURCE FILE…`. */
export async function run(typed: string[]): Promise<number> {
  const { values, positionals } = readTyped(typed, OPTIONS, true);
  const [source = "", ...paths] = positionals;
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const importFrom = Object.hasOwn(sources, source) ? sources[source] : undefined;
  if (!importFrom) {
    throw new Refusal(
      `${source === "" ? "Please say what to import." : `There is no importer for “${source}”.`}\n\n${USAGE}`,
    );
  }
  if (paths.length === 0) throw new Refusal(`Please name the file to import.\n\n${USAGE}`);
  const missing = paths.find((file) => !existsSync(file) || !statSync(file).isFile());
  if (missing) throw new Refusal(`There is no file ${missing}.`);

  const files = pictureFiles(values.uploads, values.fetch);
  const progress = new ProgressLine(
    paths.reduce((sum, file) => sum + statSync(file).size, 0),
    values.records,
  );
  try {
    migrateDatabase();
    const report = await importFrom(paths, {
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
    if (isDatabaseBusy(error)) throw new Refusal("Another import is writing. Please try again when it is done.");
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
