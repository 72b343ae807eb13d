import type { Page } from "playwright/test";
import { takeStep } from "#db/articles/take-step";
import { nameTranslation } from "#db/articles/translations";
import { theSoftware } from "#db/log";
import { setLanguage } from "#db/testing/publication";
import { aDraftOf, aLiveArticleOf, expect, openToWrite, pathOf, test } from "./newsroom.ts";

const part = (page: Page) => page.locator("details").filter({ has: page.getByText("Translations", { exact: true }) });

async function openTranslations(page: Page, id: number) {
  await openToWrite(page, id);
  await part(page).getByText("Translations", { exact: true }).click();
  return part(page);
}

/** The page as readers get it, once its head says `hreflang` of so many addresses. */
async function alternatesOf(page: Page, path: string, count: number) {
  await expect(async () => {
    await page.goto(path);
    await expect(page.locator('link[rel="alternate"][hreflang]')).toHaveCount(count, { timeout: 300 });
  }).toPass();
  return page
    .locator('link[rel="alternate"][hreflang]')
    .evaluateAll((links) =>
      links.map((link) => `${link.getAttribute("hreflang")} ${new URL((link as HTMLLinkElement).href).pathname}`),
    );
}

test("an editor names a translation, and readers go from one to the other", async ({ colleague, page: reader }) => {
  const mina = await colleague("editor", "Mina Seo");
  const english = await aLiveArticleOf(mina, "The night ferry sails again");
  const korean = await aDraftOf(mina, "밤배가 다시 뜬다");
  await setLanguage(korean, "ko");

  const panel = await openTranslations(mina.page, korean);
  await panel.getByLabel("This is a translation of").fill("night ferry");
  await panel.getByRole("button", { name: /The night ferry sails again/ }).click();
  await expect(panel.getByRole("status")).toHaveText("Saved.");
  await expect(panel.getByRole("listitem")).toContainText("British English, published, the original");

  // A draft is nobody's to know of; once it is published, the page of the other tells of it at the next request.
  expect(await alternatesOf(reader, pathOf(english), 0)).toEqual([]);
  const published = await takeStep(theSoftware, korean, { verb: "publish", version: 2 }, new Date());
  expect(published.ok).toBe(true);
  const both = [`en-GB ${pathOf(english)}`, `ko ${pathOf(korean)}`, `x-default ${pathOf(english)}`];
  expect(await alternatesOf(reader, pathOf(english), 3)).toEqual(both);
  const link = reader.getByRole("link", { name: "한국어" });
  await expect(link).toHaveAttribute("lang", "ko");
  await link.click();
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText("밤배가 다시 뜬다");
  expect(await alternatesOf(reader, pathOf(korean), 3)).toEqual(both);
  await expect(reader.getByText("Also in English")).toBeVisible();

  const sitemap = await (await reader.request.get("/sitemap/articles-1.xml")).text();
  expect(sitemap.match(/<xhtml:link rel="alternate" hreflang="ko"/g)).toHaveLength(2);

  const withdrawn = await takeStep(theSoftware, korean, { verb: "withdraw", version: 3 }, new Date());
  expect(withdrawn.ok).toBe(true);
  expect(await alternatesOf(reader, pathOf(english), 0)).toEqual([]);
  await expect(reader.getByText("Also in")).toHaveCount(0);
});

test("what is no translation is refused beside the field, and one that was named in error stands alone again", async ({
  colleague,
}) => {
  const mina = await colleague("editor", "Mina Seo");
  const english = await aLiveArticleOf(mina, "Tide clerks count the harbour");
  const other = await aDraftOf(mina, "Tide clerks are counted");
  const panel = await openTranslations(mina.page, other);
  await panel.getByLabel("This is a translation of").fill("harbour");
  await panel.getByRole("button", { name: /Tide clerks count the harbour/ }).click();
  await expect(panel.getByRole("alert")).toContainText("Both are in one language.");
  await expect(panel.getByRole("listitem")).toHaveCount(0);

  await setLanguage(other, "fr");
  await nameTranslation(theSoftware, other, english, new Date());
  const again = await openTranslations(mina.page, other);
  await expect(again.getByRole("listitem")).toHaveCount(1);
  await again.getByRole("button", { name: "No translation of these" }).click();
  await expect(again.getByRole("status")).toHaveText("It stands alone again.");
  await expect(again.getByRole("listitem")).toHaveCount(0);
  await mina.page.getByText("History", { exact: true }).click();
  await expect(mina.page.getByText("took it from its translations")).toBeVisible();
});

test("a contributor names what readers have, finds no draft of anybody else's, and changes nothing that is published", async ({
  colleague,
}) => {
  const mina = await colleague("editor", "Mina Seo");
  const carla = await colleague("contributor", "Carla Nunes");
  await aDraftOf(mina, "Pilotage dues, the secret draft");
  await aLiveArticleOf(mina, "Pilotage dues rise");
  const mine = await aDraftOf(carla, "Les droits de pilotage");
  await setLanguage(mine, "fr");
  const panel = await openTranslations(carla.page, mine);
  await panel.getByLabel("This is a translation of").fill("pilotage");
  await expect(panel.getByRole("button", { name: "Pilotage dues rise" })).toBeVisible();
  await expect(panel.getByRole("button", { name: /secret/ })).toHaveCount(0);
  await panel.getByRole("button", { name: "Pilotage dues rise" }).click();
  await expect(panel.getByRole("listitem")).toContainText("An article of somebody else’s");
  const published = await takeStep(theSoftware, mine, { verb: "publish", version: 2 }, new Date());
  expect(published.ok).toBe(true);
  const shut = await openTranslations(carla.page, mine);
  await expect(shut.getByLabel("Another translation of it")).toHaveCount(0);
  await expect(shut.getByRole("button", { name: "No translation of these" })).toHaveCount(0);
});
