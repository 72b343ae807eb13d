import { open, readFile, stat } from "node:fs/promises";
import { z } from "zod";
import type { HowFar } from "#core/how-far";
import { outcomes, type ReportData } from "../move-in/report.ts";
import { inExport, isMissing, type KeptExport } from "./kept-export.ts";

/** An import is tried before it is done: both are the same run, of which the first is undone at its end. */
export type RunName = "dry-run" | "import";

type Begun = { at: Date; by: string };
export type RunState =
  | { kind: "not-begun" }
  | ({ kind: "running" } & HowFar & Begun)
  | ({ kind: "finished"; report: ReportData } & Begun)
  /** What the importer said against the export, for people. */
  | ({ kind: "refused"; words: string } & Begun)
  /** The process ended without a word, or with one that is for programmers. */
  | ({ kind: "broke-off" } & Begun);

const begun = z.object({ pid: z.int().positive().nullable(), at: z.iso.datetime(), by: z.string() });
const count = z.partialRecord(z.enum(outcomes), z.number());
const reported: z.ZodType<ReportData> = z.object({
  source: z.string(),
  dryRun: z.boolean(),
  counts: z.record(z.string(), count),
  remarks: z.array(
    z.object({ kind: z.string(), id: z.string(), title: z.string(), outcome: z.enum(outcomes), why: z.string() }),
  ),
});
const far: z.ZodType<HowFar> = z.object({
  step: z.string(),
  done: z.number(),
  all: z.number(),
  seconds: z.number(),
  isBytes: z.boolean(),
});

/** Silence after which a process of that number is not believed to be ours: numbers are used again after a restart. */
const SILENCE_MS = 15 * 60_000;
/** Bytes of the end of what a run says: its last line and, where it was refused, why. */
const TAIL = 16 * 1024;

/** How far a run of an import is, or how it ended, from what it left in the export's folder. */
export async function readRun(kept: KeptExport, run: RunName): Promise<RunState> {
  const state = await readIfThere(inExport(kept.id, `${run}.json`));
  if (state === undefined) return { kind: "not-begun" };
  const { pid, at, by } = begun.parse(JSON.parse(state));
  const started = { at: new Date(at), by };
  const progressFile = inExport(kept.id, `${run}.progress`);
  const isRunning = pid !== null && isAlive(pid) && (await silenceOf(progressFile)) < SILENCE_MS;
  const report = readReport((await readIfThere(inExport(kept.id, `${run}.report`))) ?? "");
  if (report) return { kind: "finished", report, ...started };
  const lines = (await tailOf(progressFile)).split("\n").filter((line) => line.trim() !== "");
  if (isRunning) {
    const last = lines.findLast((line) => line.startsWith("{"));
    return { kind: "running", ...readFar(last), ...started };
  }
  const words = lines.filter((line) => !line.startsWith("{")).join("\n");
  if (words === "" || /^\s+at /m.test(words)) return { kind: "broke-off", ...started };
  return { kind: "refused", words: withGivenNames(words, kept), ...started };
}

/** The report as the program wrote it; undefined where there is none. */
export async function readReportText(kept: KeptExport, run: RunName): Promise<string | undefined> {
  const text = await readIfThere(inExport(kept.id, `${run}.report`));
  return text !== undefined && readReport(text) ? text : undefined;
}

function readReport(text: string): ReportData | undefined {
  try {
    return reported.parse(JSON.parse(text));
  } catch {
    // Not there yet, or not all of it.
    return undefined;
  }
}

function readFar(line = ""): HowFar {
  try {
    return far.parse(JSON.parse(line));
  } catch {
    return { step: "starting", done: 0, all: 0, seconds: 0, isBytes: false };
  }
}

const withGivenNames = (words: string, { files }: KeptExport): string =>
  words.replaceAll(/\bexport-(\d+)\b/g, (stored, number) => files[Number(number) - 1]?.name ?? stored);

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

async function tailOf(path: string): Promise<string> {
  const file = await open(path, "r").catch(() => undefined);
  if (!file) return "";
  try {
    const { size } = await file.stat();
    const start = Math.max(0, size - TAIL);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(size - start), 0, size - start, start);
    return buffer.subarray(0, bytesRead).toString("utf8");
  } finally {
    await file.close();
  }
}

async function silenceOf(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  return found ? Date.now() - found.mtimeMs : Number.POSITIVE_INFINITY;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
