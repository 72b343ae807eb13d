import { eq } from "drizzle-orm";
import { listNotes } from "#db/articles/article-notes";
import { read } from "#db/client";
import { correction } from "#db/schema";
import { aLiveArticleOf, expect, openToWrite, test } from "./newsroom.ts";

test("a step, a correction, a topic and a note that nobody answers say so and keep every word", async ({
  colleague,
  surprises,
}) => {
  surprises.expect(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/);
  const mina = await colleague("editor", "Mina Seo");
  const { page, context } = mina;
  const id = await aLiveArticleOf(mina, "A quay out of reach");
  await openToWrite(page, id);
  await page.getByText("Corrections", { exact: true }).click();
  const published = page.getByRole("textbox", { name: /^Correction/ });
  await published.fill("It was a Tuesday.");
  await page.getByLabel("Add a topic").fill("Tide tables");
  await page.getByRole("button", { name: "Note", exact: true }).click();
  const note = page.getByLabel("Note on the article");
  await note.fill("Half a thought");
  await page.keyboard.press("Escape");
  await expect(note).toHaveValue("Half a thought");

  await context.setOffline(true);
  const noAnswer = page.getByRole("alert").filter({ hasText: "The desk could not be reached." });
  await page.keyboard.press("Control+Enter");
  await expect(noAnswer).toHaveCount(1);
  await expect(note).toHaveValue("Half a thought");
  await page.getByRole("button", { name: "Publish the correction" }).click();
  await expect(noAnswer).toHaveCount(2);
  await expect(published).toHaveValue("It was a Tuesday.");
  await page.getByLabel("Add a topic").press("Enter");
  await expect(noAnswer).toHaveCount(3);
  await expect(page.getByLabel("Add a topic")).toHaveValue("Tide tables");
  await page.getByRole("button", { name: "Withdraw" }).click();
  await page.getByRole("button", { name: "Yes, withdraw it" }).click();
  await expect(noAnswer).toHaveCount(4);

  await context.setOffline(false);
  await page.getByRole("button", { name: "Publish the correction" }).dblclick();
  await expect(published).toHaveValue("");
  await note.press("Control+Enter");
  await expect(note).toHaveCount(0);
  expect((await listNotes(id)).map(({ text }) => text)).toEqual(["Half a thought"]);
  expect(read().select().from(correction).where(eq(correction.articleId, id)).all()).toHaveLength(1);
});

test("a resolved note is deleted after a question that names it; an open one has to be resolved first", async ({
  writer,
  surprises,
}) => {
  surprises.expect(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/);
  const { page, context, id } = await writer("A quay tidied up");
  await page.getByRole("button", { name: "Note", exact: true }).click();
  await page.getByLabel("Note on the article").fill("Who paid?");
  await page.keyboard.press("Control+Enter");
  const notes = page.getByRole("list", { name: "Open notes" });
  await expect(notes).toContainText("Who paid?");
  await expect(notes.getByRole("button", { name: "Delete" })).toHaveCount(0);
  await notes.getByRole("button", { name: "Resolve" }).click();
  await page.getByText("Resolved: 1").click();
  await page.getByRole("list", { name: "Resolved notes" }).getByRole("button", { name: "Delete", exact: true }).click();
  const question = page.getByRole("dialog", { name: "Delete the note “Who paid?”?" });
  await question.getByRole("button", { name: "Close" }).click();
  expect(await listNotes(id)).toHaveLength(1);
  await page.getByRole("list", { name: "Resolved notes" }).getByRole("button", { name: "Delete", exact: true }).click();
  await context.setOffline(true);
  await question.getByRole("button", { name: "Delete the note" }).click();
  await expect(question.getByRole("alert")).toContainText("The desk could not be reached.");
  await context.setOffline(false);
  await question.getByRole("button", { name: "Delete the note" }).click();
  await expect(page.getByText("Resolved: 1")).toHaveCount(0);
  expect(await listNotes(id)).toEqual([]);
});
