import AxeBuilder from "@axe-core/playwright";
import { eq } from "drizzle-orm";
import type { Page } from "playwright/test";
import { read, transaction } from "#db/client";
import { section } from "#db/schema";
import { readSettings } from "#db/settings";
import { publish } from "#db/testing/publication";
import { everyNode } from "./every-node.ts";
import { expect, test } from "./fixtures.ts";

const ferry = "/asia/the-ferry-that-keeps-the-strait-open";
const tideClerk = "/asia/the-last-tide-clerk-of-incheon";
const hangang = "/asia/seoul-hangang-night-swimmers";
const pages = {
  "the front page": "/",
  "a section": "/asia",
  "an article": ferry,
  "an article with a table": "/economy/the-price-of-an-empty-container",
  "an article with code": "/asia/the-last-tide-clerk-of-incheon",
  "a Korean article": hangang,
  "a contributor": "/contributors/seo-yeon-ju",
  "a topic": "/topics/shipping",
  "a page that is not there": "/asia/nothing-of-the-kind",
};

const noViolations = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
};

for (const [name, path] of Object.entries(pages)) {
  test(`${name} is whole with scripts off, and bars nobody, by day and by night`, async ({ reader }) => {
    for (const colorScheme of ["light", "dark"] as const) {
      const page = await reader({ colorScheme, reducedMotion: "reduce" });
      await page.goto(path);
      await noViolations(page);
    }
    const page = await reader({ javaScriptEnabled: false });
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    const sections = page.getByRole("navigation", { name: "Sections", exact: true });
    for (const section of ["Asia", "World", "Economy", "Science", "Culture", "Opinion"]) {
      await expect(sections.getByRole("link", { name: section })).toHaveCount(1);
    }
    await expect(page.getByRole("contentinfo")).toContainText("Connect with us");
    await expect(page.getByRole("contentinfo")).toContainText((await readSettings()).copyright);
  });

  test(`${name} fits from 320 to 1920 pixels, and nothing in it moves once it stands`, async ({ reader }) => {
    for (const width of [320, 768, 1920]) {
      const page = await reader({ viewport: { width, height: 900 }, reducedMotion: "reduce" });
      await page.addInitScript(() => {
        const moves: number[] = [];
        Object.assign(window, { moves });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) moves.push((entry as PerformanceEntry & { value: number }).value);
        }).observe({ type: "layout-shift", buffered: true });
      });
      // The letters come late, as on a slow line: the page is read in stand-ins before. Hangul is the device's own. Where
      // it has none, the boxes in its place are as wide as each font makes them, so there the letters are at hand.
      if (path === hangang) await page.goto("/");
      else {
        await page.route("**/*.woff2", async (route) => {
          await page.waitForTimeout(300);
          await route.continue();
        });
      }
      await page.goto(path);
      await page.evaluate(() => document.fonts.ready);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      const moved = await page.evaluate(() =>
        (window as unknown as { moves: number[] }).moves.reduce((a, b) => a + b, 0),
      );
      expect(moved).toBeLessThan(0.01);
    }
  });
}

test("an article says what it is, who wrote it, when, and what follows", async ({ page }) => {
  await page.goto(ferry);
  const article = page.getByRole("main").getByRole("article").first();
  await expect(article.getByRole("link", { name: "Asia" })).toHaveAttribute("href", "/asia");
  await expect(article.getByText(/^By Seo Yeon-ju \(서연주\), .+, and Kenji Arakawa, .+/)).toBeVisible();
  await expect(article.getByText(/^Published on \d{1,2} \p{L}+ \d{4}$/u)).toBeVisible();
  await expect(article.getByRole("figure").first().getByRole("img")).toHaveAttribute("alt", /\w/);
  await expect(page.getByRole("heading", { name: "Trending" })).toBeVisible();
  await article.getByRole("link", { name: "Click to comment" }).click();
  await expect(page.getByRole("heading", { name: "Leave a Reply" })).toBeInViewport();
  const further = page.getByRole("region", { name: "More in Asia" });
  await expect(further.getByRole("article")).toHaveCount(4);
  const [first] = await further.getByRole("heading", { level: 3 }).allTextContents();
  // To click it one has to scroll to it, and there the next article comes in and moves it: a journey of reader.js.
  await page.goto(
    (await further.getByRole("link", { name: `Continue Reading “${first}”` }).getAttribute("href")) ?? "",
  );
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(first ?? "");
});

