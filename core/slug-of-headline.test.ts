import assert from "node:assert/strict";
import { test } from "node:test";
import { followsHeadline, slugOfHeadline } from "#core/slug-of-headline";

test("an address follows its headline until somebody sets it", () => {
  assert.equal(slugOfHeadline("The ferry sails"), "the-ferry-sails");
  assert.ok(followsHeadline("the-ferry-sails", "The ferry sails"));
  assert.ok(followsHeadline("the-ferry-sails-2", "The ferry sails"));
  assert.ok(!followsHeadline("ferries", "The ferry sails"));
  assert.ok(!followsHeadline("the-ferry-sails-again", "The ferry sails"));
});

test("an article without a headline is untitled, and one of signs alone is too", () => {
  assert.equal(slugOfHeadline(""), "untitled");
  assert.equal(slugOfHeadline("…?!"), "untitled");
  assert.ok(followsHeadline("untitled-14", ""));
});
