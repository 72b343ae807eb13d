import { existsSync, statSync } from "node:fs";
import { parseArgs } from "node:util";
import { closeDatabase, migrateDatabase } from "#db/client";
import { RefusedSource } from "#exchange/move-in/refused-source";
import { type Report, reportLines } from "#exchange/move-in/report";
import { importWordPress } from "#exchange/wordpress/import-wordpress";
import { ProgressLine } from "./progress-line.ts";

const USAGE = `npm run import -- wordpress FILE… [--dry-run] [--json]

  FILE…       what WordPress calls an export (Tools → Export), in one or more parts
  --dry-run   say what would be done, and write nothing
  --json      the report for programs, with every number
`;

/** `npm run import -- SOURCE FILE…`. */
export async function run(typed: string[]): Promise<number> {
  let given: ReturnType<typeof options>;
  try {
    given = options(typed);
  } catch (error) {
    return refuse(`${error instanceof Error ? error.message.split(". ")[0] : error}.`);
  }
  const { values, positionals } = given;
  const [source, ...files] = positionals;
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  if (source !== "wordpress") {
    return refuse(source ? `There is no importer for “${source}”.` : "Please say what to import from.", USAGE);
  }
  if (files.length === 0) return refuse("Please name the file to import.", USAGE);
  const missing = files.find((file) => !existsSync(file) || !statSync(file).isFile());
  if (missing) return refuse(`There is no file ${missing}.`);

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
    if (error instanceof RefusedSource) return refuse(error.message);
    throw error;
  } finally {
    await closeDatabase();
  }
}

const options = (args: string[]) =>
  parseArgs({
    args,
    allowPositionals: true,
    options: {
      "dry-run": { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });

function print(report: Report, asJson: boolean): void {
  if (asJson) {
    console.log(JSON.stringify(report.data, null, 2));
    return;
  }
  for (const line of reportLines(report.data)) console.log(line);
  if (report.written === 0) console.log("\nNothing has changed: all of it was here already or is left out.");
  else if (report.data.dryRun) console.log("\nNothing was written. Without --dry-run it will be.");
}

function refuse(sentence: string, usage = ""): number {
  console.error(usage === "" ? sentence : `${sentence}\n\n${usage}`);
  return 1;
}
