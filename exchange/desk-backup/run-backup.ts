import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { accept, type Result, refuse } from "#core/result";
import { transaction } from "#db/client";
import { type Actor, record } from "#db/log";
import type { Backup } from "../backup/write-backup.ts";
import { type RunState, readBeside } from "../run-beside/read-beside.ts";
import { startBeside } from "../run-beside/start-beside.ts";
import { backupsFolder, type KeptBackup } from "./kept-backups.ts";

const made: z.ZodType<Backup> = z.object({
  path: z.string(),
  bytes: z.number(),
  articles: z.number(),
  pictures: z.number(),
  hasKeys: z.boolean(),
});

/** What the run says lies beside the backups, under a name that no backup has. */
const besideBackups = () => join(backupsFolder(), ".desk");

/** How far the backup that was last begun at the desk is, or how it ended. */
export const readBackupRun = (): Promise<RunState<Backup>> => readBeside(besideBackups(), made);

/** Starts `npm run backup` beside the server, into the data folder and without keys. One at a time. */
export async function startBackup(actor: Actor, now: Date): Promise<Result<undefined, "another-is-running">> {
  if ((await readBackupRun()).kind === "running") return refuse("another-is-running");
  await mkdir(backupsFolder(), { recursive: true, mode: 0o700 });
  await logBackup(actor, "begin", "", now);
  await startBeside(besideBackups(), ["backup", "--json", "--records"], { by: actor.name, now });
  return accept(undefined);
}

export const logDownload = (actor: Actor, { name }: KeptBackup, now: Date): Promise<void> =>
  logBackup(actor, "download", name, now);

const logBackup = (actor: Actor, verb: "begin" | "download", name: string, now: Date): Promise<void> =>
  transaction(async (tx) => record(tx, actor, verb, { kind: "backup", id: null, name }, now));
