import assert from "node:assert/strict";
import { test } from "node:test";
import { kindsInOrder, reasonInGeneral } from "#core/report-reason";

test("a reason in general leaves out what differs from thing to thing", () => {
  assert.equal(
    reasonInGeneral("18 pictures (a.jpg and others): a card leads to where each was"),
    "pictures: a card leads to where each was",
  );
  assert.equal(reasonInGeneral("left out: 1 link (javascript:alert(1))"), "left out: 1 link");
  assert.equal(reasonInGeneral("it lay in the bin"), "it lay in the bin");
});

test("a report begins with what a publication is made of, and ends with what has no place here", () => {
  const counts = { "menu entries": 70, topics: 1, comments: 29, articles: 58, widgets: 2 };
  assert.deepEqual(
    kindsInOrder(counts).map(([kind]) => kind),
    ["articles", "comments", "topics", "menu entries", "widgets"],
  );
});
