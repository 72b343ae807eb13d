import { eq } from "drizzle-orm";
import type { BrowserContext, Page } from "playwright/test";
import type { Role } from "#core/permissions";
import { beginArticle } from "#db/articles/begin-article";
import { saveDraft } from "#db/articles/save-draft";
import { takeStep } from "#db/articles/take-step";
import { read, transaction } from "#db/client";
import { emptyRevision } from "#db/new-article";
import { revision, staff } from "#db/schema";
import { openSession } from "#db/sessions";
import { test as base, expect } from "./fixtures.ts";

export type Colleague = {
  staffId: number;
  name: string;
  page: Page;
  context: BrowserContext;
  /** Signs the same person in again, in the same browser. */
  signInAgain: () => Promise<void>;
};

type Newsroom = {
  /** Somebody who works here, signed in, with a browser of their own. */
  colleague: (role: Role, name: string) => Promise<Colleague>;
};

let people = 0;

export const test = base.extend<Newsroom>({
  colleague: async ({ reader, baseURL }, use) => {
    await use(async (role, name) => {
      people += 1;
      const email = `${people}.${Date.now()}@desk.example`;
      const staffId = await transaction(
        async (tx) =>
          tx.insert(staff).values({ email, name, role, createdAt: new Date() }).returning({ id: staff.id }).get().id,
      );
      const page = await reader();
      const context = page.context();
      const signInAgain = async () => {
        const given = { staffId, device: "a journey", secondFactorAt: null, awaitsSecondFactor: false };
        const value = await transaction(async (tx) => openSession(tx, given, new Date()));
        await context.addCookies([{ name: "desk-session", value, url: baseURL ?? "" }]);
      };
      await signInAgain();
      return { staffId, name, page, context, signInAgain };
    });
  },
});

export { expect };

/** A draft of somebody's, with a first sentence. Returns its id. */
export async function aDraftOf({ staffId, name }: Colleague, headline: string): Promise<number> {
  const now = new Date();
  const begun = await beginArticle({ staffId, name }, { headline }, now);
  if (!begun.ok) throw new Error(begun.reason);
  const content = { ...emptyRevision, headline, body: bodyOf("The first sentence.") };
  await saveDraft({ staffId, name }, begun.value, 1, content, now);
  return begun.value;
}

/** The same, published. */
export async function aLiveArticleOf(person: Colleague, headline: string): Promise<number> {
  const id = await aDraftOf(person, headline);
  const { staffId, name } = person;
  const taken = await takeStep({ staffId, name }, id, { verb: "publish", version: 2 }, new Date());
  if (!taken.ok) throw new Error(taken.reason);
  return id;
}

const bodyOf = (text: string) => ({
  type: "doc" as const,
  content: [{ type: "paragraph" as const, content: [{ type: "text" as const, text }] }],
});

/** Opens an article and waits until it can be written on. */
export async function openToWrite(page: Page, id: number): Promise<void> {
  await page.goto(`/desk/articles/${id}`);
  await expect(textOf(page)).toBeVisible();
}

export const textOf = (page: Page) => page.getByRole("textbox", { name: "Text of the article" });

/** Types at the end of the text. */
export async function writeOn(page: Page, words: string): Promise<void> {
  await textOf(page).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(words);
}

export const savedNote = (page: Page) => page.locator("[data-save]");

/** The texts of all save points of an article, oldest first. */
export function savePoints(articleId: number) {
  return read()
    .select({ headline: revision.headline, body: revision.body, occasion: revision.occasion })
    .from(revision)
    .where(eq(revision.articleId, articleId))
    .orderBy(revision.number)
    .all();
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
