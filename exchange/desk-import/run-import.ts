import { accept, type Result, refuse } from "#core/result";
import { transaction } from "#db/client";
import { type Actor, record } from "#db/log";
import { startBeside } from "../run-beside/start-beside.ts";
import { exportFile, hasFiles, inExport, type KeptExport, listExports, removeExportFiles } from "./kept-export.ts";
import { type RunName, readRun } from "./read-run.ts";

export type RunRefusal = "another-is-running" | "no-files" | "not-checked";

/**
 * Starts a run of an import beside the server; what it says goes into the export's folder.
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
  const typed = ["import", source, ...files.map((_, at) => exportFile(id, at)), "--json", "--records"];
  if (run === "dry-run") typed.push("--dry-run");
  else if (site) typed.push("--fetch", site);
  const ended = (code: number | null) => {
    if (code === 0 && run === "import") void removeExportFiles(kept);
  };
  await startBeside(inExport(id, run), typed, { by: actor.name, now, ended });
  return accept(undefined);
}

/** Says in the log what somebody did with an export. */
export const log = ({ files }: KeptExport, actor: Actor, verb: "import" | "remove", now: Date) =>
  transaction(async (tx) => {
    const name = files.map((file) => file.name).join(", ");
    record(tx, actor, verb, { kind: "export", id: null, name: name.slice(0, 200) }, now);
  });

async function isAnyRunning(): Promise<boolean> {
  for (const kept of await listExports()) {
    for (const run of ["dry-run", "import"] as const) {
      if ((await readRun(kept, run)).kind === "running") return true;
    }
  }
  return false;
}
