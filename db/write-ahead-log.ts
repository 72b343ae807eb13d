import { once } from "node:events";
import { type FileHandle, open } from "node:fs/promises";
import { Worker } from "node:worker_threads";
import type Database from "better-sqlite3";

/** So many pages of 4 KB may stand in it that are not in the database yet. */
const LONG = 4_000;
/** With so many, from one deed or because no thread could be had, SQLite carries them over itself, and the process waits. */
const TOO_LONG = 2 * LONG;
/** For how long the thread for that is kept: to begin one takes some 80 ms of a processor, and it takes some 10 MB. */
const REST_MS = 30_000;

type Checkpoint = { busy: number; log: number; checkpointed: number };

/**
 * The file beside the database in which SQLite notes what is committed, until a checkpoint carries it over. SQLite would
 * have the whole process wait until the disk has it; here one of Node's own threads waits, and readers are answered.
 */
export class WriteAheadLog {
  readonly #engine: Database.Database;
  readonly #hear: (error: Error) => void;
  /** SQLite locks the database and the file of the shared memory; so closing this one takes no lock from it. */
  #file: FileHandle | undefined;
  /** Why the disk has refused some of it. What follows a gap is lost in a power cut, even where the disk has taken it. */
  #gap: Error | undefined;
  #thread: Worker | undefined;
  /** Before that moment (ms) no thread is asked for: there was none to be had. */
  #noThreadUntil = 0;
  #rest: NodeJS.Timeout | undefined;

  /** `engine` is the connection that writes. `hear` is told of each failure, also where the deeds were done all the same. */
  constructor(engine: Database.Database, hear: (error: Error) => void) {
    this.#engine = engine;
    this.#hear = hear;
    engine.pragma(`wal_autocheckpoint = ${TOO_LONG}`);
  }

  /**
   * Resolves once all that has been committed would survive a power cut. Where the disk refuses the log, what it holds
   * is carried into the database itself. Rejects where that cannot be done either.
   */
  async settle(): Promise<void> {
    if (!this.#gap) {
      try {
        this.#file ??= await open(`${this.#engine.name}-wal`, "r+");
        return await this.#file.datasync();
      } catch (cause) {
        this.#gap = new Error("The disk has refused the log of the database.", { cause });
        this.#hear(this.#gap);
      }
    }
    this.#carryOver();
    this.#gap = undefined;
  }

  /** Carries everything into the database and has the next commit begin the log anew. The process waits for the disk. */
  #carryOver(): void {
    const { busy } = this.#checkpoint("RESTART");
    if (busy !== 0)
      throw new Error("The log of the database is being read and cannot be emptied.", { cause: this.#gap });
  }

  /**
   * Carries it over in a thread of its own where it has become long. Nothing may be committed meanwhile: it begins anew
   * only where all of it has been carried over.
   */
  async shorten(): Promise<void> {
    const { log, checkpointed } = this.#checkpoint("NOOP");
    if (log - checkpointed < LONG || Date.now() < this.#noThreadUntil) return;
    clearTimeout(this.#rest);
    try {
      // By its place in the project: this file may stand in a bundle, and nothing beside it.
      this.#thread ??= new Worker("./db/checkpoint-thread.mjs", { workerData: this.#engine.name });
      this.#thread.ref();
      this.#thread.postMessage("");
      await once(this.#thread, "message");
      this.#thread.unref();
    } catch (cause) {
      // It could not be begun, or it failed and has ended: nothing was changed, and a later deed begins another.
      this.#thread = undefined;
      this.#noThreadUntil = Date.now() + REST_MS;
      this.#hear(new Error("No thread could carry over the log of the database.", { cause }));
    }
    this.#rest = setTimeout(() => void this.#endThread(), REST_MS).unref();
  }

  async #endThread(): Promise<void> {
    clearTimeout(this.#rest);
    const thread = this.#thread;
    this.#thread = undefined;
    await thread?.terminate();
  }

  #checkpoint(mode: "NOOP" | "RESTART"): Checkpoint {
    const [result] = this.#engine.pragma(`wal_checkpoint(${mode})`) as [Checkpoint];
    return result;
  }

  async close(): Promise<void> {
    await this.#endThread();
    await this.#file?.close();
    this.#file = undefined;
  }
}
