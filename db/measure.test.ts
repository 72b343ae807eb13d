import "./testing/temporary-database.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import type Database from "better-sqlite3";
import { readingEngine, writingEngine } from "./client.ts";
import { dataPath } from "./environment.ts";
import { measureAnew } from "./measure.ts";
import { addPublishedArticle } from "./testing/an-article.ts";
import { DATABASE_FILE } from "./whole-database.ts";

const path = () => dataPath(DATABASE_FILE);
const sizeOf = (engine: Database.Database, table: string) =>
  Number(engine.prepare("select max(cast(stat as integer)) from sqlite_stat1 where tbl = ?").pluck().get(table));
const schemaOf = (engine: Database.Database) => engine.pragma("schema_version", { simple: true });

test("what has grown is measured again, everybody is told, and the sizes of the index are forgotten", async () => {
  for (let number = 0; number < 15; number += 1) await addPublishedArticle();
  const before = schemaOf(readingEngine());
  assert.equal(measureAnew(path()), true);
  assert.ok(sizeOf(readingEngine(), "article") >= 15);
  assert.notEqual(schemaOf(readingEngine()), before);
  assert.equal(sizeOf(readingEngine(), "search_index_data"), 0);
});

test("while somebody writes nothing is measured, and nobody waits", () => {
  const engine = writingEngine();
  engine.exec("BEGIN IMMEDIATE");
  const began = Date.now();
  assert.equal(measureAnew(path()), false);
  assert.ok(Date.now() - began < 500);
  engine.exec("ROLLBACK");
  assert.equal(measureAnew(path()), true);
});
