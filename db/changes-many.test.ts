import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { test } from "node:test";
import { articleTag } from "#core/page-tags";
import { read, transaction } from "#db/client";
import { change } from "#db/schema";

test("a deed may change more than one SQL statement can name, as a large import does", async () => {
  await transaction(async (_tx, changed) => {
    for (let id = 1; id <= 40_000; id += 1) changed(articleTag(id));
  });
  assert.equal(read().select({ id: change.id }).from(change).all().length, 40_000);
});
