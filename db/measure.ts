import Database from "better-sqlite3";

/*
 * What SQLite believes about the sizes of its tables, by which it chooses how to answer a query. It looks by itself for
 * what has grown or shrunk tenfold since it was last measured, so most measurings are over at once.
 */

/** Measures all tables. For a connection that is closed afterwards: one that has measured believes in what it found. */
export function measureTables(engine: Database.Database): void {
  engine.pragma("optimize = 0x10012");
  forgetSizeOfIndex(engine);
}

/**
 * Measures again while the publication is being served, and has all connections read what was found. False where
 * somebody else is writing: nobody is kept waiting for this.
 */
export function measureAnew(path: string): boolean {
  const engine = new Database(path, { timeout: 0 });
  try {
    engine.exec("BEGIN IMMEDIATE");
  } catch {
    engine.close();
    return false;
  }
  try {
    measureTables(engine);
    // Other connections look again only when the schema has changed.
    engine.exec("CREATE TABLE measured (at); DROP TABLE measured");
    engine.exec("COMMIT");
    return true;
  } finally {
    engine.close();
  }
}

/**
 * The full-text index keeps itself in tables of its own. Measured when they are all but empty, they would be read from
 * end to end for every text that is added, which at 25,000 articles takes twenty times as long.
 */
function forgetSizeOfIndex(engine: Database.Database): void {
  for (const table of ["sqlite_stat1", "sqlite_stat4"]) {
    const isThere = engine.prepare("select 1 from sqlite_schema where name = ?").get(table);
    if (isThere) engine.exec(`DELETE FROM ${table} WHERE tbl LIKE 'search_index_%'`);
  }
}
