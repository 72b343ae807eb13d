import assert from "node:assert/strict";
import { test } from "node:test";
import { articleTag, commentsTag, type PageTag } from "#core/page-tags";
import { changeHeaders, tagsForCaches } from "#delivery/outside-caching";
import { html, runPublication } from "#delivery/testing/running-publication";

const front = (cards: number): PageTag[] => [
  "latest",
  ...Array.from({ length: cards }, (_, at) => [articleTag(90_000 + at), commentsTag(90_000 + at)]).flat(),
];
/** As Varnish does with the very words of a purge. */
const letsGo = (tag: PageTag, kept: string) =>
  new RegExp(`(^|,)(${changeHeaders([tag])["X-Purge-Tags"]})(,|$)`).test(kept);

test("a page of ordinary size says what it shows, and goes when that changes and not otherwise", () => {
  const kept = tagsForCaches(front(80));
  assert.match(kept, /^latest,article:90000,comments:90000,/);
  assert.equal(letsGo("comments:90079", kept), true);
  assert.equal(letsGo("comments:9007", kept), false);
  assert.deepEqual(changeHeaders(["latest", "article:1"]), {
    "Cache-Tag": "latest,article:1,any",
    "X-Purge-Tags": "latest|article:1|any",
  });
});

test("no page says more of what it shows than every server on the way takes; it goes at any change", () => {
  for (const cards of [80, 200, 5_000]) assert.ok(tagsForCaches(front(cards)).length <= 3_000);
  for (const tag of ["comments:94999", "topic:1"] as const)
    assert.equal(letsGo(tag, tagsForCaches(front(5_000))), true);
});

test("only caches that are told of changes are told what a page shows", async () => {
  for (const areToldOfChanges of [true, false]) {
    const { ask } = await runPublication(
      (_, { tags }) => {
        tags.add("latest");
        return html("news");
      },
      { caching: { seconds: 60, whileRevalidating: 30, areToldOfChanges } },
    );
    assert.equal((await ask("/asia")).headers["cache-tag"], areToldOfChanges ? "latest" : undefined);
  }
});
