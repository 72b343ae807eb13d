import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { rename, writeFile } from "node:fs/promises";
import { setPriority } from "node:os";
import { accept, type Result, refuse } from "#core/result";
import { transaction } from "#db/client";
import { type Actor, record } from "#db/log";
import { exportFile, hasFiles, inExport, type KeptExport, listExports, removeExportFiles } from "./kept-export.ts";
import { type RunName, readRun } from "./read-run.ts";

export type RunRefusal = "another-is-running" | "no-files" | "not-checked";

/** Readers come first: the higher, the more the import gives way to other processes. */
const GIVES_WAY = 10;

/** The command line, whose process takes the export in. The working directory is the project's, as for migrations. */
const COMMAND = ["--disable-warning=ExperimentalWarning", "cli/command.ts", "import"];

/**
 * Starts a run of an import in a process of its own, and does not wait for it: readers are answered by this one
 * meanwhile. What it says goes into the export's folder, so that it can be read by any process and after a restart.
 * `site` is the old site's address, to fetch pictures from; an import for good needs a dry run that has succeeded.
 */
export async function startRun(
  kept: KeptExport,
  run: RunName,
  { actor, site }: { actor: Actor; site?: string | undefined },
  now: Date,
): Promise<Result<undefined, RunRefusal>> {
  if (!(await hasFiles(kept))) return refuse("no-files");
  if (run === "import" && (await readRun(kept, "dry-run")).kind !== "finished") return refuse("not-checked");
  if (await isAnyRunning()) return refuse("another-is-running");
  if (run === "import") await log(kept, actor, "import", now);

  const { id, source, files } = kept;
  const report = openSync(inExport(id, `${run}.report`), "w", 0o600);
  const progress = openSync(inExport(id, `${run}.progress`), "w", 0o600);
  const typed = [source, ...files.map((_, at) => exportFile(id, at)), "--json", "--records"];
  if (run === "dry-run") typed.push("--dry-run");
  else if (site) typed.push("--fetch", site);
  const child = spawn(process.execPath, [...COMMAND, ...typed], { stdio: ["ignore", report, progress] });
  for (const file of [report, progress]) closeSync(file);
  child.on("error", () => undefined);
  child.on("exit", (code) => {
    if (code === 0 && run === "import") void removeExportFiles(kept);
  });
  child.unref();
  if (child.pid !== undefined) giveWay(child.pid);
  const state = inExport(id, `${run}.json`);
  await writeFile(`${state}.new`, JSON.stringify({ pid: child.pid ?? null, at: now, by: actor.name }), { mode: 0o600 });
  await rename(`${state}.new`, state);
  return accept(undefined);
}

/** Says in the log what somebody did with an export. */
export const log = ({ files }: KeptExport, actor: Actor, verb: "import" | "remove", now: Date) =>
  transaction(async (tx) => {
    const name = files.map((file) => file.name).join(", ");
    record(tx, actor, verb, { kind: "export", id: null, name: name.slice(0, 200) }, now);
  });

export async function isAnyRunning(): Promise<boolean> {
  for (const kept of await listExports()) {
    for (const run of ["dry-run", "import"] as const) {
      if ((await readRun(kept, run)).kind === "running") return true;
    }
  }
  return false;
}

function giveWay(pid: number): void {
  try {
    setPriority(pid, GIVES_WAY);
  } catch {
    // It has ended already, or the system has no priorities.
  }
}
