import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { rename, writeFile } from "node:fs/promises";
import { setPriority } from "node:os";

/** Readers come first: the higher, the more the command gives way to other processes. */
const GIVES_WAY = 10;

/** What this Node was given to be sparing with memory (cli/runtime.mjs) holds for a command beside it as well. */
const sparing = process.execArgv.filter((flag) => /^--(?:max-semi-space-size|heap-growing-percent)=/.test(flag));

/** The command line. The working directory is the project's, as for migrations. */
const COMMAND = [...sparing, "--disable-warning=ExperimentalWarning", "cli/command.ts"];

type Begun = {
  by: string;
  now: Date;
  /** Called when the process ends while this one still lives. */
  ended?: (code: number | null) => void;
};

/**
 * Starts a command of the command line in a process of its own, and does not wait for it: readers are answered by this
 * one meanwhile. What it says goes into files whose paths begin with `stem`, so that `readBeside` can read it in any
 * process and after a restart.
 */
export async function startBeside(stem: string, typed: readonly string[], { by, now, ended }: Begun): Promise<void> {
  const report = openSync(`${stem}.report`, "w", 0o600);
  const progress = openSync(`${stem}.progress`, "w", 0o600);
  const child = spawn(process.execPath, [...COMMAND, ...typed], { stdio: ["ignore", report, progress] });
  for (const file of [report, progress]) closeSync(file);
  child.on("error", () => undefined);
  if (ended) child.on("exit", ended);
  child.unref();
  if (child.pid !== undefined) giveWay(child.pid);
  const state = `${stem}.json`;
  await writeFile(`${state}.new`, JSON.stringify({ pid: child.pid ?? null, at: now, by }), { mode: 0o600 });
  await rename(`${state}.new`, state);
}

function giveWay(pid: number): void {
  try {
    setPriority(pid, GIVES_WAY);
  } catch {
    // It has ended already, or the system has no priorities.
  }
}
