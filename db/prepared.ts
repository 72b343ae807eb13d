import { type Placeholder, sql } from "drizzle-orm";
import { type Reader, read } from "./client.ts";

/**
 * A statement that is built and compiled once for a connection, for the queries every page runs: building one costs
 * several times what running it does. `sql.placeholder` names what differs from call to call.
 */
export function prepared<Statement>(prepare: (reader: Reader) => Statement): () => Statement {
  const statement = preparedOn(prepare);
  return () => statement(read());
}

/** The same for whichever connection asks: the reading one, or that of the deed under way. */
export function preparedOn<Connection extends object, Statement>(
  prepare: (on: Connection) => Statement,
): (on: Connection) => Statement {
  const known = new WeakMap<Connection, Statement>();
  return (on) => {
    let statement = known.get(on);
    if (statement === undefined) {
      statement = prepare(on);
      known.set(on, statement);
    }
    return statement;
  };
}

/**
 * The same for a statement about a list of numbers or texts, of which there is at least one. It is prepared for a few
 * lengths only (1, 2, 4, 8 …); a shorter list is filled up with its last entry, which finds nothing twice.
 */
export function preparedForList<Statement>(prepare: (reader: Reader, entries: Placeholder[]) => Statement) {
  const known = new Map<number, (on: Reader) => Statement>();
  return <Entry extends number | string>(
    entries: readonly Entry[],
    on: Reader = read(),
  ): { statement: Statement; values: Record<string, Entry> } => {
    const length = 2 ** Math.ceil(Math.log2(entries.length));
    const names = Array.from({ length }, (_, place) => `entry${place}`);
    let statement = known.get(length);
    if (!statement) {
      const placeholders = names.map((name) => sql.placeholder(name));
      statement = preparedOn((reader) => prepare(reader, placeholders));
      known.set(length, statement);
    }
    const last = entries.length - 1;
    const values = names.map((name, place) => [name, entries[Math.min(place, last)] as Entry]);
    return { statement: statement(on), values: Object.fromEntries(values) };
  };
}
