import { eq } from "drizzle-orm";
import type { BrowserContext, Locator, Page } from "playwright/test";
import { articlePath } from "#core/paths";
import type { Role } from "#core/permissions";
import { beginArticle } from "#db/articles/begin-article";
import { saveDraft } from "#db/articles/save-draft";
import { takeStep } from "#db/articles/take-step";
import { read, transaction } from "#db/client";
import { emptyRevision } from "#db/new-article";
import { hashNewPassword } from "#db/password-hash";
import { article, revision, section } from "#db/schema";
import { openSession } from "#db/sessions";
import { addStaff } from "#db/staff";
import { PASSWORD } from "#db/testing/staff";
import { test as base, expect } from "./fixtures.ts";
import type { Publication } from "./publication.ts";

/** Somebody who works here. Their password is `PASSWORD`. */
export type Employee = { staffId: number; name: string; email: string };

export type Colleague = Employee & {
  page: Page;
  context: BrowserContext;
};

type Newsroom = {
  /** Somebody who works here and has yet to sign in. */
  employee: (role: Role, name?: string) => Promise<Employee>;
  /** The same, signed in, with a browser of their own. */
  colleague: (role: Role, name: string) => Promise<Colleague>;
  /** An editor with a draft of hers open, ready to be written on. */
  writer: (headline: string) => Promise<Colleague & { id: number }>;
};

let people = 0;

export const test = base.extend<Newsroom>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from this pattern which fixtures are needed
  employee: async ({}, use) => {
    await use(async (role, name) => {
      people += 1;
      const person = { name: name ?? `Person ${people}`, email: `${people}.${Date.now()}@desk.example` };
      const password = await hashNewPassword(PASSWORD, []);
      if (!password.ok) throw new Error(password.reason);
      const added = { ...person, role };
      const staffId = await transaction(async (tx) => addStaff(tx, added, password.value, new Date()));
      return { staffId, ...person };
    });
  },
  colleague: async ({ employee, reader, baseURL }, use) => {
    await use(async (role, name) => {
      const person = await employee(role, name);
      const page = await reader();
      const context = page.context();
      const given = { staffId: person.staffId, device: "a journey", secondFactorAt: null, awaitsSecondFactor: false };
      const value = await transaction(async (tx) => openSession(tx, given, new Date()));
      await context.addCookies([{ name: "desk-session", value, url: baseURL ?? "" }]);
      return { ...person, page, context };
    });
  },
  writer: async ({ colleague }, use) => {
    await use(async (headline) => {
      const mina = await colleague("editor", "Mina Seo");
      const id = await aDraftOf(mina, headline);
      await openToWrite(mina.page, id);
      return { ...mina, id };
    });
  },
});

export { expect };

/** Somebody opens the first link of a publication that nobody runs yet, and is at its desk as its first administrator. */
export async function openTheDesk(page: Page, { address, firstLink }: Publication): Promise<void> {
  await page.goto(firstLink());
  await page.getByLabel("Your name").fill("Ada Park");
  await page.getByLabel("Email address").fill("ada@desk.example");
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Open the desk" }).click();
  await expect(page).toHaveURL(`${address}/desk`);
}

/** A draft of somebody's, with a first sentence. Returns its id. */
export async function aDraftOf({ staffId, name }: Employee, headline: string): Promise<number> {
  const now = new Date();
  const begun = await beginArticle({ staffId, name }, { headline }, now);
  if (!begun.ok) throw new Error(begun.reason);
  const content = { ...emptyRevision, headline, body: bodyOf("The first sentence.") };
  await saveDraft({ staffId, name }, begun.value, 1, content, now);
  return begun.value;
}

/** The same, published. */
export async function aLiveArticleOf(person: Employee, headline: string): Promise<number> {
  const id = await aDraftOf(person, headline);
  const { staffId, name } = person;
  const taken = await takeStep({ staffId, name }, id, { verb: "publish", version: 2 }, new Date());
  if (!taken.ok) throw new Error(taken.reason);
  return id;
}

