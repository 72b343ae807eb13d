import { readFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { z } from "zod";
import { accept, type Result, refuse } from "#core/result";
import { readingEngine } from "./client.ts";

/*
 * The database as one file, for backups. This is SQLite's own business: another engine brings its own dump, and its own
 * version of this file.
 */

/** The name of the database within the data folder. */
export const DATABASE_FILE = "national-update.sqlite";

/** Copies the database as it is at one moment, while others read and write. `progress`: parts of it done, 0 to 1. */
export async function copyDatabase(to: string, progress?: (part: number) => void): Promise<void> {
  const engine = readingEngine();
  // Held to one moment: else every comment that comes meanwhile would make the copy begin again.
  engine.exec("BEGIN; SELECT 1 FROM sqlite_schema");
  try {
    await engine.backup(to, {
      progress: ({ totalPages, remainingPages }) => {
        progress?.(totalPages === 0 ? 0 : 1 - remainingPages / totalPages);
        return 1_000;
      },
    });
  } finally {
    engine.exec("ROLLBACK");
  }
  // A file by itself: without this it would wait for a log beside it.
  const copy = new Database(to);
  copy.pragma("journal_mode = delete");
  copy.close();
}

export type DatabaseFlaw = "no-database" | "damaged" | "from-newer-software";

const journal = z.object({ entries: z.array(z.object({ when: z.number() })) });

/** Whether a file is a whole database that this software, perhaps after migrating it, can open. Changes nothing in it. */
export function checkDatabaseFile(path: string): Result<{ articles: number; hashes: string[] }, DatabaseFlaw> {
  let engine: Database.Database;
  try {
    engine = new Database(path, { readonly: true, fileMustExist: true });
  } catch {
    return refuse("no-database");
  }
  try {
    if (engine.pragma("integrity_check", { simple: true }) !== "ok") return refuse("damaged");
    if (z.array(z.unknown()).parse(engine.pragma("foreign_key_check")).length > 0) return refuse("damaged");
    const newest = z.number().parse(engine.prepare("select max(created_at) from __drizzle_migrations").pluck().get());
    const ours = journal.parse(JSON.parse(readFileSync(join("db", "migrations", "meta", "_journal.json"), "utf8")));
    if (newest > Math.max(...ours.entries.map(({ when }) => when))) return refuse("from-newer-software");
    const articles = z.number().parse(engine.prepare("select count(*) from article").pluck().get());
    const hashes = z.array(z.string()).parse(engine.prepare("select hash from media").pluck().all());
    return accept({ articles, hashes });
  } catch {
    return refuse("damaged");
  } finally {
    engine.close();
  }
}

/** Whether another process has the database of a data folder open. */
export function isDatabaseInUse(path: string): boolean {
  let engine: Database.Database | undefined;
  try {
    engine = new Database(path, { fileMustExist: true, timeout: 200 });
    // Leaving the log behind needs to be alone with the file.
    return engine.pragma("journal_mode = delete", { simple: true }) !== "delete";
  } catch (error) {
    return error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_BUSY");
  } finally {
    engine?.close();
  }
}
