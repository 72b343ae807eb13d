import { eq, inArray } from "drizzle-orm";
import type { Page } from "playwright/test";
import { read, transaction } from "#db/client";
import { article, articleViews, comment } from "#db/schema";
import { writeSettings } from "#db/settings";
import { paragraph, publish } from "#db/testing/publication";
import { expect, test } from "./fixtures.ts";
import { holdRequests } from "./held-requests.ts";
import { ask } from "./over-the-wire.ts";
import { sectionIdOf } from "./sections.ts";

let articles = 0;

/** Four articles of one section, the newest of which has a comment by somebody; its address. */
async function aRunOfArticles(origin: string): Promise<{ path: string; id: number; paths: string[] }> {
  articles += 1;
  const run = articles;
  const now = Date.now();
  const ids: number[] = [];
  for (let age = 5; age >= 0; age -= 1) {
    const given = {
      sectionId: sectionIdOf("science"),
      slug: `run-${run}-${age}`,
      // So close together that no earlier run's articles stand between.
      publishedAt: new Date(now - age - 1),
    };
    const body = {
      type: "doc" as const,
      content: Array.from({ length: 12 }, () => paragraph("A long line of text. ".repeat(20)).content).flat(),
    };
    ids.push(await publish({ ...given, content: { headline: `Run ${run}, article ${age}`, body } }, new Date(now)));
  }
  const id = ids.at(-1) ?? 0;
  await transaction(async (tx, changed) => {
    const said = { articleId: id, authorName: "Ines Quell", text: "First!", status: "approved" as const };
    tx.insert(comment)
      .values({ ...said, postedAt: new Date(now - 3 * 3_600_000) })
      .run();
    tx.insert(comment)
      .values({ ...said, authorName: "Theo Lund", text: "Second.", postedAt: new Date(now - 2 * 86_400_000) })
      .run();
    tx.update(article).set({ commentCount: 2 }).where(eq(article.id, id)).run();
    changed(`article:${id}`, `comments:${id}`);
    writeSettings(tx, changed, { commentPauseSeconds: 0, commentsPerHour: 0 }, new Date());
  });
  const paths = Array.from({ length: 6 }, (_, age) => `/science/run-${run}-${age}`);
  const [path = ""] = paths;
  await expect.poll(async () => (await ask(origin, path)).text).toContain("Second.");
  return { path, id, paths };
}

/** Leaves a word in the page, which a page that is loaded anew does not have. */
const mark = (page: Page) => page.evaluate(() => void Object.assign(window, { isTheSame: true }));
const isTheSame = (page: Page) => page.evaluate(() => "isTheSame" in window);

test("a comment is posted without leaving the page; until then its draft is kept in the browser", async ({
  publication,
  page,
}) => {
  const { path, id } = await aRunOfArticles(publication.address);
  await page.goto(path);
  await page.getByLabel("Comment *").fill("Half a thought");
  await page.reload();
  await expect(page.getByLabel("Comment *")).toHaveValue("Half a thought");
  await mark(page);

  await page.getByRole("button", { name: "Post Comment" }).click();
  await expect(page.getByRole("alert")).toContainText("Your comment was not posted.");
  await expect(page.getByRole("alert")).toBeFocused();
  await expect(page.getByLabel("Comment *")).toHaveValue("Half a thought");
  await page.getByLabel("Comment *").fill("Half a thought, and the other half.");
  await page.getByLabel("Name *").fill("Wren Alder");
  await page.getByLabel("Email *").fill("wren@example.org");
  await page.getByRole("button", { name: "Post Comment" }).click();
  await expect(page.getByRole("status")).toContainText("Your comment is waiting");
  await expect(page.getByRole("status")).toBeFocused();
  expect(await isTheSame(page)).toBe(true);
  const waiting = read().select().from(comment).where(eq(comment.articleId, id)).all();
  expect(waiting.filter(({ text }) => text === "Half a thought, and the other half.").length).toBe(1);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);

  // The page goes on as before: another answer opens in place, also after the first was sent.
  await page.getByRole("link", { name: "Reply to Ines Quell" }).click();
  await expect(page.getByRole("heading", { name: "Leave a Reply to Ines Quell" })).toBeVisible();
  expect(await isTheSame(page)).toBe(true);
});

