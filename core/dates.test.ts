import assert from "node:assert/strict";
import { test } from "node:test";
import { dayInWords } from "./dates.ts";

test("a date is printed as the day it was where the publication is", () => {
  const lateInLondon = new Date("2024-11-25T20:30:00Z");
  assert.equal(dayInWords(lateInLondon, "Asia/Seoul", "en-GB"), "26 November 2024");
  assert.equal(dayInWords(lateInLondon, "Europe/London", "en-GB"), "25 November 2024");
});

test("a date is in the order and the words of the language", () => {
  const moment = new Date("2024-11-26T00:00:00Z");
  assert.equal(dayInWords(moment, "UTC", "ko"), "2024년 11월 26일");
  assert.equal(dayInWords(moment, "UTC", "en-US"), "November 26, 2024");
});
