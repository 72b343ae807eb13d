import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import type { PageTag } from "#core/page-tags";
import { dataPath } from "./environment.ts";
import * as schema from "./schema.ts";
import { indexWhatIsDue } from "./search-index.ts";

/*
 * One process has one connection that writes and one that reads, whichever bundle asks: Next carries a copy of this
 * module of its own, and a second writer in the same thread would wait for a lock that only the first can release.
 */

function connect(path: string, readonly: boolean) {
  const engine = new Database(path, { readonly, timeout: 5_000 });
  engine.pragma("foreign_keys = ON");
  engine.pragma("cache_size = -65536");
  engine.pragma("mmap_size = 268435456");
  if (!readonly) {
    engine.pragma("journal_mode = WAL");
    // Re-opening a WAL database falls back to NORMAL, and a comment we said we took must survive a power cut.
    engine.pragma("synchronous = FULL");
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

type House = {
  path: string;
  reader: Connection;
  writer: Connection;
  /** The last deed in the queue: the next one begins when it is over. */
  queue: Promise<unknown>;
  listeners: Set<ChangeListener>;
};

const place = Symbol.for("national-update.database");
const processWide = globalThis as { [place]?: House };

function house(): House {
  processWide[place] ??= open();
  return processWide[place];
}

function open(): House {
  const path = dataPath("national-update.sqlite");
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const writer = connect(path, false);
  return { path, writer, reader: connect(path, true), queue: Promise.resolve(), listeners: new Set() };
}

/** Brings the database to the newest schema. Run once at start, before anything reads. */
export function migrateDatabase(): void {
  const { orm, engine } = house().writer;
  migrate(orm, { migrationsFolder: "db/migrations" });
  engine.transaction(indexWhatIsDue).immediate(engine);
  engine.pragma("optimize = 0x10002");
}

/** The connection for reading. It cannot write, and sees only what has been committed. */
export const read = (): Reader => house().reader.orm;

/** The engine itself, for the few files whose SQL is particular to it (full-text search, backups, query plans). */
export const readingEngine = (): Database.Database => house().reader.engine;

/** Declares that a deed changed what readers see; the pages kept under these tags are rendered anew. */
export type Changed = (...tags: PageTag[]) => void;

/**
 * Runs a deed: all of it or nothing, one at a time in this process and, through BEGIN IMMEDIATE, on the machine. Once it
 * is committed, the tags it named reach this process's pages before the promise resolves, other processes' within a
 * second. The deed must not wait for anything but the database, since all other deeds wait for it.
 */
export function transaction<Value>(deed: (tx: Writer, changed: Changed) => Promise<Value>): Promise<Value> {
  const { writer, listeners } = house();
  const run = async () => {
    const tags = new Set<PageTag>();
    let ids: number[] = [];
    writer.engine.exec("BEGIN IMMEDIATE");
    let value: Value;
    try {
      value = await deed(writer.orm, (...named) => {
        for (const tag of named) tags.add(tag);
      });
      indexWhatIsDue(writer.engine);
      if (tags.size > 0) {
        const at = new Date();
        const rows = [...tags].map((tag) => ({ tag, at }));
        ids = writer.orm
          .insert(schema.change)
          .values(rows)
          .returning({ id: schema.change.id })
          .all()
          .map((row) => row.id);
      }
      writer.engine.exec("COMMIT");
    } catch (error) {
      if (writer.engine.inTransaction) writer.engine.exec("ROLLBACK");
      throw error;
    }
    if (tags.size > 0) for (const listener of listeners) listener([...tags], ids);
    return value;
  };
  const mine = house().queue.then(run, run);
  house().queue = mine.catch(() => undefined);
  return mine;
}

/** The writing engine, for SQL inside a deed that drizzle cannot say. */
export const writingEngine = (): Database.Database => house().writer.engine;

/** Calls back after each deed of this process that changed what readers see. Returns how to stop. */
export function onChange(listener: ChangeListener): () => void {
  const { listeners } = house();
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Finishes the deed under way and closes both connections. */
export async function closeDatabase(): Promise<void> {
  const open = processWide[place];
  if (!open) return;
  await open.queue;
  open.reader.engine.close();
  open.writer.engine.close();
  delete processWide[place];
}
