import { sqliteTable } from "drizzle-orm/sqlite-core";
import { bytes, count, id, oneOf, words } from "../columns.ts";

/** The server through which letters go out, where the environment names none. One row, or none. */
export const mailServer = sqliteTable("mail_server", {
  id: id(),
  host: words("host").notNull(),
  port: count("port").notNull(),
  security: oneOf("security", ["starttls", "tls", "none"]).notNull(),
  username: words("username").notNull().default(""),
  /** Encrypted for this row; null for none. */
  password: bytes("password"),
  sender: words("sender").notNull().default(""),
});
