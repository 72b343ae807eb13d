import { statSync } from "node:fs";
import { environment } from "#db/environment";
import { type Restored, restoreBackup } from "#exchange/backup/restore-backup";
import { RefusedSource } from "#exchange/move-in/refused-source";
import { readPassphrase } from "./backup.ts";
import { Refusal } from "./refusal.ts";
import { readTyped } from "./typed.ts";

const USAGE = `npm run restore -- FILE [--replace]

  FILE       a backup; its passphrase, if it holds keys, is taken from BACKUP_PASSPHRASE
  --replace  put aside what is in the data folder now
`;

const KEYS: Record<Restored["keys"], string> = {
  restored: "The keys of readers' addresses came with it.",
  kept: "The keys of readers' addresses that were here are kept.",
  none: "It holds no keys: put keys.json back by hand, or readers' addresses stay closed.",
  sealed: "Its keys stay sealed: set BACKUP_PASSPHRASE and restore again, or readers' addresses stay closed.",
};

const OPTIONS = { replace: { type: "boolean", default: false }, help: { type: "boolean", default: false } } as const;

/** `npm run restore FILE`: a publication from its backup, into an empty data folder or in the place of another. */
export async function run(typed: string[]): Promise<number> {
  const { values, positionals } = readTyped(typed, OPTIONS, true);
  const [file] = positionals;
  if (values.help || !file) {
    if (!values.help) throw new Refusal(`Please name the backup to restore.\n\n${USAGE}`);
    console.log(USAGE);
    return 0;
  }
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw new Refusal(`There is no file ${file}.`);
  const into = environment().DATA_DIR;
  const passphrase = process.env.BACKUP_PASSPHRASE ? readPassphrase() : undefined;
  try {
    const restored = await restoreBackup(file, { into, replace: values.replace, passphrase, now: new Date() });
    console.log(
      `Restored the publication of ${restored.madeAt}: ${restored.articles} articles, ${restored.files} files.`,
    );
    console.log(KEYS[restored.keys]);
    if (restored.putAside) console.log(`What was here before is in ${restored.putAside}.`);
    return 0;
  } catch (error) {
    if (error instanceof RefusedSource) throw new Refusal(`${error.message} Nothing was changed.`);
    throw error;
  }
}
