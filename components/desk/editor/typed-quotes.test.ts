import assert from "node:assert/strict";
import { test } from "node:test";
import { typedQuote, typedSigns } from "./typed-quotes.ts";

/** The line as it comes out when it is typed sign by sign. */
function typed(line: string, language: string): string {
  let text = "";
  for (const sign of line) text += sign === '"' || sign === "'" ? typedQuote(sign, text, language) : sign;
  return text;
}

test("quotation marks are those of the language", () => {
  assert.equal(typed('She said "go" (or "wait").', "en-GB"), "She said “go” (or “wait”).");
  assert.equal(typed('Er sagte "los".', "de"), "Er sagte „los“.");
  assert.equal(typed('Il dit "oui".', "fr"), "Il dit «\u202foui\u202f».");
  assert.equal(typed('그는 "가자"고', "ko"), "그는 “가자”고");
});

test("an apostrophe is one in every language, and inner quotations open and close", () => {
  assert.equal(typed("The harbour's 'new' quay", "en"), "The harbour’s ‘new’ quay");
  assert.equal(typed("l'eau", "fr"), "l’eau");
});

test("a language nobody listed is set as English is", () => {
  assert.equal(typed('"x"', "tlh"), "“x”");
});

test("two hyphens are a dash, three points an ellipsis, and one hyphen stays", () => {
  assert.deepEqual(typedSigns("a --"), { drop: 2, put: "–" });
  assert.deepEqual(typedSigns("a –-"), { drop: 2, put: "—" });
  assert.deepEqual(typedSigns("well..."), { drop: 3, put: "…" });
  assert.equal(typedSigns("well-"), undefined);
});
