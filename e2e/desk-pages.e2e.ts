import AxeBuilder from "@axe-core/playwright";
import { asc, desc, eq, isNotNull } from "drizzle-orm";
import type { Page } from "playwright/test";
import { listTopicIds } from "#db/articles/article-surroundings";
import { read, transaction } from "#db/client";
import { issueLink } from "#db/commenter-links";
import { article, comment, contributor, section, topic } from "#db/schema";
import { aDraftOf, aLiveArticleOf, expect, test, textOf } from "./newsroom.ts";

/** The first of a kind, for the page that shows one of it. */
function first(found: { id: number } | undefined): number {
  if (!found) throw new Error("The demonstration publication has none of these.");
  return found.id;
}

const places = {
  today: () => "/desk",
  articles: () => "/desk/articles",
  "articles that are not there": () => "/desk/articles?q=nothing-has-this-word",
  "a new article": () => "/desk/articles/new",
  pictures: () => "/desk/pictures",
  "the front page's order": () => "/desk/front",
  comments: () => "/desk/comments",
  readership: () => "/desk/readership",
  people: () => "/desk/contributors",
  "a person": () =>
    `/desk/contributors/${first(read().select().from(contributor).orderBy(asc(contributor.id)).limit(1).get())}`,
  "a new person": () => "/desk/contributors/new",
  sections: () => "/desk/sections",
  "a section": () => `/desk/sections/${first(read().select().from(section).limit(1).get())}`,
  topics: () => "/desk/sections/topics",
  "a topic": () => `/desk/sections/topics/${first(read().select().from(topic).limit(1).get())}`,
  "deleted sections and topics": () => "/desk/sections/deleted",
  redirects: () => "/desk/redirects",
  staff: () => "/desk/staff",
  settings: () => "/desk/settings",
  backups: () => "/desk/backups",
  log: () => "/desk/log",
  "one's account": () => "/desk/account",
  "one's second factor": () => "/desk/account/second-factor",
  "what is not there": () => "/desk/nowhere",
};

async function barsNobody(page: Page, width: number, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`),
    where,
  ).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth), where).toBeLessThanOrEqual(width);
}

/** Four ways of looking at a page: on a phone and at a desk, by day and by night. */
async function* looksAt(page: Page, path: string) {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(path);
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      yield { width, where: `${path}, ${width} wide, ${colorScheme}` };
    }
  }
}

// Axe looks at every element four times, which takes its time on a long list.
test.describe.configure({ timeout: 90_000 });

for (const [name, pathOf] of Object.entries(places)) {
  test(`the desk bars nobody and fits a phone, by day and by night: ${name}`, async ({ colleague }) => {
    const path = pathOf();
    const { page } = await colleague("administrator", "Ada Park");
    for await (const { width, where } of looksAt(page, path)) {
      await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
      await barsNobody(page, width, where);
    }
  });
}

for (const part of ["", "/versions", "/preview"]) {
  test(`the desk bars nobody and fits a phone: an article${part}`, async ({ colleague }) => {
    const person = await colleague("administrator", "Ada Park");
    const id = await aLiveArticleOf(person, "A quay for slow boats");
    for await (const { width, where } of looksAt(person.page, `/desk/articles/${id}${part}`)) {
      if (part === "") await expect(textOf(person.page)).toBeVisible();
      await expect(person.page.getByRole("heading", { level: 1 }).first()).toBeVisible();
      await barsNobody(person.page, width, where);
    }
  });
}

test("a commenter's own page and the page on privacy bar nobody", async ({ publication, page }) => {
  expect(publication.address).toBeTruthy();
  const own = read().select().from(comment).where(isNotNull(comment.commenterId)).orderBy(desc(comment.id)).get();
  const token = await transaction(async (tx) =>
    issueLink(tx, { commenterId: own?.commenterId ?? 0, commentId: own?.id ?? 0, purpose: "manage" }, new Date()),
  );
  for (const path of [`/replies/${token}`, "/privacy"]) {
    for await (const { width, where } of looksAt(page, path)) {
      await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
      await barsNobody(page, width, where);
    }
  }
});

for (const scripts of [true, false]) {
  test(`several articles are moved at once, with scripts ${scripts ? "on" : "off"}`, async ({ colleague, reader }) => {
    const mina = await colleague("editor", "Mina Seo");
    const page = scripts ? mina.page : await reader({ javaScriptEnabled: false });
    if (!scripts) await page.context().addCookies(await mina.context.cookies());
    const words = scripts ? "Slipway" : "Mooring";
    const ids = [await aDraftOf(mina, `${words} one`), await aDraftOf(mina, `${words} two`)];
    // No other than of the demonstration: journeys retire sections of their own.
    const chosen = read().select().from(section).where(eq(section.slug, "culture")).get();
    const added = read().select().from(topic).orderBy(asc(topic.name)).limit(1).get();
    const sectionOf = (id: number) => read().select().from(article).where(eq(article.id, id)).get()?.sectionId;

    await page.goto(`/desk/articles?q=${words}`);
    await page.getByText("Change several at once").click();
    await expect(page.getByLabel("Change section to")).toBeVisible();
    await page.getByLabel("Change section to").selectOption({ label: chosen?.name ?? "" });
    await page.getByRole("button", { name: "Change the ticked ones" }).click();
    await expect(page.getByText("Please tick the articles to change.")).toBeVisible();
    await expect(page.getByLabel("Change section to")).toHaveValue(String(chosen?.id));

    await page.getByLabel("Change section to").selectOption("");
    await page.getByLabel(`Tick “${words} one”`).check();
    await page.getByRole("button", { name: "Change the ticked ones" }).click();
    await expect(page.getByText("Please choose a section, a topic, or both.")).toBeVisible();
    await expect(page.getByLabel(`Tick “${words} one”`)).toBeChecked();

    await page.getByLabel(`Tick “${words} two”`).check();
    await page.getByLabel("Change section to").selectOption({ label: chosen?.name ?? "" });
    await page.getByLabel("Add topic").selectOption({ label: added?.name ?? "" });
    await page.getByRole("button", { name: "Change the ticked ones" }).click();
    await expect(page.getByText("2 articles changed.")).toBeVisible();
    await expect(page.getByRole("row", { name: `${words} two` })).toContainText(chosen?.name ?? "");
    expect(ids.map(sectionOf)).toEqual([chosen?.id, chosen?.id]);
    for (const id of ids) expect(await listTopicIds(id)).toEqual([added?.id]);
  });
}

test("the first tick unfolds what several articles can be given, under no other row than before", async ({
  colleague,
}) => {
  const mina = await colleague("editor", "Mina Seo");
  for (const number of ["one", "two"]) await aDraftOf(mina, `Breakwater ${number}`);
  const { page } = mina;
  await page.goto("/desk/articles?q=Breakwater");
  const [one, two] = [page.getByLabel("Tick “Breakwater one”"), page.getByLabel("Tick “Breakwater two”")];
  const choice = page.getByLabel("Change section to");
  await expect(choice).toBeHidden();
  await expect(page.getByText("Tick all of this page"), "scripts are there").toBeAttached();
  await page.evaluate(() => document.fonts.ready);
  const before = await two.boundingBox();
  await one.check();
  await expect(choice).toBeInViewport();
  expect(await two.boundingBox()).toEqual(before);

  await page.getByText("Change several at once").click();
  await two.check();
  await expect(choice).toBeHidden();
});
