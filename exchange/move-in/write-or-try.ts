import { setTimeout } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { type Changed, transaction, type Writer } from "#db/client";

/** Ends a dry run: what the deed has written so far is undone. */
class DryRun extends Error {}

/** Runs the deed of an import; a dry run is the same deed, undone at its end, so that its report cannot differ. */
export async function writeOrTry(
  dryRun: boolean,
  write: (tx: Writer, changed: Changed) => Promise<void>,
): Promise<void> {
  try {
    await transaction(async (tx, changed) => {
      // Pictures that a dry run has not kept have no row, which nobody looks for where nothing is committed.
      if (dryRun) tx.run(sql`pragma defer_foreign_keys = on`);
      await write(tx, changed);
      if (dryRun) throw new DryRun();
    });
  } catch (error) {
    if (!(error instanceof DryRun)) throw error;
  }
}

/** Between two files: readers' comments that have waited for the one get in before the next. */
export const letOthersWrite = (): Promise<void> => setTimeout(150);
