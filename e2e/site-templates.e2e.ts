import { globSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { and, desc, eq, isNotNull, lte } from "drizzle-orm";
import { HtmlValidate } from "html-validate";
import type { Page } from "playwright/test";
import { localTime } from "#core/local-time";
import { offerPreview } from "#db/articles/preview-links";
import { takeStep } from "#db/articles/take-step";
import { read, transaction, writingEngine } from "#db/client";
import { issueLink } from "#db/commenter-links";
import { theSoftware } from "#db/log";
import { article, comment } from "#db/schema";
import { readSettings } from "#db/settings";
import { paragraph } from "#db/testing/publication";
import { aLiveArticleOf, type Employee, expect, pathOf, test } from "./newsroom.ts";

/*
 * Every template of the readers' pages, each in every way it can look: its HTML conforms to the standard and it bars
 * nobody. The routes are counted, so that a new one without an example here fails.
 */

type Newsroom = { editor: Employee };
/** The ways a template looks: what each is called, and where it is to be seen. */
type Examples = Record<string, (newsroom: Newsroom) => Promise<string> | string>;

const ferry = "/asia/the-ferry-that-keeps-the-strait-open";

function aComment() {
  const found = read()
    .select()
    .from(comment)
    .where(and(isNotNull(comment.commenterId), eq(comment.status, "approved")))
    .orderBy(desc(comment.id))
    .get();
  if (!found) throw new Error("The demonstration publication has no comment.");
  return { commentId: found.id, commenterId: found.commenterId ?? 0 };
}

/** As the publication's clocks show it. Of this month there may be nothing yet. */
async function newestMonth() {
  const there = and(isNotNull(article.liveRevisionId), lte(article.publishedAt, new Date()));
  const newest = read()
    .select({ at: article.publishedAt })
    .from(article)
    .where(there)
    .orderBy(desc(article.publishedAt))
    .get();
  const [year = "", month = ""] = localTime(newest?.at ?? new Date(), (await readSettings()).timeZone).split("-");
  return { year, month };
}

const privateLink = (purpose: "manage" | "unsubscribe") =>
  transaction(async (tx) => issueLink(tx, { ...aComment(), purpose }, new Date()));

async function aPreview({ editor }: Newsroom): Promise<string> {
  const id = await aLiveArticleOf(editor, "A draft to be looked at");
  const offered = await offerPreview(theSoftware, id, { label: "A source", days: 2 }, new Date());
  if (!offered.ok) throw new Error(offered.reason);
  return `/preview/${offered.value}`;
}

async function withdrawn({ editor }: Newsroom): Promise<string> {
  const id = await aLiveArticleOf(editor, "An article that is taken back");
  await takeStep(theSoftware, id, { verb: "withdraw", version: 3 }, new Date());
  return pathOf(id);
}

/** Its text can be read by nobody, as after a disk has gone bad. */
async function broken({ editor }: Newsroom): Promise<string> {
  const id = await aLiveArticleOf(editor, "An article that cannot be read");
  const engine = writingEngine();
  engine.transaction(() => {
    engine.prepare("update revision set body = '{' where article_id = ?").run(id);
    // The index would find out first.
    engine.prepare("delete from search_due").run();
  })();
  return pathOf(id);
}

const templates: Record<string, Examples> = {
  "": { "the front page": () => "/" },
  "[section]": { "a section": () => "/asia" },
  "[section]/[slug]": {
    "an article": () => ferry,
    "an article in Korean": () => "/asia/seoul-hangang-night-swimmers",
    "an article, answering a comment": () => `${ferry}?reply-to=${aComment().commentId}`,
  },
  archive: { "the archive": () => "/archive" },
  "archive/[year]": { "a year": async () => `/archive/${(await newestMonth()).year}` },
  "archive/[year]/[month]": {
    "a month": async () => {
      const { year, month } = await newestMonth();
      return `/archive/${year}/${month}`;
    },
  },
  "contributors/[slug]": { "a contributor": () => "/contributors/seo-yeon-ju" },
  "topics/[slug]": { "a topic": () => "/topics/shipping" },
  search: {
    "the empty search": () => "/search",
    "search results": () => "/search?q=ferry&section=asia&sort=newest",
    "a search without results": () => "/search?q=qqqqqqq",
    "a search with a typing mistake": () => "/search?q=fery",
    "a search for some of the words": () => "/search?q=ferry+qqqqqqq",
  },
  "preview/[token]": { "a preview": aPreview },
  privacy: { "what is kept of readers": () => "/privacy" },
  "replies/[token]": { "a commenter's own page": async () => `/replies/${await privateLink("manage")}` },
  "replies/ended": { "a private link is ended": () => "/replies/ended" },
  "replies/erased": { "everything is erased": () => "/replies/erased" },
  "replies/report/[comment]": {
    "a comment is reported": () => `/replies/report/${aComment().commentId}`,
    "a report was sent": () => `/replies/report/${aComment().commentId}?done=reported`,
  },
  "replies/stop/[token]": {
    "mails are stopped": async () => `/replies/stop/${await privateLink("unsubscribe")}`,
    "mails were stopped": async () => `/replies/stop/${await privateLink("unsubscribe")}?done=stopped`,
  },
  "not-found-page": { "nothing is there": () => "/asia/nothing-of-the-kind" },
  "withdrawn-page": { "what was withdrawn": withdrawn },
  "error-page": { "what cannot be shown": broken },
};

/** Rules of style that say nothing of conformance are left to our own house style. */
const validator = new HtmlValidate({
  extends: ["html-validate:standard"],
  rules: { "no-trailing-whitespace": "off", "long-title": "off", "attribute-boolean-style": "off" },
});

async function conforms(html: string): Promise<void> {
  const { results } = await validator.validateString(html);
  const messages = results.flatMap(({ messages: found }) => found);
  expect(messages.map(({ ruleId, message, line, column }) => `${ruleId} ${line}:${column} ${message}`)).toEqual([]);
}

async function barsNobody(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.reload();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
  }
}

const statuses: Record<string, number> = { "not-found-page": 404, "withdrawn-page": 410, "error-page": 500 };

test("every template of the site has an example here, and none that is gone", () => {
  const routes = globSync("app/(site)/**/page.tsx")
    .map((path) => path.replaceAll("\\", "/").slice("app/(site)/".length, -"page.tsx".length).replace(/\/$/, ""))
    // A part is seen in every other page.
    .filter((route) => route !== "page-part/[part]");
  expect(routes.length).toBeGreaterThan(10);
  expect(Object.keys(templates).sort()).toEqual(routes.sort());
});

test.describe.configure({ timeout: 90_000 });

// Whoever comes later may have to read every text there is.
test.afterEach(() => {
  const mended = JSON.stringify(paragraph("Mended."));
  writingEngine().prepare("update revision set body = ? where body = '{'").run(mended);
});

for (const [route, examples] of Object.entries(templates)) {
  for (const [name, addressOf] of Object.entries(examples)) {
    test(`${name}: its HTML conforms, and it bars nobody by day and by night`, async ({
      employee,
      page,
      surprises,
    }) => {
      const status = statuses[route] ?? 200;
      if (status === 500) surprises.expect(/answered 500/);
      const path = await addressOf({ editor: await employee("editor") });
      const answer = await page.goto(path);
      expect(answer?.status()).toBe(status);
      await conforms((await answer?.text()) ?? "");
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      await barsNobody(page);
    });
  }
}
