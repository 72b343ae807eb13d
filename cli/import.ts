import { existsSync, statSync } from "node:fs";
import { parseArgs } from "node:util";
import { closeDatabase, migrateDatabase } from "#db/client";
import { RefusedSource } from "#exchange/move-in/refused-source";
import { type Report, reportLines } from "#exchange/move-in/report";
import { importWordPress } from "#exchange/wordpress/import-wordpress";
import { ProgressLine } from "./progress-line.ts";
import { Refusal } from "./refusal.ts";

const USAGE = `npm run import -- wordpress FILE… [--dry-run] [--json]

  FILE…       what WordPress calls an export (Tools → Export), in one or more parts
  --dry-run   say what would be done, and write nothing
  --json      the report for programs, with every number
`;

/** `npm run import -- SOURCE FILE…`. */
export async function run(typed: string[]): Promise<number> {
  const { values, positionals } = options(typed);
  const [source, ...files] = positionals;
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  if (source !== "wordpress") {
    throw new Refusal(source ? `There is no importer for “${source}”.` : `Please say what to import.\n\n${USAGE}`);
  }
  if (files.length === 0) throw new Refusal(`Please name the file to import.\n\n${USAGE}`);
  const missing = files.find((file) => !existsSync(file) || !statSync(file).isFile());
  if (missing) throw new Refusal(`There is no file ${missing}.`);

  const progress = new ProgressLine(files.reduce((sum, file) => sum + statSync(file).size, 0));
  try {
    migrateDatabase();
    const report = await importWordPress(files, {
      dryRun: values["dry-run"],
      now: new Date(),
      progress: (step, bytes) => progress.show(step, bytes),
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

function options(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        "dry-run": { type: "boolean", default: false },
        json: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
  } catch (error) {
    // Node says which option it does not know, and then a good deal more.
    throw new Refusal(`${error instanceof Error ? error.message.split(". ")[0] : "The options are not right"}.`);
  }
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
