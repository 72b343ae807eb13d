import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import type { PageTag } from "#core/page-tags";
import { ChangedTags } from "./changed-tags.ts";
import { commitWaiting, type Deed } from "./commit-waiting.ts";
import { dataPath } from "./environment.ts";
import { measureTables } from "./measure.ts";
import * as schema from "./schema.ts";
import { indexWhatIsDue } from "./search-index.ts";
import { WriteAheadLog } from "./write-ahead-log.ts";

/*
 * One process has one connection that writes and one that reads, whichever bundle asks: Next carries a copy of this
 * module of its own, and a second writer in the same thread would wait for a lock that only the first can release.
 */

/** Milliseconds for which opening, migrating and checkpoints wait for another process, and this one stands still. */
const PATIENCE = 5_000;

type Use = "reading" | "writing" | "migrating" | "rehearsing";

/**
 * When SQLite waits for the disk. NORMAL: for what it carries from its log into the database, but with no commit; that
 * the log is on the disk is waited for here (write-ahead-log.ts). A rehearsal is thrown away.
 */
const synchronous = { writing: "NORMAL", migrating: "FULL", rehearsing: "OFF" } as const;

function connect(path: string, use: Use) {
  const engine = new Database(path, { readonly: use === "reading", timeout: PATIENCE });
  // 4 MB of pages each: the operating system has the rest of the file at hand, and it counts for no process.
  engine.pragma("cache_size = -4096");
  // A rehearsal keeps no pictures, so that what names them has nothing to name.
  engine.pragma(`foreign_keys = ${use === "rehearsing" ? "OFF" : "ON"}`);
  if (use !== "reading") {
    engine.pragma("journal_mode = WAL");
    engine.pragma(`synchronous = ${synchronous[use]}`);
    // What is erased leaves no bytes behind in free pages.
    engine.pragma("secure_delete = ON");
  }
  return { engine, orm: drizzle(engine, { schema, casing: "snake_case" }) };
}

type Connection = ReturnType<typeof connect>;
export type Reader = Omit<Connection["orm"], "insert" | "update" | "delete" | "transaction">;
export type Writer = Omit<Connection["orm"], "transaction">;
/** `ids` number the rows that tell other processes of the same. */
type ChangeListener = (tags: PageTag[], ids: number[]) => void;

type Connections = {
  path: string;
  reader: Connection;
  writer: Connection;
  /** Undefined in a rehearsal, which need not survive anything. */
  log: WriteAheadLog | undefined;
  /** Deeds that have not begun. */
  waiting: Deed[];
  /** Those under way: the next ones begin when they are over. */
  queue: Promise<unknown>;
  listeners: Set<ChangeListener>;
  hear: (error: Error) => void;
};

const place = Symbol.for("national-update.database");
const processWide = globalThis as { [place]?: Connections };

function connections(): Connections {
  processWide[place] ??= open();
  return processWide[place];
}

const open = (): Connections => connectTo(databasePath(), "writing");

function databasePath(): string {
  const path = dataPath("national-update.sqlite");
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  return path;
}

function connectTo(path: string, use: "writing" | "rehearsing"): Connections {
  const writer = connect(path, use);
  // Deeds do not wait in the engine, with the whole process, but ask again (commit-waiting.ts).
  writer.engine.pragma("busy_timeout = 0");
  const opened: Connections = {
    path,
    writer,
    log: use === "rehearsing" ? undefined : new WriteAheadLog(writer.engine, (error) => opened.hear(error)),
    reader: connect(path, "reading"),
    waiting: [],
    queue: Promise.resolve(),
    listeners: new Set(),
    hear: (error) => process.emitWarning(error),
  };
  return opened;
}

/**
 * Has this process read and write another file from now on, a copy of the database, until it calls what is returned.
 * For a command that tries something out: a process that serves anybody works on its own database only.
 */
export async function rehearseOn(path: string): Promise<() => Promise<void>> {
  const own = connections();
  if (own.listeners.size > 0) throw new Error("This process serves readers.");
  await own.queue;
  processWide[place] = connectTo(path, "rehearsing");
  return async () => {
    await closeDatabase();
    processWide[place] = own;
  };
}

/**
 * Brings the database to the newest schema. Run once at start, before anything reads. It has a connection of its own,
 * since one that has measured a table believes in what it found until it is closed.
 */
