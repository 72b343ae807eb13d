import { eq } from "drizzle-orm";
import { takeStep } from "#db/articles/take-step";
import { read } from "#db/client";
import { article } from "#db/schema";
import { aDraftOf, expect, openToWrite, test, textOf, writeOn } from "./newsroom.ts";

test("an embargo is taken back after somebody has typed on, and nothing goes out", async ({ colleague }) => {
  const mina = await colleague("editor", "Mina Seo");
  const id = await aDraftOf(mina, "The tide comes at nine");
  const at = new Date(Date.now() + 3_600_000);
  const scheduled = await takeStep(
    { staffId: mina.staffId, name: mina.name },
    id,
    { verb: "schedule", version: 2, at },
    new Date(),
  );
  expect(scheduled.ok).toBe(true);
  await openToWrite(mina.page, id);
  await expect(mina.page.getByRole("button", { name: "Take off the schedule" })).toBeVisible();
  await writeOn(mina.page, " Or at ten.");
  await expect(mina.page.getByText("without what was typed since")).toBeVisible();
  await mina.page.getByRole("button", { name: "Take back the schedule" }).click();
  await expect(mina.page.getByText("Taken off the schedule.")).toBeVisible();
  await expect(mina.page.getByText(/^Goes out/)).toHaveCount(0);
  await expect(mina.page.getByRole("button", { name: "Take back the schedule" })).toHaveCount(0);
  await expect(textOf(mina.page)).toContainText("Or at ten.");
  const row = read().select().from(article).where(eq(article.id, id)).get();
  expect([row?.state, row?.publishedAt]).toEqual(["draft", null]);
});