test("what is typed while a comment is on its way is not lost, whether that is refused or taken", async ({
  publication,
  page,
}) => {
  const { path, id } = await aRunOfArticles(publication.address);
  const words = page.getByLabel("Comment *");
  const website = page.getByLabel("Website");
  /** Posts, and types before the answer is there. */
  const postAndType = async (typed: string, home = "") => {
    const letGo = await holdRequests(page, (url) => url.pathname === path, "POST");
    const sent = page.waitForRequest((request) => request.method() === "POST");
    await page.getByRole("button", { name: "Post Comment" }).click();
    await sent;
    await words.fill(typed);
    await website.fill(home);
    letGo();
  };
  await page.goto(path);
  await words.fill("Half a thought");
  await postAndType("Half a thought, and the other half.", "https://wren.example");
  await expect(page.getByRole("alert")).toContainText("Your comment was not posted.");
  await expect(words).toHaveValue("Half a thought, and the other half.");
  await expect(website).toHaveValue("https://wren.example");
  await page.getByLabel("Name *").fill("Wren Alder");
  await page.getByLabel("Email *").fill("wren@example.org");
  await postAndType("A second thought.");
  await expect(page.getByRole("status")).toContainText("Your comment is waiting");
  await expect(words).toHaveValue("A second thought.");
  const taken = read().select().from(comment).where(eq(comment.articleId, id)).all();
  expect(taken.map(({ text }) => text)).toContain("Half a thought, and the other half.");
  expect(taken.map(({ text }) => text)).not.toContain("A second thought.");
});

test("a comment that only the browser itself could send is no draft any more; one that nobody took still is", async ({
  publication,
  page,
  surprises,
}) => {
  const { path, id } = await aRunOfArticles(publication.address);
  // A page that turns into another one cannot do so from the plain words of a refusal.
  surprises.expect(/A request failed|answered 503|ViewTransition opt-in disabled/);
  const words = page.getByLabel("Comment *");
  const postComment = page.getByRole("button", { name: "Post Comment" });
  let isTaken = false;
  await page.route(
    (url) => url.pathname === path,
    (route) => {
      const request = route.request();
      if (request.method() !== "POST") return route.fallback();
      if (!request.isNavigationRequest()) return route.abort();
      return isTaken ? route.continue() : route.fulfill({ status: 503, contentType: "text/plain", body: "Not now." });
    },
  );
  await page.goto(path);
  await words.fill("Sent the ordinary way.");
  await page.getByLabel("Name *").fill("Wren Alder");
  await postComment.click();
  await expect(page.getByText("Not now.")).toBeVisible();
  await page.goto(path);
  await expect(words).toHaveValue("Sent the ordinary way.");

  isTaken = true;
  await page.getByLabel("Name *").fill("Wren Alder");
  await postComment.click();
  await expect(page.getByRole("alert")).toContainText("Your comment was not posted.");
  await expect(words).toHaveValue("Sent the ordinary way.");
  await page.goto(path);
  await expect(words).toHaveValue("Sent the ordinary way.");

  await page.getByLabel("Name *").fill("Wren Alder");
  await page.getByLabel("Email *").fill("wren@example.org");
  await postComment.click();
  await expect(page.getByRole("status")).toContainText("Your comment is waiting");
  const taken = read().select().from(comment).where(eq(comment.articleId, id)).all();
  expect(taken.map(({ text }) => text)).toContain("Sent the ordinary way.");
  await expect(words).toHaveValue("");
  await page.goto(path);
  await expect(words).toHaveValue("");
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
});

