import type { Page } from "playwright/test";
import { expect, test, untilAwake } from "./newsroom.ts";

const question = (page: Page) => page.getByRole("dialog", { name: "Leave without sending?" });
const follow = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "The desk" }).first().getByRole("link", { name, exact: true }).click();
const answer = (page: Page, name: "Stay here" | "Leave") => question(page).getByRole("button", { name }).click();
const about = (page: Page) => page.getByLabel("About", { exact: true });

/** Does not wait for a way back that may be held up. */
const goBack = (page: Page) => page.evaluate(() => history.back());

/** Opens the page on which somebody is added by a link, as whoever works there does. */
async function addSomebody(page: Page): Promise<void> {
  await follow(page, "People");
  await page.getByRole("link", { name: "Add somebody" }).click();
  await expect(about(page)).toBeVisible();
  await untilAwake(about(page));
}

test("a link asks once before typed words are left behind, and nothing where nothing was changed", async ({
  colleague,
}) => {
  const { page } = await colleague("editor", "Mina Seo");
  await page.goto("/desk");
  await addSomebody(page);
  await follow(page, "Redirects");
  await expect(page).toHaveURL(/\/desk\/redirects$/);

  await addSomebody(page);
  await about(page).fill("Writes about quays.");
  await page.getByLabel("Affiliation now").fill("Harbour Institute");
  await follow(page, "Redirects");
  await expect(question(page)).toBeVisible();
  await expect(page).toHaveURL(/\/desk\/contributors\/new$/);
  await answer(page, "Stay here");
  await expect(about(page)).toHaveValue("Writes about quays.");
  await follow(page, "Redirects");
  await answer(page, "Leave");
  await expect(page).toHaveURL(/\/desk\/redirects$/);
  await expect(question(page)).toBeHidden();
  await follow(page, "Articles");
  await expect(page).toHaveURL(/\/desk\/articles$/);

  // Typed and taken back is nothing changed.
  await addSomebody(page);
  await about(page).fill("Nobody yet");
  await about(page).fill("");
  await follow(page, "Redirects");
  await expect(page).toHaveURL(/\/desk\/redirects$/);
});

test("what was refused is still unsent; what was taken, or only searched for, is not asked about", async ({
  colleague,
}) => {
  const { page } = await colleague("editor", "Mina Seo");
  await page.goto("/desk");
  await addSomebody(page);
  await about(page).fill("Has no name.");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByText("Please give a name.")).toBeVisible();
  await follow(page, "Redirects");
  await answer(page, "Stay here");
  await expect(about(page)).toHaveValue("Has no name.");

  await page.getByLabel("Name", { exact: true }).fill("Ines Quell");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page).toHaveURL(/\/desk\/contributors\/\d+$/);
  await untilAwake(about(page));
  await about(page).fill("Has one now.");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved. What was printed")).toBeVisible();
  await follow(page, "People");
  await expect(page).toHaveURL(/\/desk\/contributors$/);
  await page.getByLabel("Search people").fill("Ines");
  await follow(page, "Redirects");
  await expect(page).toHaveURL(/\/desk\/redirects$/);
});

test("the way back asks as well, and the browser asks before the page is closed", async ({ colleague }) => {
  const { page } = await colleague("editor", "Mina Seo");
  await page.goto("/desk");
  await addSomebody(page);
  await about(page).click();
  await page.keyboard.type("Writes about piers.");
  await goBack(page);
  await expect(question(page)).toBeVisible();
  await answer(page, "Stay here");
  await expect(page).toHaveURL(/\/desk\/contributors\/new$/);
  await expect(about(page)).toHaveValue("Writes about piers.");

  const asked: string[] = [];
  page.on("dialog", async (dialog) => {
    asked.push(dialog.type());
    await (asked.length === 1 ? dialog.dismiss() : dialog.accept());
  });
  const viewSite = page.getByRole("link", { name: "View site" }).first();
  await viewSite.click({ noWaitAfter: true });
  await expect.poll(() => asked).toEqual(["beforeunload"]);
  await expect(about(page)).toHaveValue("Writes about piers.");
  await viewSite.click();
  await expect(page).toHaveURL(/\/$/);
  expect(asked).toEqual(["beforeunload", "beforeunload"]);

  await page.goto("/desk");
  await addSomebody(page);
  await about(page).click();
  await page.keyboard.type("Again.");
  await goBack(page);
  await answer(page, "Leave");
  await expect(page).toHaveURL(/\/desk\/contributors$/);
  // Nothing is left that could be asked about.
  await page.getByRole("link", { name: "View site" }).first().click();
  await expect(page).toHaveURL(/\/$/);
  expect(asked).toHaveLength(2);
});

test("with scripts off links lead on as ever", async ({ colleague, reader }) => {
  const { context } = await colleague("editor", "Mina Seo");
  const page = await reader({ javaScriptEnabled: false, storageState: await context.storageState() });
  await page.goto("/desk/contributors/new");
  await about(page).fill("Writes about quays.");
  await follow(page, "Redirects");
  await expect(page).toHaveURL(/\/desk\/redirects$/);
});
