import { eq } from "drizzle-orm";
import { read } from "#db/client";
import { contributor } from "#db/schema";
import { aLiveArticleOf, expect, openToWrite, test, textOf, untilSaved, writeOn } from "./newsroom.ts";

test("an earlier version is compared in words and taken up again", async ({ colleague }) => {
  const mina = await colleague("editor", "Mina Seo");
  const id = await aLiveArticleOf(mina, "Twice told");
  await openToWrite(mina.page, id);
  await writeOn(mina.page, " A second sentence.");
  await untilSaved(mina.page);
  await mina.page.getByRole("link", { name: "Versions" }).click();
  await expect(mina.page.locator("ins")).toContainText("A second sentence.");
  await mina.page.getByRole("link", { name: /published/ }).click();
  await mina.page.getByRole("button", { name: "Go on from this version" }).click();
  await expect(textOf(mina.page)).toHaveText("The first sentence.");
});

test("any two versions are compared, with their bylines, picture texts, section and topics", async ({ colleague }) => {
  const mina = await colleague("editor", "Mina Seo");
  const { page } = mina;
  const id = await aLiveArticleOf(mina, "Three tellings");
  await openToWrite(page, id);
  await page.getByLabel("Kicker").fill("Harbours");
  await page.getByLabel("Add somebody").fill("Ines Maru");
  await expect(page.getByRole("button", { name: "Add “Ines Maru” as a new contributor" })).toBeVisible();
  // Not before the desk has looked for the name; after that, however often, one person is added.
  await expect(async () => {
    await page.getByLabel("Add somebody").press("Enter");
    await page.getByLabel("Add somebody").press("Enter");
    await expect(page.getByLabel(/^Affiliation of Ines Maru/)).toBeVisible({ timeout: 500 });
  }).toPass();
  expect(read().select().from(contributor).where(eq(contributor.name, "Ines Maru")).all()).toHaveLength(1);
  await expect(page.getByLabel("Add somebody")).toBeFocused();
  await page.getByLabel(/^Address/).fill("thrice-told");
  await page.getByRole("button", { name: "Save section, address and topics" }).click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  await untilSaved(page);
  await page.getByRole("button", { name: "Publish the change" }).click();
  await expect(page.getByText("Published.", { exact: true })).toBeVisible();
  await page.getByLabel("Standfirst").fill("Told a third time.");
  await untilSaved(page);

  await page.getByRole("link", { name: "Versions" }).click();
  const part = (name: string) => page.locator("dl > div").filter({ has: page.locator("dt", { hasText: name }) });
  await expect(part("Standfirst").locator("ins")).toHaveText("Told a third time.");
  await expect(part("Kicker")).toHaveCount(0);
  await page.getByLabel("Compare with").selectOption({ index: 1 });
  await page.getByRole("button", { name: "Compare" }).click();
  await expect(part("Standfirst").locator("ins")).toHaveText("Told a third time.");
  await expect(part("Kicker").locator("ins")).toHaveText("Harbours");
  await expect(part("Byline").locator("ins")).toHaveText("Ines Maru");
  await expect(part("Section and address").locator("ins")).toContainText("/thrice-told");
  // A version that is not there is no error, and the newest is compared with the one before.
  await page.goto(`/desk/articles/${id}/versions?version=999&with=998`);
  await expect(part("Standfirst").locator("ins")).toHaveText("Told a third time.");
});