test("what is further down is laid out when one comes near, and is there all the same for addresses, the keyboard and finding", async ({
  reader,
}) => {
  const path = tideClerk;
  const phone = { viewport: { width: 390, height: 844 }, reducedMotion: "reduce" } as const;
  const page = await reader({ ...phone, javaScriptEnabled: false });
  await page.goto(path);
  const copyright = page.locator("footer").getByText("©");
  const isLaidOut = () => copyright.evaluate((element) => element.checkVisibility({ contentVisibilityAuto: true }));
  expect(await isLaidOut()).toBe(false);
  await copyright.scrollIntoViewIfNeeded();
  await expect.poll(isLaidOut).toBe(true);

  // With the script the rest follows when the browser has nothing else to do, and nobody need come near.
  const idle = await reader(phone);
  await idle.goto(path);
  const notYet = () =>
    idle.evaluate(
      () =>
        [...document.querySelectorAll("p, li, label")].filter(
          (element) => element.checkVisibility() && !element.checkVisibility({ contentVisibilityAuto: true }),
        ).length,
    );
  await expect.poll(notYet).toBe(0);

  const id = await page.locator("#comments article").last().getAttribute("id");
  const there = await reader({ ...phone, javaScriptEnabled: false });
  await there.goto(`${path}#${id}`);
  await expect(there.locator(`#${id}`)).toBeInViewport({ ratio: 1 });

  // What stands before the form has its true height at once, and keeps it when dates turn into "3 hours ago" on the way:
  // whoever clicks to comment is brought to its very beginning.
  for (const options of [{ javaScriptEnabled: false }, {}, { reducedMotion: "no-preference" }] as const) {
    const commenter = await reader({ ...phone, ...options });
    const fromTop = () => commenter.locator("#respond").evaluate((form) => form.getBoundingClientRect().top);
    const arrived = async () => {
      let last = Number.NaN;
      // Where it rests. A busy machine may not even have set out by the second look.
      const restsAt = async () => {
        const before = last;
        last = await fromTop();
        return last === before && last >= 0 && last < 80 ? "its beginning" : `${before}, then ${last}`;
      };
      await expect.poll(restsAt, { intervals: [300] }).toBe("its beginning");
    };
    await commenter.goto(path, { waitUntil: "commit" });
    await commenter.getByRole("link", { name: "Click to comment" }).click();
    await arrived();
    await commenter.reload();
    await arrived();
  }

  const typing = await reader({ ...phone, javaScriptEnabled: false });
  await typing.goto(path);
  await typing.getByRole("link", { name: "Newest first" }).focus();
  for (const name of ["Rosalind Meagher", "Dr Ifan Prosser"]) {
    const reply = typing.getByRole("link", { name: `Reply to ${name}` }).first();
    await expect(async () => {
      await typing.keyboard.press("Tab");
      await expect(reply).toBeFocused({ timeout: 10 });
    }).toPass({ intervals: [0] });
    await expect(reply).toBeInViewport({ ratio: 1 });
  }

  const finding = await reader({ ...phone, javaScriptEnabled: false });
  await finding.goto(path);
  const words = (await finding.locator("#comments article p[dir]").last().textContent()) ?? "";
  expect(await finding.evaluate((given) => Reflect.get(window, "find").call(window, given), words.slice(0, 30))).toBe(
    true,
  );
  await expect(finding.locator("#comments article").last()).toBeInViewport();
});

const laidOutLater = "[data-later=rest] > *, [data-later=each] > li";

