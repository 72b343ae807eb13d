import assert from "node:assert/strict";
import { test } from "node:test";
import { movedInWords } from "#core/moved-in-words";

test("one article is not said to be several, and none is said plainly", () => {
  assert.deepEqual(movedInWords(1, []), { sentence: "1 article changed.", lines: [] });
  assert.equal(movedInWords(12, []).sentence, "12 articles changed.");
  assert.equal(
    movedInWords(0, [{ headline: "", reason: "not-found" }]).sentence,
    "No article was changed. 1 left as before:",
  );
});

test("what was left is named with its reason; what somebody may not open has no name", () => {
  const { lines } = movedInWords(1, [
    { headline: "The quay", reason: "nothing-to-change" },
    { headline: "", reason: "not-found" },
  ]);
  assert.deepEqual(lines, ["“The quay”: stands there already.", "An article: no longer there."]);
});
