import { blob, integer, text } from "drizzle-orm/sqlite-core";

/**
 * The kinds of column the schema is made of, on SQLite. Another engine is another version of this file, with the same
 * names; nothing else in `schema/` may name an engine's type.
 */

/** The row's number, given by the database and never given twice. */
export const id = () => integer("id").primaryKey({ autoIncrement: true });

/** A number that names a row of another table. */
export const reference = (name: string) => integer(name);

/** A moment in time, to the millisecond, without a zone. */
export const moment = (name: string) => integer(name, { mode: "timestamp_ms" });

export const count = (name: string) => integer(name);

export const flag = (name: string) => integer(name, { mode: "boolean" });

export const words = (name: string) => text(name);

/** One of a closed list of words. */
export const oneOf = <const Words extends [string, ...string[]]>(name: string, list: Words) =>
  text(name, { enum: list });

/** A structured value, kept as JSON text. Whoever reads it back trusts what was checked on the way in. */
export const structured = <Shape>(name: string) => text(name, { mode: "json" }).$type<Shape>();

export const bytes = (name: string) => blob(name, { mode: "buffer" });