test("the form opens under the comment that is answered, and goes back", async ({ publication, page }) => {
  const { path } = await aRunOfArticles(publication.address);
  await page.goto(path);
  await mark(page);
  const under = (name: string) => page.locator("li", { hasText: name }).getByLabel("Comment *");
  await page.getByRole("link", { name: "Reply to Ines Quell" }).click();
  await expect(under("Ines Quell")).toBeFocused();
  await page.getByRole("link", { name: "Reply to Theo Lund" }).click();
  await expect(under("Theo Lund")).toBeFocused();
  await expect(page.getByRole("heading", { name: "Leave a Reply to Theo Lund" })).toBeVisible();
  await expect(page.locator("form[data-form=reply]")).toHaveCount(1);
  await page.getByRole("button", { name: "Cancel reply" }).click();
  await expect(page.getByRole("link", { name: "Reply to Theo Lund" })).toBeFocused();
  await expect(page.getByRole("heading", { name: "Leave a Reply", exact: true })).toBeVisible();
  await expect(under("Theo Lund")).toHaveCount(0);

  await page.getByRole("link", { name: "Reply to Ines Quell" }).click();
  await page.getByLabel("Comment *").fill("An answer.");
  await page.getByLabel("Name *").fill("Ada Reed");
  await page.getByLabel("Email *").fill("ada@example.org");
  await page.getByRole("button", { name: "Post Comment" }).click();
  await expect(page.getByRole("status")).toContainText("Your comment is waiting");
  expect(await isTheSame(page)).toBe(true);
  const [answer] = read().select().from(comment).where(eq(comment.text, "An answer.")).all();
  const [question] = read()
    .select()
    .from(comment)
    .where(eq(comment.id, answer?.parentId ?? 0))
    .all();
  expect(question?.authorName).toBe("Ines Quell");
});

test("the section's next articles follow, three at most; address and title go along, the keyboard stays, the footer is reached", async ({
  publication,
  page,
}) => {
  const { path, paths } = await aRunOfArticles(publication.address);
  await page.addInitScript(() => {
    const passed = [location.pathname];
    const replace = history.replaceState.bind(history);
    history.replaceState = (...given) => {
      replace(...given);
      if (!passed.includes(location.pathname)) passed.push(location.pathname);
    };
    Object.assign(window, { passed });
  });
  await page.goto(path);
  await mark(page);
  const title = await page.title();
  const length = await page.evaluate(() => history.length);
  await page.getByLabel("Comment *").focus();
  await page.evaluate(() => document.activeElement?.setAttribute("data-was", "focused"));
  await expect(page.getByRole("main").locator("> article")).toHaveCount(1);
  await expect(async () => {
    await page.mouse.wheel(0, 700);
    await expect(page.getByRole("contentinfo").getByText("Connect with us")).toBeInViewport({ timeout: 100 });
  }).toPass({ timeout: 40_000, intervals: [50] });
  await expect(page.getByRole("main").locator("> article")).toHaveCount(4);
  await expect.poll(() => page.evaluate(() => Reflect.get(window, "passed"))).toEqual(paths.slice(0, 4));
  await expect(page).not.toHaveTitle(title);
  await expect(page.locator("h1")).toHaveCount(1);
  expect(await page.evaluate(() => history.length)).toBe(length);
  expect(await page.evaluate(() => document.activeElement?.hasAttribute("data-was"))).toBe(true);
  const ids = await page.locator("[id]").evaluateAll((named) => named.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);

  // What is typed now is still a comment on the first article.
  await page.getByLabel("Comment *").fill("Said after reading on");
  await page.goto(path);
  await expect(page.getByLabel("Comment *")).toHaveValue("Said after reading on");
  expect(await isTheSame(page)).toBe(false);
});

test("comments say how long ago they are, with the moment as their title; without the script they say the moment", async ({
  publication,
  page,
  reader,
}) => {
  const { path } = await aRunOfArticles(publication.address);
  const plain = await reader({ javaScriptEnabled: false });
  await plain.goto(path);
  const moment = (await plain.locator("#comments time").first().textContent()) ?? "";
  expect(moment).toMatch(/\d{4}/);
  await page.goto(path);
  const times = page.locator("#comments time");
  // Not before they are nearly in sight: reading a language's words takes long, and most readers stay above.
  await expect(times.first()).toHaveText(moment);
  await page.getByRole("heading", { name: "2 Comments" }).scrollIntoViewIfNeeded();
  await expect(times).toHaveText(["2 days ago", "3 hours ago"]);
  await expect(times.first()).toHaveAttribute("title", moment);
});