const notLaidOut = (page: Page) =>
  page
    .locator(`:is(${laidOutLater}) :is(p, a)`)
    .evaluateAll((all) => all.filter((one) => !one.checkVisibility({ contentVisibilityAuto: true })).length);

/** As long as the script has not come: with it, the rest is laid out before anybody looks. */
const holdScript = (page: Page) =>
  page.route("**/assets/reader.*.js", (route) => route.fulfill({ contentType: "text/javascript", body: "" }));

for (const width of [390, 820, 1440]) {
  const options = { viewport: { width, height: 700 }, reducedMotion: "reduce" } as const;

  test(`texts that are laid out later stand where they would have stood at once, ${width} pixels wide`, async ({
    reader,
  }) => {
    for (const path of [tideClerk, ferry]) {
      const page = await reader(options);
      await holdScript(page);
      await page.goto(path);
      expect(await notLaidOut(page)).toBeGreaterThan(0);
      await page.evaluate(async () => {
        await document.fonts.ready;
        const end = () => scrollY + innerHeight >= document.documentElement.scrollHeight - 1;
        for (; !end(); scrollBy(0, innerHeight)) await new Promise((resolve) => setTimeout(resolve, 30));
      });
      const places = () =>
        page.locator(laidOutLater).evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top + scrollY));
      const seenOnTheWay = await places();
      await page.locator("[data-later], [data-later] > *").evaluateAll((all) => {
        for (const one of all) (one as HTMLElement).style.setProperty("content-visibility", "visible");
      });
      expect(seenOnTheWay).toEqual(await places());
    }
  });

  test(`an address that names a place in an article leads to its very beginning, ${width} pixels wide`, async ({
    reader,
  }) => {
    const fromTop = (page: Page) =>
      page.locator("#respond").evaluate((form) => Math.round(form.getBoundingClientRect().top));
    const there = await reader(options);
    await holdScript(there);
    await there.goto(`${tideClerk}#respond`);
    expect(await notLaidOut(there)).toBe(0);
    await expect.poll(() => fromTop(there)).toBe(48);
    const clicking = await reader(options);
    await holdScript(clicking);
    await clicking.goto(tideClerk);
    await clicking.getByRole("link", { name: "Click to comment" }).click();
    await expect.poll(() => fromTop(clicking)).toBe(48);
  });
}

test("whoever comes back to an article finds the line they were at", async ({ reader }) => {
  const page = await reader({ viewport: { width: 390, height: 844 }, reducedMotion: "reduce" });
  await page.goto(tideClerk);
  await expect.poll(() => notLaidOut(page)).toBe(0);
  const line = page.locator("[data-later=rest] > p").last();
  await line.evaluate((paragraph) => paragraph.scrollIntoView());
  const top = () => line.evaluate((paragraph) => Math.round(paragraph.getBoundingClientRect().top));
  const before = await top();
  await page.reload();
  await expect.poll(top).toBe(before);
  await page.goto("/asia");
  await page.goBack();
  await expect.poll(top).toBe(before);
});

test("nothing moves under the eyes of whoever scrolls to the end", async ({ reader }) => {
  for (const viewport of [
    { width: 390, height: 844 },
    { width: 1440, height: 900 },
  ]) {
    const page = await reader({ viewport, reducedMotion: "reduce" });
    // It would let the next article come in below, too.
    await holdScript(page);
    for (const path of ["/", "/asia", tideClerk]) {
      await page.goto(path);
      await page.evaluate(() => document.fonts.ready);
      const moved = await page.evaluate(async () => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
        }).observe({ type: "layout-shift" });
        for (let steps = 0; steps < 40; steps += 1) {
          scrollBy(0, innerHeight / 3);
          await new Promise((resolve) => setTimeout(resolve, 30));
        }
        return sum;
      });
      expect(moved).toBeLessThan(0.01);
    }
  }
});

test("a Korean article says that it is Korean, amid words of the publication that are not", async ({ page }) => {
  await page.goto(hangang);
  await expect(page.locator("html")).toHaveAttribute("lang", "en-GB");
  await expect(page.getByRole("main").getByRole("article").first()).toHaveAttribute("lang", "ko");
  const date = page.getByText(/^Published on/);
  expect(await date.evaluate((element) => element.closest("[lang]")?.getAttribute("lang"))).toBe("en-GB");
});