export function migrateDatabase(): void {
  const { orm, engine } = connect(databasePath(), "migrating");
  try {
    migrate(orm, { migrationsFolder: "db/migrations" });
    engine.transaction(indexWhatIsDue).immediate(engine);
    measureTables(engine);
  } finally {
    engine.close();
  }
}

/** The connection for reading. It cannot write, and sees only what has been committed. */
export const read = (): Reader => connections().reader.orm;

/** The engine itself, for the few files whose SQL is particular to it (full-text search, backups, query plans). */
export const readingEngine = (): Database.Database => connections().reader.engine;

/** Declares that a deed changed what readers see; the pages kept under these tags are rendered anew. */
export type Changed = (...tags: PageTag[]) => void;

/**
 * Runs a deed: all of it or nothing, one at a time in this process and, through BEGIN IMMEDIATE, on the machine. In the
 * moment in which it is committed, the tags it named reach this process's pages, other processes' within a second. The
 * promise resolves once it would survive a power cut; readers may see it before. The deed must not wait for anything but
 * the database, since all other deeds wait for it. Rejects with what `isDatabaseBusy` knows where another process has been
 * writing for ten seconds; nothing was done then.
 */
export function transaction<Value>(deed: (tx: Writer, changed: Changed) => Promise<Value>): Promise<Value> {
  const open = connections();
  return new Promise((resolve, reject) => {
    open.waiting.push({
      since: Date.now(),
      attempt: async () => {
        const changes = new ChangedTags();
        const value = await deed(open.writer.orm, (...named) => changes.add(named));
        indexWhatIsDue(open.writer.engine);
        const { tags } = changes;
        const ids = noteChanges(open.writer, tags);
        return {
          tell: () => {
            if (tags.length > 0) for (const listener of open.listeners) listener(tags, ids);
          },
          accept: () => resolve(value),
          refuse: reject,
        };
      },
      refuse: reject,
    });
    if (open.waiting.length === 1)
      open.queue = open.queue
        .then(() => commitWaiting(open.writer.engine, open.log, open.waiting))
        // Whatever it was: the deeds after it are done.
        .catch((error: Error) => open.hear(error));
  });
}

/** Does what no deed can do, when none is under way: with the engine itself, outside of a transaction, and with patience. */
export function betweenDeeds(work: (engine: Database.Database) => void): Promise<void> {
  const open = connections();
  const { engine } = open.writer;
  const worked = open.queue.then(() => {
    engine.pragma(`busy_timeout = ${PATIENCE}`);
    try {
      work(engine);
    } finally {
      engine.pragma("busy_timeout = 0");
    }
  });
  open.queue = worked.catch(() => undefined);
  return worked;
}

function noteChanges(writer: Connection, tags: readonly PageTag[]): number[] {
  if (tags.length === 0) return [];
  const at = new Date();
  const rows = tags.map((tag) => ({ tag, at }));
  const noted = writer.orm.insert(schema.change).values(rows).returning({ id: schema.change.id }).all();
  return noted.map(({ id }) => id);
}

export { isDatabaseBusy } from "./commit-waiting.ts";

/** The writing engine, for SQL inside a deed that drizzle cannot say. */
export const writingEngine = (): Database.Database => connections().writer.engine;

/** Calls back after each deed of this process that changed what readers see. Returns how to stop. */
export function onChange(listener: ChangeListener): () => void {
  const { listeners } = connections();
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Has `hear` told where disk or machine fail the database, also where no deed is refused for it. Else Node warns of it. */
export function hearOfDisk(hear: (error: Error) => void): void {
  connections().hear = hear;
}

/** Whether the database can be read, and no deed has waited in it for longer than the disk ever should take. */
export function isDatabaseWell(): boolean {
  try {
    const { reader, waiting } = connections();
    reader.engine.prepare("SELECT 1 FROM sqlite_schema").get();
    return Date.now() - (waiting[0]?.since ?? Date.now()) < 3 * PATIENCE;
  } catch {
    return false;
  }
}

/** Finishes the deed under way and closes both connections. */
export async function closeDatabase(): Promise<void> {
  const open = processWide[place];
  if (!open) return;
  await open.queue;
  await open.log?.close();
  open.reader.engine.close();
  open.writer.engine.close();
  delete processWide[place];
}
