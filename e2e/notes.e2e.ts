import { eq } from "drizzle-orm";
import type { Page } from "playwright/test";
import { listNotes, resolveNote } from "#db/articles/article-notes";
import { offerPreview } from "#db/articles/preview-links";
import { transaction } from "#db/client";
import { staffSession } from "#db/schema";
import {
  aDraftOf,
  aLiveArticleOf,
  expect,
  openToWrite,
  pathOf,
  savePoints,
  selectAll,
  selectWords,
  test,
  textOf,
  untilSaved,
  writeOn,
} from "./newsroom.ts";

const openNotes = (page: Page) => page.getByRole("list", { name: "Open notes" }).getByRole("listitem");
const marks = (page: Page) => textOf(page).locator("mark");

test("words are marked with a note by keyboard; the note leads to them, is resolved and taken up again", async ({
  colleague,
  page: reader,
}) => {
  const mina = await colleague("editor", "Mina Seo");
  const { page } = mina;
  const id = await aLiveArticleOf(mina, "A quay with notes");
  await openToWrite(page, id);
  await selectWords(page, "first");
  await page.keyboard.press("Control+Alt+m");
  await expect(page.getByLabel("Note on these words")).toBeFocused();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Please write something first.")).toBeVisible();
  await page.getByLabel("Note on these words").fill("First of how many?");
  await page.keyboard.press("Control+Enter");
  await expect(openNotes(page)).toHaveCount(1);
  await expect(openNotes(page)).toContainText("First of how many?");
  await expect(marks(page)).toHaveText("first");
  await expect(textOf(page)).toBeFocused();

  // The words move as somebody writes before them, and are found again in a page that is opened anew.
  await textOf(page).click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("It was late. ");
  await expect(marks(page)).toHaveText("first");
  await untilSaved(page);
  expect(JSON.stringify(savePoints(id))).not.toContain("First of how many?");
  expect(JSON.stringify(savePoints(id))).not.toContain('mark"');
  await openToWrite(page, id);
  await expect(marks(page)).toHaveText("first");

  await openNotes(page).getByRole("button", { name: "first" }).click();
  await expect.poll(() => page.evaluate(() => String(getSelection()))).toBe("first");
  await openNotes(page).getByRole("button", { name: "Resolve" }).click();
  await expect(openNotes(page)).toHaveCount(0);
  await expect(marks(page)).toHaveCount(0);
  await page.getByText("Resolved: 1").click();
  await page.getByRole("button", { name: "Open again" }).click();
  await expect(marks(page)).toHaveText("first");

  // Without the words there is nothing to lead to, and the note says so.
  await textOf(page).click();
  await selectAll(page);
  await page.keyboard.type("Another text altogether.");
  await expect(textOf(page)).toHaveText("Another text altogether.");
  await openNotes(page).getByRole("button", { name: "first" }).click();
  await expect(page.getByText("These words are no longer in the text.")).toBeVisible();

  await reader.goto(pathOf(id));
  expect(await reader.content()).not.toContain("First of how many?");
});

test("a note can be on words of the headline, or on the article as a whole", async ({ writer }) => {
  const { page } = await writer("The boats of Incheon");
  const headline = page.getByLabel("Headline", { exact: true });
  await headline.evaluate((field: HTMLTextAreaElement) => {
    field.focus();
    field.setSelectionRange(4, 9);
  });
  await page.getByRole("button", { name: "Note", exact: true }).click();
  await page.getByLabel("Note on these words").fill("Ships, surely.");
  await page.getByRole("button", { name: "Leave the note" }).click();
  await expect(openNotes(page)).toHaveCount(1);
  await openNotes(page).getByRole("button", { name: "boats" }).click();
  await expect(headline).toBeFocused();

  await textOf(page).click();
  await page.getByRole("button", { name: "Note", exact: true }).click();
  await expect(page.getByText("Note on the article as a whole")).toBeVisible();
  await expect(page.getByLabel("Note on the article")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByText("Note on the article as a whole")).toHaveCount(0);
  await page.getByRole("button", { name: "Leave a note" }).click();
  await page.getByLabel("Note on the article").fill("Shorter, please.");
  await page.getByRole("button", { name: "Leave the note" }).click();
  await expect(openNotes(page)).toHaveCount(2);
});

test("who was signed out meanwhile keeps the words of their note", async ({ writer, surprises }) => {
  surprises.expect(/(?:draft|presence) answered 401/);
  const { page, id, staffId } = await writer("A night shift");
  await page.getByRole("button", { name: "Note", exact: true }).click();
  await page.getByLabel("Note on the article").fill("Half a thought");
  await transaction(async (tx) => tx.delete(staffSession).where(eq(staffSession.staffId, staffId)).run());
  await page.getByRole("button", { name: "Leave the note" }).click();
  await expect(page.getByText("You were signed out. Sign in again, then send the note.")).toBeVisible();
  await expect(page.getByLabel("Note on the article")).toHaveValue("Half a thought");
  expect(await listNotes(id)).toEqual([]);
});

