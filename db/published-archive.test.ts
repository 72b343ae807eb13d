import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { test } from "node:test";
import { calendarSpan } from "#core/calendar";
import { listIdsBetween, listMonths } from "#db/published-archive";
import { addSection, publish } from "#db/testing/publication";

const now = new Date("2026-11-23T12:00:00Z");

test("an article belongs to the month in which the publication's own calendar had it", async () => {
  const sectionId = await addSection("asia");
  const atYearsEnd = new Date("2025-12-31T16:00:00Z");
  const first = await publish({ sectionId, slug: "one", publishedAt: atYearsEnd }, now);
  const second = await publish({ sectionId, slug: "two", publishedAt: new Date("2026-01-20T16:00:00Z") }, now);
  await publish({ sectionId, slug: "waits", publishedAt: new Date("2026-12-01T00:00:00Z") }, now);
  await publish({ sectionId, slug: "draft", state: "draft" }, now);
  assert.deepEqual(await listMonths("Asia/Seoul", now), [{ year: 2026, month: 1, articles: 2 }]);
  assert.deepEqual(await listMonths("UTC", now), [
    { year: 2026, month: 1, articles: 1 },
    { year: 2025, month: 12, articles: 1 },
  ]);
  const page = { limit: 10, offset: 0 };
  assert.deepEqual(await listIdsBetween(calendarSpan(2026, 1, "Asia/Seoul"), page, now), [first, second]);
  assert.deepEqual(await listIdsBetween(calendarSpan(2026, 1, "UTC"), page, now), [second]);
  assert.deepEqual(await listIdsBetween(calendarSpan(2026, 12, "UTC"), page, now), []);
});