test("an article is passed on by the device's own way, or its address is copied", async ({ publication, reader }) => {
  const { path } = await aRunOfArticles(publication.address);
  const page = await reader();
  await page.addInitScript(() => {
    const shared: unknown[] = [];
    Object.assign(window, { shared });
    Object.defineProperty(navigator, "share", { value: async (given: unknown) => void shared.push(given) });
  });
  await page.goto(path);
  await page.getByRole("button", { name: /share/i }).click();
  await expect
    .poll(() => page.evaluate(() => Reflect.get(window, "shared")))
    .toEqual([{ title: await page.title(), url: publication.address + path }]);
  const other = await reader({ permissions: ["clipboard-read", "clipboard-write"] });
  await other.addInitScript(() => Object.defineProperty(navigator, "share", { value: undefined }));
  await other.goto(path);
  await other.getByRole("button", { name: /share/i }).click();
  await expect(other.getByRole("button", { name: "Address copied" })).toBeVisible();
  expect(await other.evaluate(() => navigator.clipboard.readText())).toBe(publication.address + path);
  const plain = await reader({ javaScriptEnabled: false });
  await plain.goto(path);
  await expect(plain.getByRole("button", { name: /share/i })).toHaveCount(0);
});

test("pages are fetched ahead by rules that leave the desk and private links alone, and turn into one another where motion is welcome", async ({
  publication: { address },
  reader,
}) => {
  const { headers } = await ask(address, "/asia");
  const rules = /^"(\/assets\/ahead\.\w+\.speculationrules)"$/.exec(String(headers["speculation-rules"]))?.[1] ?? "";
  const { status, headers: ofRules, text } = await ask(address, rules);
  expect([status, ofRules["content-type"]]).toEqual([200, "application/speculationrules+json"]);
  const { prefetch } = JSON.parse(text);
  expect(prefetch[0].eagerness).toBe("moderate");
  expect(JSON.stringify(prefetch[0].where)).toMatch(/"\/desk\/\*".*"\/replies\/\*"/);
  for (const [reducedMotion, turns] of [
    ["no-preference", true],
    ["reduce", false],
  ] as const) {
    const page = await reader({ reducedMotion });
    await page.addInitScript(() =>
      addEventListener("pagereveal", (event) => Object.assign(window, { turned: event.viewTransition !== null })),
    );
    await page.goto("/");
    await page.getByRole("navigation", { name: "Sections", exact: true }).getByRole("link", { name: "Asia" }).click();
    await page.waitForURL("/asia");
    await expect.poll(() => page.evaluate(() => Reflect.get(window, "turned"))).toBe(turns);
  }
});

test("who reads counts once, from memory or not; programs, pages fetched ahead and looks at headers do not", async ({
  publication: { address },
}) => {
  const { path, paths } = await aRunOfArticles(address);
  const other = paths[1] ?? "";
  const browser = (name: string) => ({
    "user-agent": `Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 ${name}`,
  });
  const viewsOf = (at: string) => {
    const slug = at.split("/").at(-1) ?? "";
    const ids = read()
      .select({ id: article.id })
      .from(article)
      .where(eq(article.slug, slug))
      .all()
      .map(({ id }) => id);
    const rows = read().select().from(articleViews).where(inArray(articleViews.articleId, ids)).all();
    return rows.reduce((sum, { views }) => sum + views, 0);
  };
  for (let times = 0; times < 3; times += 1) await ask(address, path, { headers: browser("Firefox/150.0") });
  await ask(address, path, { headers: { ...browser("Firefox/151.0"), "sec-purpose": "prefetch" } });
  await ask(address, path, {
    headers: { "user-agent": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)" },
  });
  await ask(address, path, { headers: { "user-agent": "curl/8.5.0" } });
  await ask(address, path);
  await ask(address, path, { method: "HEAD", headers: browser("Firefox/152.0") });
  // Fetched ahead, then read.
  await ask(address, other, { headers: { ...browser("Firefox/153.0"), "sec-purpose": "prefetch" } });
  await ask(address, other, { method: "HEAD", headers: { ...browser("Firefox/153.0"), "x-viewed": "1" } });
  const { headers } = await ask(address, path, { headers: browser("Firefox/154.0") });
  expect(headers["set-cookie"]).toBeUndefined();
  await expect.poll(() => [viewsOf(path), viewsOf(other)], { timeout: 12_000 }).toEqual([2, 1]);
});
