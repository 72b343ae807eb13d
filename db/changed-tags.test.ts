import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { test } from "node:test";
import { articleTag, latestTag, type PageTag, tagsOfEveryPage } from "#core/page-tags";
import { listChangesAfter } from "#db/changes";
import { onChange, transaction } from "#db/client";

const change = (...tags: PageTag[]) =>
  transaction(async (_tx, changed) => {
    for (const tag of tags) changed(tag);
  });

test("a deed tells this process and others of each thing it changed, once", async () => {
  const told: PageTag[][] = [];
  const stop = onChange((tags) => told.push(tags));
  await change(articleTag(1), latestTag, articleTag(1));
  stop();
  assert.deepEqual(told, [[articleTag(1), latestTag]]);
  assert.deepEqual(
    (await listChangesAfter(0)).map(({ tag }) => tag),
    [articleTag(1), latestTag],
  );
});

test("a deed that changes thousands of things, as a large import does, has every page rendered anew", async () => {
  const [last] = (await listChangesAfter(0)).slice(-1);
  await change(...Array.from({ length: 40_000 }, (_, id) => articleTag(id)), latestTag);
  assert.deepEqual(
    (await listChangesAfter(last?.id ?? 0)).map(({ tag }) => tag),
    [...tagsOfEveryPage],
  );
});
