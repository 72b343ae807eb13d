import assert from "node:assert/strict";
import { test } from "node:test";
import { explainReport } from "#core/comment-report";

test("a report is read in the words of its form, with what the reader added; anything else as it stands", () => {
  assert.equal(explainReport("abuse"), "It insults or threatens somebody");
  assert.equal(explainReport("other: See: the second line"), "Something else. “See: the second line”");
  assert.equal(explainReport("unknown: words"), "unknown: words");
});
