import { setTimeout } from "node:timers/promises";
import { transaction } from "#db/client";
import type { ImportDeed } from "#db/imports";
import { record, theSoftware } from "#db/log";
import { rehearse } from "#db/rehearse";
import { indexWhatWasLeft, leaveForLater } from "#db/search-later";
import { putAside } from "./put-aside.ts";
import type { Report } from "./report.ts";

/** Between two deeds of an import, so that readers' comments that have waited for the one get in before the next. */
const letOthersWrite = () => setTimeout(40);

/** An import in earnest, or on a copy of the database, so that the report of a dry run cannot differ. */
export const takeInOrTry = (dryRun: boolean, takeIn: () => Promise<Report>): Promise<Report> =>
  dryRun ? rehearse(takeIn) : takeIn();

export type FileOfThings<Thing> = {
  source: string;
  now: Date;
  report: Report;
  /** What the file holds, in our words: read to its end before anything is written. */
  things: AsyncIterable<Thing>;
  write: (deed: ImportDeed, things: AsyncIterable<Thing>) => Promise<void>;
  progress?: (step: "taking in" | "indexing", done: number, all: number) => void;
};

/**
 * Takes in one file of an import, as one deed with its line in the log. Everything that needs no right to write is done
 * before the deed or after it, since nobody else can write while it lasts.
 */
export async function takeInFile<Thing>({ source, now, report, ...given }: FileOfThings<Thing>): Promise<void> {
  const { write, progress } = given;
  const before = report.written;
  const aside = await putAside(given.things);
  const counted = async function* () {
    let done = 0;
    for await (const thing of aside.again()) {
      yield thing;
      done += 1;
      progress?.("taking in", done, aside.count);
    }
  };
  try {
    await transaction(async (tx, changed) => {
      await write({ tx, changed, source, now }, counted());
      leaveForLater(tx);
      if (report.written === before) return;
      record(tx, theSoftware, "import", { kind: "publication", id: null, name: source }, now, report.data.counts);
    });
  } finally {
    await aside.forget();
  }
  if (!report.data.dryRun) await indexWhatWasLeft(letOthersWrite, (done, all) => progress?.("indexing", done, all));
}
