import assert from "node:assert/strict";
import { test } from "node:test";
import { textDirection } from "./language.ts";

test("Arabic, Hebrew and Urdu are written from the right, whatever their region", () => {
  for (const language of ["ar", "he-IL", "ur-PK", "az-Arab"]) assert.equal(textDirection(language), "rtl", language);
});

test("everything else, and what is no language, is written from the left", () => {
  for (const language of ["en-GB", "ko", "az", "not a language"])
    assert.equal(textDirection(language), "ltr", language);
});
