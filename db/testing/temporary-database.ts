import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";

/*
 * Import this first in a test file: each test file is a process of its own under `node --test`, and this gives it a
 * fresh publication in a folder of its own, taken away at the end.
 */
const folder = mkdtempSync(join(tmpdir(), "national-update-test-"));
process.env.DATA_DIR = folder;

const { closeDatabase, migrateDatabase } = await import("#db/client");
migrateDatabase();

after(async () => {
  await closeDatabase();
  rmSync(folder, { recursive: true, force: true });
});
