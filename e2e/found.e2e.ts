import type { Page } from "playwright/test";
import { SaxesParser } from "saxes";
import { expect, test } from "./fixtures.ts";

const ferry = "/asia/the-ferry-that-keeps-the-strait-open";

test("a reader finds an article by a word of its text, with scripts off", async ({ reader }) => {
  const page = await reader({ javaScriptEnabled: false });
  await page.goto("/search");
  await page.getByRole("searchbox").fill("ferries -curragh");
  await page.getByRole("search").getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveURL(/\/search\?q=ferries/);
  await expect(page.locator("mark").first()).toHaveText(/ferr/i);
  await page.getByRole("main").getByRole("article").first().getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("a typing mistake is answered with what may have been meant", async ({ page }) => {
  await page.goto("/search?q=fery");
  await expect(page.getByText("Nothing was found for “fery”.")).toBeVisible();
  await page.getByRole("link", { name: "ferry", exact: true }).click();
  await expect(page.getByRole("status")).toContainText("article");
});

test("a Korean word is found by a part of it", async ({ page }) => {
  await page.goto(`/search?q=${encodeURIComponent("한강")}`);
  await expect(page.locator("mark").first()).toHaveText("한강");
});

test("feeds and sitemaps are well-formed, and whoever has one is told so", async ({ request }) => {
  for (const path of [
    "/feed.xml",
    "/atom.xml",
    "/asia/feed.xml",
    "/topics/shipping/atom.xml",
    "/contributors/seo-yeon-ju/feed.xml",
    "/sitemap.xml",
    "/sitemap/pages.xml",
    "/sitemap/articles-1.xml",
    "/sitemap/news.xml",
  ]) {
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(200);
    const parser = new SaxesParser({ xmlns: true });
    parser.on("error", (error) => {
      throw new Error(`${path}: ${error.message}`);
    });
    parser.write(await answer.text()).close();
    const again = await request.get(path, { headers: { "If-None-Match": answer.headers().etag ?? "" } });
    expect(again.status(), path).toBe(304);
  }
  expect((await request.get("/nothing-of-the-kind/feed.xml")).status()).toBe(404);
});

test("an article's page carries its data and a card that can be fetched", async ({ page, request }) => {
  await page.goto(ferry);
  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? "{}");
  expect(data["@graph"].map((each: { "@type": string }) => each["@type"])).toEqual([
    "NewsArticle",
    "BreadcrumbList",
    "NewsMediaOrganization",
  ]);
  const card = await page.locator('meta[property="og:image"]').getAttribute("content");
  const answer = await request.get(new URL(card ?? "").pathname);
  expect(answer.headers()["content-type"]).toBe("image/jpeg");
  await expect(page.getByRole("heading", { name: "You may also like" })).toBeVisible();
});

test("programs read the same articles through the API, page by page", async ({ request }) => {
  const first = await request.get("/api/v1/articles?limit=2");
  const { items, next } = await first.json();
  expect(items).toHaveLength(2);
  const { pathname, search } = new URL(next);
  const { items: more } = await (await request.get(pathname + search)).json();
  expect(more[0].id).not.toBe(items[1].id);
  const again = await request.get("/api/v1/articles?limit=2", {
    headers: { "If-None-Match": first.headers().etag ?? "" },
  });
  expect(again.status()).toBe(304);
  expect((await request.get("/api/v1/articles?limit=no")).status()).toBe(400);
  expect((await request.get("/api/v1/articles/999999")).status()).toBe(404);
});

/** Of the article's longest paragraph, in pixels. */
const sizeOf = (page: Page): Promise<number> =>
  page
    .getByRole("main")
    .getByRole("article")
    .first()
    .locator("p")
    .evaluateAll((paragraphs) => {
      const [longest] = paragraphs.sort((one, other) => other.textContent.length - one.textContent.length);
      return longest ? Number.parseFloat(getComputedStyle(longest).fontSize) : 0;
    });

test("the text is set larger with scripts off too; with the script the device remembers it", async ({ reader }) => {
  const plain = await reader({ javaScriptEnabled: false });
  await plain.goto(ferry);
  const unchanged = await sizeOf(plain);
  await plain.getByRole("radio", { name: "Largest" }).check({ force: true });
  await expect.poll(() => sizeOf(plain)).toBeGreaterThan(unchanged * 1.3);
  const page = await reader();
  await page.goto(ferry);
  const usual = await sizeOf(page);
  await page.getByRole("radio", { name: "Usual" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("radio", { name: "Larger" })).toBeChecked();
  await expect.poll(() => sizeOf(page)).toBeGreaterThan(usual * 1.1);
  await page.goto("/asia/seoul-hangang-night-swimmers");
  await expect(page.getByRole("radio", { name: "Larger" })).toBeChecked();
  const other = await reader();
  await other.goto(ferry);
  expect(await sizeOf(other)).toBe(usual);
});

test("with storage forbidden the size changes all the same", async ({ reader }) => {
  const page = await reader();
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("forbidden", "SecurityError");
      },
    });
  });
  await page.goto(ferry);
  const usual = await sizeOf(page);
  await page.getByRole("radio", { name: "Largest" }).check({ force: true });
  await expect.poll(() => sizeOf(page)).toBeGreaterThan(usual * 1.3);
});