test("an outsider's note shows on its passage beside the text, and what the desk notes stays at the desk", async ({
  writer,
  reader,
  page: outsider,
}) => {
  test.slow();
  const { page, id, staffId, name } = await writer("For counsel’s eyes only");
  await page.getByRole("button", { name: "Note", exact: true }).click();
  await page.getByLabel("Note on the article").fill("I doubt this source.");
  await page.getByRole("button", { name: "Leave the note" }).click();
  await expect(openNotes(page)).toHaveCount(1);

  const link = await offerPreview({ staffId, name }, id, { label: "Counsel", days: 1 }, new Date());
  if (!link.ok) throw new Error(link.reason);
  await outsider.goto(`/preview/${link.value}`);
  await expect(outsider.getByText("I doubt this source.")).toHaveCount(0);
  await outsider.getByText("The first sentence.").evaluate((paragraph) => {
    getSelection()?.setBaseAndExtent(paragraph.firstChild ?? paragraph, 4, paragraph.firstChild ?? paragraph, 18);
  });
  await expect(outsider.getByLabel("About these words")).toHaveValue("first sentence");
  await outsider.getByLabel("Your note").fill("Who told us this?");
  await outsider.getByLabel("Your name").fill("Counsel");
  await outsider.getByRole("button", { name: "Leave the note" }).click();
  await expect(outsider.getByText("Your note is with the editors.")).toBeVisible();
  await expect(outsider.getByText("Who told us this?")).toBeVisible();

  // The open editor hears of it by itself.
  await expect(openNotes(page)).toHaveCount(2, { timeout: 15_000 });
  await expect(openNotes(page).last()).toContainText("Counsel, with a preview link");
  await expect(marks(page)).toHaveText("first sentence");
  await marks(page).click();
  await expect(page.getByRole("list", { name: "Notes on these words" })).toContainText("Who told us this?");

  // The two talk it over under the note, without a script at the outsider's end.
  await openNotes(page).last().getByRole("button", { name: "Reply" }).click();
  await expect(page.getByLabel("Your reply")).toBeFocused();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Please write something first.")).toBeVisible();
  await page.getByLabel("Your reply").fill("The harbour master.");
  await page.keyboard.press("Control+Enter");
  await expect(openNotes(page).getByRole("list", { name: "Replies" })).toContainText("The harbour master.");
  const scriptless = await reader({ javaScriptEnabled: false });
  await scriptless.goto(`/preview/${link.value}`);
  await expect(scriptless.getByText("The harbour master.")).toBeVisible();
  await scriptless.getByText("Reply", { exact: true }).click();
  const answer = scriptless.locator("details");
  await answer.getByLabel("Your reply").fill("In writing?");
  await answer.getByLabel("Your name").fill("   ");
  await answer.getByRole("button").click();
  await expect(answer.getByText("Please say who you are.")).toBeVisible();
  await expect(answer.getByLabel("Your reply")).toHaveValue("In writing?");
  await answer.getByLabel("Your name").fill("Counsel");
  await answer.getByRole("button").click();
  await expect(scriptless.getByText("In writing?")).toBeVisible();
  await expect(openNotes(page).getByRole("list", { name: "Replies" }).getByRole("listitem")).toHaveCount(2, {
    timeout: 15_000,
  });

  const left = (await listNotes(id)).at(-1)?.id ?? 0;
  expect((await resolveNote({ staffId, name }, id, left, true, new Date())).ok).toBe(true);
  await outsider.reload();
  await expect(outsider.getByText("Who told us this?")).toHaveCount(0);
});

test("a preview beside the text, and one on a page of its own, follow what is written; a stranger's stays shut", async ({
  colleague,
}) => {
  const mina = await colleague("editor", "Mina Seo");
  const carla = await colleague("contributor", "Carla Nunes");
  const id = await aDraftOf(mina, "Followed closely");
  const other = await mina.context.newPage();
  await other.goto(`/desk/articles/${id}/preview?width=phone`);
  await expect(other.frameLocator("iframe").getByText("The first sentence.")).toBeVisible();

  const { page } = mina;
  await openToWrite(page, id);
  await page.getByRole("button", { name: "Preview" }).click();
  const beside = page.frameLocator("iframe");
  await expect(beside.getByText("The first sentence.")).toBeVisible();
  await writeOn(page, " And a second one.");
  await expect(beside.getByText("The first sentence. And a second one.")).toBeVisible();
  await expect(other.frameLocator("iframe").getByText("And a second one.")).toBeVisible();
  const widthOfFrame = () => beside.locator("html").evaluate(() => innerWidth);
  await expect.poll(widthOfFrame).toBeLessThan(400);
  await page.getByRole("button", { name: "Desktop" }).click();
  await expect.poll(widthOfFrame).toBeGreaterThan(1_200);

  for (const path of [`/api/preview/${id}`, `/desk/articles/${id}/preview`, `/desk/articles/${id}/presence`]) {
    expect((await carla.page.request.get(path)).status(), path).toBe(404);
  }
});
