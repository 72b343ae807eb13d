import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { sizeInWords } from "#core/size-in-words";
import { closeDatabase, migrateDatabase } from "#db/client";
import { dataPath } from "#db/environment";
import { DATABASE_FILE } from "#db/whole-database";
import { SHORTEST_PASSPHRASE } from "#exchange/backup/sealed-keys";
import { type Backup, keepNewestBackups, writeBackup } from "#exchange/backup/write-backup";
import { ProgressLine } from "./progress-line.ts";
import { Refusal } from "./refusal.ts";
import { requireWritableFolder } from "./surroundings.ts";
import { readTyped } from "./typed.ts";

const USAGE = `npm run backup -- [FOLDER] [--with-keys] [--keep NUMBER] [--every HOURS] [--json]

  FOLDER       where the backup goes; without it, the folder "backups" in the data folder
  --with-keys  also the keys of readers' addresses, under the passphrase in BACKUP_PASSPHRASE
  --keep       remove all but this many of the newest backups in the folder
  --every      go on, and make one every so many hours; one that fails is said, and the next is made all the same
  --json       what was made, for programs
  --records    how far it is, for programs: lines of JSON on standard error
`;

const OPTIONS = {
  "with-keys": { type: "boolean", default: false },
  keep: { type: "string" },
  every: { type: "string" },
  json: { type: "boolean", default: false },
  records: { type: "boolean", default: false },
  help: { type: "boolean", default: false },
} as const;

/** What a timer of Node's can wait for, in hours, and a little less: beyond it the timer would not wait at all. */
const LONGEST_WAIT = 500;

/** `npm run backup`: one file with everything, while the publication is being served. */
export async function run(typed: string[]): Promise<number> {
  const { values, positionals } = readTyped(typed, OPTIONS, true);
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const folder = resolve(positionals[0] ?? dataPath("backups"));
  const keep = wholeNumber("--keep", values.keep, 10_000);
  const every = wholeNumber("--every", values.every, LONGEST_WAIT);
  const passphrase = values["with-keys"] ? readPassphrase() : undefined;
  if (!existsSync(dataPath(DATABASE_FILE))) throw new Refusal(`There is no publication in ${resolve(dataPath())}.`);
  requireWritableFolder("FOLDER", folder);
  const backUp = () => once({ folder, passphrase, keep, asJson: values.json, asRecords: values.records });
  migrateDatabase();
  try {
    if (every === undefined) await backUp();
    else await again(every, backUp);
    return 0;
  } finally {
    await closeDatabase();
  }
}

/** One night without room on the disk must not be the last night with a backup. */
async function again(hours: number, backUp: () => Promise<void>): Promise<never> {
  for (;;) {
    await backUp().catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      console.error(`${new Date().toISOString()}: no backup was made (${reason}). The next is in ${hours} h.`);
    });
    await wait(hours * 3_600_000);
  }
}

type Asked = {
  folder: string;
  passphrase: string | undefined;
  keep: number | undefined;
  asJson: boolean;
  asRecords: boolean;
};

async function once({ folder, passphrase, keep, asJson, asRecords }: Asked): Promise<void> {
  const progress = new ProgressLine(1, asRecords);
  const made = await writeBackup({
    folder,
    passphrase,
    now: new Date(),
    progress: (step, done, all) => progress.show(step, done, all),
  });
  progress.end();
  if (asJson) console.log(JSON.stringify(made));
  else sayWhatWasMade(made);
  if (keep === undefined) return;
  const gone = await keepNewestBackups(folder, keep);
  if (gone.length > 0 && !asJson) console.log(`Removed ${gone.length} older: ${gone.join(", ")}.`);
}

function sayWhatWasMade(made: Backup): void {
  console.log(
    `${made.path}: ${made.articles} articles and ${made.pictures} pictures in ${sizeInWords(made.bytes)}, read again and whole.`,
  );
  if (!made.hasKeys) {
    console.log(
      "The keys of readers' addresses are not in it: keep a copy of keys.json elsewhere, or give --with-keys.",
    );
  }
}

export function readPassphrase(): string {
  const passphrase = process.env.BACKUP_PASSPHRASE ?? "";
  if ([...passphrase].length < SHORTEST_PASSPHRASE) {
    throw new Refusal(`Please set BACKUP_PASSPHRASE to a passphrase of at least ${SHORTEST_PASSPHRASE} characters.`);
  }
  return passphrase;
}

function wholeNumber(name: string, given: string | undefined, most: number): number | undefined {
  if (given === undefined) return undefined;
  const number = Number(given);
  if (!Number.isInteger(number) || number < 1 || number > most)
    throw new Refusal(`${name} accepts a whole number from 1 to ${most}.`);
  return number;
}