test("whoever has no mouse skips to the text first", async ({ page }) => {
  await page.goto("/asia");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the text" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});

test("older pages of a section neither skip nor repeat, though something is published while one reads", async ({
  page,
}) => {
  const now = new Date();
  const sectionId = await transaction(async (tx, changed) => {
    changed("navigation");
    return tx.insert(section).values({ slug: "tides", name: "Tides", position: 99 }).returning({ id: section.id }).get()
      .id;
  });
  for (let hours = 1; hours <= 45; hours += 1) {
    const publishedAt = new Date(now.getTime() - hours * 3_600_000);
    await publish({ sectionId, slug: `tide-${hours}`, publishedAt }, now);
  }
  const read: string[] = [];
  await expect(async () => {
    await page.goto("/tides");
    await expect(page.getByRole("heading", { level: 2, name: "tide-1", exact: true })).toBeVisible({ timeout: 500 });
  }).toPass();
  for (;;) {
    read.push(...(await page.getByRole("main").getByRole("article").getByRole("heading").allTextContents()));
    const older = page.getByRole("link", { name: "Older stories" });
    if ((await older.count()) === 0) break;
    await publish({ sectionId, slug: `flood-${read.length}` }, new Date());
    await older.click();
    await page.waitForURL(/page=/);
  }
  expect(read).toEqual(Array.from({ length: 45 }, (_nothing, index) => `tide-${index + 1}`));
  expect((await page.goto("/tides?page=9"))?.status()).toBe(404);
  await transaction(async (tx, changed) => {
    changed("navigation");
    tx.update(section).set({ retiredAt: new Date() }).where(eq(section.id, sectionId)).run();
  });
});

test("a body shows every kind of thing it may hold, and nothing of it is fetched from elsewhere", async ({ page }) => {
  const world = read().select({ id: section.id }).from(section).where(eq(section.slug, "world")).get();
  const now = new Date();
  await publish({ sectionId: world?.id ?? 0, slug: "every-node", content: { body: everyNode } }, now);
  await expect(async () => expect((await page.goto("/world/every-node"))?.status()).toBe(200)).toPass();
  const body = page.getByRole("main").getByRole("article").first();

  await expect(body.getByRole("heading", { level: 2, name: "Tide tables" })).toHaveAttribute("id", "tide-tables");
  await expect(body.getByRole("heading", { level: 3, name: "Comments" })).toHaveAttribute("id", "comments-2");
  await expect(body.locator("ol[start='3'] ul li")).toHaveText("within it, another");
  await expect(body.getByRole("table").getByRole("columnheader")).toHaveText(["Port", "Range"]);
  await expect(body.getByRole("table").getByRole("rowheader")).toHaveText(["Incheon"]);
  await expect(body.getByRole("region", { name: "Ranges" })).toHaveAttribute("tabindex", "0");
  await expect(body.locator("pre")).toHaveText("<script>alert(1)</script>");
  await expect(body.getByRole("figure").filter({ hasText: "The harbour master" }).locator("blockquote")).toHaveCount(1);
  await expect(body.getByRole("link", { name: /^Elsewhere/ })).toHaveAttribute("rel", "external noopener");
  await expect(body.getByRole("link", { name: /video\.example A film of the tide/ })).toBeVisible();
  await expect(body.locator("iframe, video, object, embed")).toHaveCount(0);
  await expect(body.getByText("a link that is none")).toBeVisible();
  await expect(body.getByRole("link", { name: "a link that is none" })).toHaveCount(0);

  const reference = body.locator("[role=doc-noteref]");
  await reference.click();
  await expect(body.getByRole("listitem").filter({ hasText: "By the old datum." })).toBeInViewport();
  await body.getByLabel("Back to reference 1").click();
  await expect(reference).toBeInViewport();
  await noViolations(page);
});