/** Where readers find an article. */
export function pathOf(id: number): string {
  const found = read()
    .select({ slug: article.slug, section: section.slug })
    .from(article)
    .innerJoin(section, eq(section.id, article.sectionId))
    .where(eq(article.id, id))
    .get();
  return articlePath(found?.section ?? "", found?.slug ?? "");
}

const bodyOf = (text: string) => ({
  type: "doc" as const,
  content: [{ type: "paragraph" as const, content: [{ type: "text" as const, text }] }],
});

/** Opens an article and waits until it can be written on. */
export async function openToWrite(page: Page, id: number): Promise<void> {
  await page.goto(`/desk/articles/${id}`);
  await expect(textOf(page)).toBeVisible();
  await hasDrawn(page);
}

export const textOf = (page: Page) => page.getByRole("textbox", { name: "Text of the article" });

/** Types at the end of the text. */
export async function writeOn(page: Page, words: string): Promise<void> {
  await textOf(page).click();
  await page.keyboard.press("Control+End");
  await hasHeardOfSelection(page);
  await page.keyboard.type(words);
}

export const savedNote = (page: Page) => page.locator("[data-save]");

/** Waits until everything that was typed is at the desk, and is not taken in by what is still said of an earlier save. */
export async function untilSaved(page: Page): Promise<void> {
  await hasDrawn(page);
  await expect(savedNote(page)).toContainText(/^Saved/);
}

/** Waits until a page has drawn what came last: it knows then what was typed, and what it shows answers to keys. */
const hasDrawn = (page: Page) =>
  page.evaluate(() => new Promise<void>((drawn) => requestAnimationFrame(() => setTimeout(drawn))));

/** The texts of all save points of an article, oldest first. */
export function savePoints(articleId: number) {
  return read()
    .select({ headline: revision.headline, body: revision.body, occasion: revision.occasion })
    .from(revision)
    .where(eq(revision.articleId, articleId))
    .orderBy(revision.number)
    .all();
}

/** Selects the first place of these words within one paragraph of the text, as a pointer does. */
export async function selectWords(page: Page, words: string): Promise<void> {
  await textOf(page).evaluate((text: HTMLElement, wanted) => {
    text.focus();
    const nodes = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at !== -1) return getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
    }
    throw new Error(`The text has no “${wanted}”.`);
  }, words);
  await hasHeardOfSelection(page);
}

/** Selects the whole text. */
export async function selectAll(page: Page): Promise<void> {
  await page.keyboard.press("Control+A");
  await hasHeardOfSelection(page);
}

/** The editor learns of a selection by an event that comes later, and when it was given the focus looks again after that. */
async function hasHeardOfSelection(page: Page): Promise<void> {
  await hasDrawn(page);
  await page.waitForTimeout(100);
  await hasDrawn(page);
}

/**
 * Waits until React has taken a part of the desk over. Links, fields and forms need not wait; keys of the page, buttons that
 * are no form's and a focus that outlives the sending of one are not there before.
 */
export async function untilAwake(part: Locator): Promise<void> {
  const isAwake = (element: Element) => Object.keys(element).some((name) => name.startsWith("__reactProps"));
  await expect.poll(() => part.evaluate(isAwake)).toBe(true);
  await hasDrawn(part.page());
}

/** Pastes as a browser does, with the markup another program put on the clipboard. */
export async function paste(page: Page, html: string, text = ""): Promise<void> {
  await textOf(page).evaluate(
    (element, [html, text]) => {
      const clipboardData = new DataTransfer();
      if (html) clipboardData.setData("text/html", html);
      clipboardData.setData("text/plain", text ?? "");
      element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    },
    [html, text] as const,
  );
}

/** Fills in the page for signing in and sends it. */
export async function signInAs(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}
