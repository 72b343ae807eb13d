import { type Reader, read } from "./client.ts";

/**
 * A statement that is built and compiled once for a connection, for the queries every page runs. `sql.placeholder` names
 * what differs from call to call.
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
