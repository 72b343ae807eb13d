import { open, readFile, stat } from "node:fs/promises";
import { z } from "zod";
import type { HowFar } from "#core/how-far";

type Begun = { at: Date; by: string };
export type RunState<Report> =
  | { kind: "not-begun" }
  | ({ kind: "running" } & HowFar & Begun)
  | ({ kind: "finished"; report: Report } & Begun)
  /** Why the command refused, in its own words, for people. */
  | ({ kind: "refused"; words: string } & Begun)
  /** The process ended without a word, or with one that is for programmers. */
  | ({ kind: "broke-off" } & Begun);

const begun = z.object({ pid: z.int().positive().nullable(), at: z.iso.datetime(), by: z.string() });
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

/** How far a command that `startBeside` started is, or how it ended, from the files it left. */
export async function readBeside<Report>(stem: string, schema: z.ZodType<Report>): Promise<RunState<Report>> {
  const state = await readIfThere(`${stem}.json`);
  if (state === undefined) return { kind: "not-begun" };
  const { pid, at, by } = begun.parse(JSON.parse(state));
  const started = { at: new Date(at), by };
  const progressFile = `${stem}.progress`;
  const isRunning = pid !== null && isAlive(pid) && (await silenceOf(progressFile)) < SILENCE_MS;
  const report = parsed((await readIfThere(`${stem}.report`)) ?? "", schema);
  if (report !== undefined) return { kind: "finished", report, ...started };
  const lines = (await tailOf(progressFile)).split("\n").filter((line) => line.trim() !== "");
  if (isRunning) {
    const last = lines.findLast((line) => line.startsWith("{")) ?? "";
    const { step, done, all, seconds, isBytes } = parsed(last, far) ?? notYetFar;
    return { kind: "running", step, done, all, seconds, isBytes, ...started };
  }
  const words = lines.filter((line) => !line.startsWith("{")).join("\n");
  if (words === "" || /^\s+at /m.test(words)) return { kind: "broke-off", ...started };
  return { kind: "refused", words, ...started };
}

const notYetFar: HowFar = { step: "starting", done: 0, all: 0, seconds: 0, isBytes: false };

/** What a program wrote as JSON; undefined where it is not there yet, or not all of it. */
export function parsed<Written>(text: string, schema: z.ZodType<Written>): Written | undefined {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
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
