import { type Placeholder, sql } from "drizzle-orm";
import { type Reader, read } from "./client.ts";

/**
 * A statement that is built and compiled once for a connection, for the queries every page runs: building one costs
 * several times what running it does. `sql.placeholder` names what differs from call to call.
 */
export function prepared<Statement>(prepare: (reader: Reader) => Statement): () => Statement {
  const known = new WeakMap<Reader, Statement>();
  return () => {
    const reader = read();
    let statement = known.get(reader);
    if (statement === undefined) {
      statement = prepare(reader);
      known.set(reader, statement);
    }
    return statement;
  };
}

/**
 * The same for a statement about a list of numbers, of which there is at least one. It is prepared for a few lengths
 * only (1, 2, 4, 8 …); a shorter list is filled up with its last number, which finds nothing twice.
 */
export function preparedForList<Statement>(prepare: (reader: Reader, numbers: Placeholder[]) => Statement) {
  const known = new Map<number, () => Statement>();
  return (numbers: readonly number[]): { statement: Statement; values: Record<string, number> } => {
    const length = 2 ** Math.ceil(Math.log2(numbers.length));
    const names = Array.from({ length }, (_, place) => `number${place}`);
    let statement = known.get(length);
    if (!statement) {
      const placeholders = names.map((name) => sql.placeholder(name));
      statement = prepared((reader) => prepare(reader, placeholders));
      known.set(length, statement);
    }
    const last = numbers.length - 1;
    const values = names.map((name, place) => [name, numbers[Math.min(place, last)] as number]);
    return { statement: statement(), values: Object.fromEntries(values) };
  };
}
