import assert from "node:assert/strict";
import { test } from "node:test";
import { localTime, momentAt } from "#core/local-time";

const at = (local: string, zone: string) => momentAt(local, zone)?.toISOString();

test("nine in the morning is nine in the publication's zone", () => {
  assert.equal(at("2026-11-23T09:00", "Asia/Seoul"), "2026-11-23T00:00:00.000Z");
  assert.equal(at("2026-07-01T09:00", "Europe/London"), "2026-07-01T08:00:00.000Z");
  assert.equal(localTime(new Date("2026-07-01T08:00:00Z"), "Europe/London"), "2026-07-01T09:00");
});

test("a time that summer time skips is the hour after, and one that comes twice is its first coming", () => {
  assert.equal(at("2026-03-29T01:30", "Europe/London"), "2026-03-29T01:30:00.000Z");
  assert.equal(at("2026-10-25T01:30", "Europe/London"), "2026-10-25T00:30:00.000Z");
});

test("what is no time is none", () => {
  for (const words of ["", "tomorrow", "2026-02-30T09:00", "2026-11-23", "2026-11-23T25:00"]) {
    assert.equal(momentAt(words, "UTC"), undefined);
  }
});
