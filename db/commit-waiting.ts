import type Database from "better-sqlite3";
import type { WriteAheadLog } from "./write-ahead-log.ts";

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
  const frame = frameOf(engine);
  if (!(await begin(frame, waiting))) return;
  const deeds = waiting.splice(0);
  const done: Done[] = [];
  try {
    for (const [place, { attempt, refuse }] of deeds.entries()) {
      // Readers have their turn: where many deeds came at once, they would wait for all of them.
      if (place > 0) await new Promise(setImmediate);
      frame.beginDeed.run();
      try {
        done.push(await attempt());
      } catch (error) {
        // Where the engine itself has given up (the disk is full), nothing of what was done stands.
        if (!engine.inTransaction) throw error;
        frame.undoDeed.run();
        refuse(error);
      }
      frame.endDeed.run();
    }
    frame.commit.run();
  } catch (error) {
    for (const { refuse } of deeds) refuse(error);
    if (engine.inTransaction) frame.rollBack.run();
    return;
  }
  try {
    // Not a tick later: what is rendered from now on shows it, and must not be forgotten for it.
    for (const { tell } of done) tell();
    await log?.settle();
    for (const { accept } of done) accept();
  } catch (error) {
    for (const { refuse } of done) refuse(error);
  }
  await log?.shorten();
}

type Frame = Record<"begin" | "beginDeed" | "endDeed" | "undoDeed" | "commit" | "rollBack", Database.Statement>;
const frames = new WeakMap<Database.Database, Frame>();

/** What stands around deeds, compiled once for each connection: every commit needs it. */
function frameOf(engine: Database.Database): Frame {
  const known = frames.get(engine);
  if (known) return known;
  const frame = {
    begin: engine.prepare("BEGIN IMMEDIATE"),
    beginDeed: engine.prepare("SAVEPOINT deed"),
    endDeed: engine.prepare("RELEASE deed"),
    undoDeed: engine.prepare("ROLLBACK TO deed"),
    commit: engine.prepare("COMMIT"),
    rollBack: engine.prepare("ROLLBACK"),
  };
  frames.set(engine, frame);
  return frame;
}

/**
 * Takes the right to write. The engine itself would wait with the whole process, in which no reader is answered, so it
 * is asked again and again; whoever has waited too long is refused. False where nobody is left who waits.
 */
async function begin(frame: Frame, waiting: Deed[]): Promise<boolean> {
  while (waiting.length > 0) {
    try {
      frame.begin.run();
      return true;
    } catch (error) {
      const late = isDatabaseBusy(error) ? Date.now() - PATIENCE : Number.POSITIVE_INFINITY;
      const tooLate = waiting.findIndex(({ since }) => since > late);
      for (const { refuse } of waiting.splice(0, tooLate < 0 ? waiting.length : tooLate)) refuse(error);
    }
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_TRIES));
  }
  return false;
}

/** Whether a deed was refused because another process, an import say, is writing. It can be asked for again. */
export const isDatabaseBusy = (error: unknown): boolean =>
  error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_BUSY");
