import assert from "node:assert/strict";
import { test } from "node:test";
import { calendarSpan, yearAndMonth } from "#core/calendar";

test("a month begins when it does in the zone of the publication", () => {
  assert.equal(calendarSpan(2026, 11, "Asia/Seoul").from.toISOString(), "2026-10-31T15:00:00.000Z");
  assert.equal(calendarSpan(2026, 12, "America/New_York").before.toISOString(), "2027-01-01T05:00:00.000Z");
  assert.equal(calendarSpan(2026, 4, "Europe/Berlin").from.toISOString(), "2026-03-31T22:00:00.000Z");
  assert.equal(calendarSpan(2026, undefined, "UTC").before.toISOString(), "2027-01-01T00:00:00.000Z");
});

test("a moment belongs to the month of the zone, not of Greenwich", () => {
  assert.deepEqual(yearAndMonth(new Date("2025-12-31T16:00:00Z"), "Asia/Seoul"), { year: 2026, month: 1 });
  assert.deepEqual(yearAndMonth(new Date("2026-01-01T01:00:00Z"), "America/New_York"), { year: 2025, month: 12 });
});
