import type Database from "better-sqlite3";
import type { WriteAheadLog } from "./write-ahead-log.ts";

/** Milliseconds for which opening, migrating and checkpoints wait for another process, and this one stands still. */
export const ENGINE_PATIENCE = 5_000;
/** Milliseconds for which a deed waits while another process writes: an import may be long. This process goes on. */
const PATIENCE = 10_000;
const BETWEEN_TRIES = 25;

export type Deed = {
  /** When it was asked for, in milliseconds. */
  since: number;
  attempt: () => Promise<Done>;
  refuse: (error: unknown) => void;
};

type Done = {
  /** Tells pages what changed, in the moment in which it is committed. */
  tell: () => void;
  /** Says that it is done, once it would survive a power cut. */
  accept: () => void;
  refuse: Deed["refuse"];
};

/**
 * Does the deeds that wait and commits them together: each stands or falls by itself, and all share one wait for the
 * disk, which takes longer than everything else a comment needs.
 */
export async function commitWaiting(
  engine: Database.Database,
  log: WriteAheadLog | undefined,
  waiting: Deed[],
): Promise<void> {
  if (!(await begin(engine, waiting))) return;
  const deeds = waiting.splice(0);
  const done: Done[] = [];
  try {
    for (const { attempt, refuse } of deeds) {
      engine.exec("SAVEPOINT deed");
      try {
        done.push(await attempt());
        engine.exec("RELEASE deed");
      } catch (error) {
        // Where the engine itself has given up (the disk is full), nothing of what was done stands.
        if (!engine.inTransaction) throw error;
        engine.exec("ROLLBACK TO deed; RELEASE deed");
        refuse(error);
      }
    }
    engine.exec("COMMIT");
  } catch (error) {
    if (engine.inTransaction) engine.exec("ROLLBACK");
    for (const { refuse } of deeds) refuse(error);
    return;
  }
  // Not a tick later: what is rendered from now on shows it, and must not be forgotten for it.
  for (const { tell } of done) tell();
  try {
    await log?.settle();
    for (const { accept } of done) accept();
  } catch (error) {
    for (const { refuse } of done) refuse(error);
  }
  await log?.shorten();
}

/**
 * Takes the right to write. The engine itself would wait with the whole process, in which no reader is answered, so it
 * is asked again and again; whoever has waited too long is refused. False where nobody is left who waits.
 */
async function begin(engine: Database.Database, waiting: Deed[]): Promise<boolean> {
  while (waiting.length > 0) {
    engine.pragma("busy_timeout = 0");
    try {
      engine.exec("BEGIN IMMEDIATE");
      return true;
    } catch (error) {
      const late = isDatabaseBusy(error) ? Date.now() - PATIENCE : Number.POSITIVE_INFINITY;
      const tooLate = waiting.findIndex(({ since }) => since > late);
      for (const { refuse } of waiting.splice(0, tooLate < 0 ? waiting.length : tooLate)) refuse(error);
    } finally {
      engine.pragma(`busy_timeout = ${ENGINE_PATIENCE}`);
    }
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_TRIES));
  }
  return false;
}

/** Whether a deed was refused because another process, an import say, is writing. It can be asked for again. */
export const isDatabaseBusy = (error: unknown): boolean =>
  error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_BUSY");
