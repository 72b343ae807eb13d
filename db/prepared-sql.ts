import type { Database, Statement } from "better-sqlite3";
import type { SQL } from "drizzle-orm";
import { SQLiteSyncDialect } from "drizzle-orm/sqlite-core";
import { readingEngine } from "./client.ts";

const dialect = new SQLiteSyncDialect();
const compiled = new WeakMap<Database, Map<string, Statement<unknown[]>>>();
const MOST_COMPILED = 200;

/**
 * The rows of a query written in the engine's own SQL. It is compiled at its first use and kept, since compiling one that
 * asks the full-text index takes longer than answering it. What differs from call to call must be a parameter.
 */
export function listBySql<Row>(query: SQL): Row[] {
  const engine = readingEngine();
  const { sql, params } = dialect.sqlToQuery(query);
  const known = compiled.get(engine) ?? new Map<string, Statement<unknown[]>>();
  compiled.set(engine, known);
  let statement = known.get(sql);
  if (!statement) {
    if (known.size === MOST_COMPILED) known.clear();
    statement = engine.prepare(sql);
    known.set(sql, statement);
  }
  return statement.all(...params) as Row[];
}
