import Database from "better-sqlite3";
import { dataPath } from "#db/environment";

/** Another process that has begun to write, an import say. */
export function anotherWriter(): { end: () => void } {
  const engine = new Database(dataPath("national-update.sqlite"));
  engine.exec("BEGIN IMMEDIATE");
  return {
    end: () => {
      engine.exec("ROLLBACK");
      engine.close();
    },
  };
}
