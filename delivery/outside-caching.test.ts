import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { articleTag, commentsTag, type PageTag } from "#core/page-tags";
import { changeHeaders, keepingUntil, tagsForCaches } from "#delivery/outside-caching";
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

test("a page tells caches what it shows, however long they may keep it", async () => {
  for (const seconds of [5, 86_400]) {
    const { ask } = await runPublication(
      (_, { tags }) => {
        tags.add("latest");
        return html("news");
      },
      { caching: { seconds, whileRevalidating: 5 } },
    );
    assert.equal((await ask("/asia")).headers["cache-tag"], "latest");
  }
});

const aDay = { seconds: 86_400, whileRevalidating: 60 };

test("what caches are told of a page holds up to the very millisecond at which it is something else", () => {
  const changesAt = 1_000_000_000;
  const told = (now: number) => keepingUntil(aDay, changesAt, now);
  for (const left of [86_461_000, 86_460_999, 86_000_500, 3_600_000, 1_001, 1_000, 999, 1, 0, -1, -1_000]) {
    const { cacheControl, until } = told(changesAt - left);
    assert.ok(until >= changesAt - left, `${left}`);
    for (const moment of [changesAt - left, until - 1])
      assert.equal(told(moment).cacheControl, cacheControl, `${left}`);
    // Longer than a day is a day; less than two seconds are none.
    if (left > 2_000 && left < 86_400_000) assert.notEqual(told(until + 1_000).cacheControl, cacheControl);
  }
  assert.equal(told(changesAt - 5_500).cacheControl, "public, max-age=0, s-maxage=4, must-revalidate");
  assert.equal(keepingUntil(aDay, Number.POSITIVE_INFINITY, 0).until, Number.POSITIVE_INFINITY);
});

test("a day before an embargo lifts, whoever asks within one second is sent the same answer, and a second later another", async () => {
  const begin = 1_800_000_000_000;
  const lifts = begin + 3_600_000;
  mock.timers.enable({ apis: ["Date"], now: begin });
  const { ask, pages, rendered } = await runPublication(
    (_, context) => {
      context.changesAt = lifts;
      return html("soon");
    },
    { caching: aDay },
  );
  const sent = async () => {
    const { headers } = await ask("/", { headers: { connection: "keep-alive" } });
    return {
      seconds: headers["cache-control"]?.match(/s-maxage=(\d+)/)?.[1],
      answer: pages.fresh("/")?.ready.get("identity"),
    };
  };
  const first = await sent();
  assert.equal(first.seconds, "3599");
  mock.timers.setTime(begin + 1);
  const second = await sent();
  mock.timers.setTime(begin + 999);
  const third = await sent();
  mock.timers.setTime(begin + 1_001);
  const fourth = await sent();
  mock.timers.reset();
  assert.deepEqual([second.seconds, third.seconds, fourth.seconds], ["3598", "3598", "3597"]);
  assert.ok(second.answer !== undefined);
  assert.equal(third.answer, second.answer);
  assert.notEqual(fourth.answer, third.answer);
  assert.deepEqual(rendered, ["/"]);
});
