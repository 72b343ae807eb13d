import { z } from "zod";
import { outcomes, type ReportData } from "../move-in/report.ts";
import { parsed, type RunState as RunBeside, readBeside, readIfThere } from "../run-beside/read-beside.ts";
import { inExport, type KeptExport } from "./kept-export.ts";

/** An import is tried before it is done: both are the same run, of which the first is undone at its end. */
export type RunName = "dry-run" | "import";
export type RunState = RunBeside<ReportData>;

const count = z.partialRecord(z.enum(outcomes), z.number());
const reported: z.ZodType<ReportData> = z.object({
  source: z.string(),
  dryRun: z.boolean(),
  counts: z.record(z.string(), count),
  remarks: z.array(
    z.object({ kind: z.string(), id: z.string(), title: z.string(), outcome: z.enum(outcomes), why: z.string() }),
  ),
});

/** How far a run of an import is, or how it ended, from what it left in the export's folder. */
export async function readRun(kept: KeptExport, run: RunName): Promise<RunState> {
  const state = await readBeside(inExport(kept.id, run), reported);
  return state.kind === "refused" ? { ...state, words: withGivenNames(state.words, kept) } : state;
}

/** The report as the program wrote it; undefined where there is none. */
export async function readReportText(kept: KeptExport, run: RunName): Promise<string | undefined> {
  const text = await readIfThere(inExport(kept.id, `${run}.report`));
  return text !== undefined && parsed(text, reported) ? text : undefined;
}

const withGivenNames = (words: string, { files }: KeptExport): string =>
  words.replaceAll(/\bexport-(\d+)\b/g, (stored, number) => files[Number(number) - 1]?.name ?? stored);
