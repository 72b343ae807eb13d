import { eq } from "drizzle-orm";
import type { Page } from "playwright/test";
import { read } from "#db/client";
import { addRedirect } from "#db/manual-redirects";
import { article, logEntry, section } from "#db/schema";
import { aDraftOf, aLiveArticleOf, expect, openToWrite, test } from "./newsroom.ts";

function addressOf(articleId: number): string {
  const found = read()
    .select({ slug: article.slug, section: section.slug })
    .from(article)
    .innerJoin(section, eq(section.id, article.sectionId))
    .where(eq(article.id, articleId))
    .get();
  return `/${found?.section}/${found?.slug}`;
}

const partOf = (page: Page, title: string) => page.locator("summary", { hasText: new RegExp(`^${title}$`) });

test("an editor deletes a live article, whose readers find nothing, and brings it back", async ({
  colleague,
  page: reader,
  surprises,
}) => {
  surprises.expect(/404/);
  const mina = await colleague("editor", "Mina Seo");
  const { page } = mina;
  const id = await aLiveArticleOf(mina, "The lighthouse is sold");
  const address = addressOf(id);
  expect((await reader.goto(address))?.status()).toBe(200);

  await openToWrite(page, id);
  await partOf(page, "Delete").click();
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  const question = page.getByRole("dialog", { name: "Delete “The lighthouse is sold”?" });
  await expect(question).toContainText("Its page is gone for readers at once.");
  await question.getByRole("button", { name: "Close" }).click();
  expect((await reader.goto(address))?.status()).toBe(200);

  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await question.getByRole("button", { name: "Delete “The lighthouse is sold”" }).click();
  await expect(page).toHaveURL("/desk/articles?state=deleted");
  await expect(page.getByRole("row", { name: "The lighthouse is sold" })).toContainText("Published");
  expect((await reader.goto(address))?.status()).toBe(404);
  await reader.goto("/");
  await expect(reader.getByText("The lighthouse is sold")).toHaveCount(0);
  expect((await page.request.get(`/desk/articles/${id}`)).status()).toBe(404);

  await page.getByRole("form", { name: "Bring back The lighthouse is sold" }).getByRole("button").click();
  await expect(page.getByRole("row", { name: "The lighthouse is sold" })).toHaveCount(0);
  expect((await reader.goto(address))?.status()).toBe(200);
  const deeds = read().select().from(logEntry).where(eq(logEntry.thingId, id)).all();
  expect(
    deeds.filter(({ thingKind }) => thingKind === "article").map(({ verb, staffName }) => [verb, staffName]),
  ).toEqual(
    expect.arrayContaining([
      ["delete", "Mina Seo"],
      ["bring-back", "Mina Seo"],
    ]),
  );
});

test("a writer deletes an own draft and no live article; a colleague's deleted draft is not theirs to see", async ({
  colleague,
}) => {
  const carla = await colleague("contributor", "Carla Nunes");
  const { page } = carla;
  const live = await aLiveArticleOf(carla, "A printed tide table");
  await openToWrite(page, live);
  await expect(partOf(page, "History")).toBeVisible();
  await expect(partOf(page, "Delete")).toHaveCount(0);

  await openToWrite(page, await aDraftOf(carla, "A false start"));
  await partOf(page, "Delete").click();
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await page.getByRole("button", { name: "Delete “A false start”" }).click();
  await expect(page.getByRole("row", { name: "A false start" })).toBeVisible();

  const other = await colleague("contributor", "Bo Lind");
  await other.page.goto("/desk/articles?state=deleted");
  await expect(other.page.getByText("No article was deleted in the last 30 days")).toBeVisible();
});

test("a redirect is deleted by name and brought back, unless something stands in its place", async ({
  colleague,
  page: reader,
  surprises,
}) => {
  surprises.expect(/404/);
  const { page, staffId, name } = await colleague("editor", "Mina Seo");
  const taken = read().select().from(section).limit(1).get();
  expect((await addRedirect({ staffId, name }, { from: "/old-quay", to: `/${taken?.slug}` }, new Date())).ok).toBe(
    true,
  );
  expect((await reader.goto("/old-quay"))?.url()).toContain(`/${taken?.slug}`);
  await page.goto("/desk/redirects?q=old-quay");
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await page
    .getByRole("dialog", { name: "Delete “/old-quay”?" })
    .getByRole("button", { name: "Delete “/old-quay”" })
    .click();
  await expect(page.getByText("No redirect has “old-quay” in it")).toBeVisible();
  expect((await reader.goto("/old-quay"))?.status()).toBe(404);

  await page.getByRole("navigation", { name: "Redirects" }).getByRole("link", { name: "Deleted" }).click();
  await page.getByRole("form", { name: "Bring back /old-quay" }).getByRole("button").click();
  await expect(page.getByText("No redirect was deleted in the last 30 days")).toBeVisible();
  expect((await reader.goto("/old-quay"))?.url()).toContain(`/${taken?.slug}`);
});
