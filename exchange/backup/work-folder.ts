import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";

/** Longer than any backup takes: what another machine left so long ago in a shared folder, it left for good. */
const ABANDONED_MS = 24 * 3_600_000;

const machine = hostname().replaceAll(/[^\w.]/g, "_");

/**
 * A folder to work in, inside `folder`, after those are removed that an ended process left there. Its name says whose
 * it is, so that a backup which is still being written is never taken for a leftover.
 */
export async function openWorkFolder(folder: string, deed: "backup" | "restoring", now: Date): Promise<string> {
  for (const name of await readdir(folder)) {
    if (name.startsWith(`.${deed}-`) && (await isLeftover(join(folder, name), name, now))) {
      await rm(join(folder, name), { recursive: true, force: true });
    }
  }
  return mkdtemp(join(folder, `.${deed}-${machine}-${process.pid}-`));
}

async function isLeftover(path: string, name: string, now: Date): Promise<boolean> {
  const [, owner, pid] = name.split("-");
  if (owner === machine) return !isRunning(Number(pid));
  const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: now.getTime() }));
  return now.getTime() - mtimeMs > ABANDONED_MS;
}

/** Our own number on a folder was another process's: a restarted container hands out the same ones. */
function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
