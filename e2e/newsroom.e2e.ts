import { eq } from "drizzle-orm";
import { localTime } from "#core/local-time";
import { articleTag } from "#core/page-tags";
import { transaction } from "#db/client";
import { article } from "#db/schema";
import {
  aDraftOf,
  aLiveArticleOf,
  expect,
  openToWrite,
  pathOf,
  savedNote,
  test,
  textOf,
  untilSaved,
  writeOn,
} from "./newsroom.ts";

test("a contributor's article goes through review to readers", async ({ colleague, page: reader }) => {
  test.slow();
  const { page: carla } = await colleague("contributor", "Carla Nunes");
  const { page: mina } = await colleague("editor", "Mina Seo");

  await carla.goto("/desk/articles");
  await carla.getByRole("link", { name: "New article" }).click();
  await expect(carla.getByRole("heading", { level: 1 })).toHaveText("New article");
  await carla.getByLabel("Headline").fill("A quay for slow boats");
  await carla.getByRole("button", { name: "Begin writing" }).click();
  await expect(textOf(carla), "one goes on writing").toBeFocused();
  await carla.getByLabel("Standfirst").press("Enter");
  await expect(textOf(carla)).toBeFocused();
  await carla.keyboard.type('They call it the "long" quay.');
  await expect(textOf(carla)).toHaveText("They call it the “long” quay.");
  await expect(savedNote(carla)).toContainText(/^Saved \d\d:\d\d/);
  await expect(carla.getByRole("button", { name: "Publish now" })).toHaveCount(0);
  const id = Number(carla.url().split("/").at(-1));
  await carla.getByRole("button", { name: "Hand in for review" }).click();
  await expect(carla.getByText("Handed in for review.")).toBeFocused();

  await openToWrite(mina, id);
  await mina.getByRole("button", { name: "Ask for changes" }).click();
  await mina.getByLabel("What should change").fill("Who calls it that?");
  await mina.getByRole("button", { name: "Ask for changes" }).last().click();
  await expect(mina.getByText("Sent back with your note.")).toBeVisible();

  await openToWrite(carla, id);
  await carla.getByText("History").click();
  await expect(carla.getByText("Who calls it that?")).toBeVisible();
  await writeOn(carla, " The pilots do.");
  await carla.getByRole("button", { name: "Hand in for review" }).click();
  await expect(carla.getByText("Handed in for review.")).toBeVisible();

  await openToWrite(mina, id);
  await mina.getByRole("button", { name: "Approve" }).click();
  await expect(mina.getByText("Approved.", { exact: true })).toBeVisible();
  expect((await reader.goto(pathOf(id)))?.status()).toBe(404);
  await mina.getByRole("button", { name: "Publish now" }).click();
  await expect(mina.getByText("Published.", { exact: true })).toBeVisible();

  await reader.goto(pathOf(id));
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText("A quay for slow boats");
  await expect(reader.getByText("They call it the “long” quay. The pilots do.")).toBeVisible();
});

test("a contributor opens nobody else's article, and a moderator none at all", async ({ colleague }) => {
  const mina = await colleague("editor", "Mina Seo");
  const carla = await colleague("contributor", "Carla Nunes");
  const theo = await colleague("moderator", "Theo Lund");
  const id = await aDraftOf(mina, "Not for you");
  expect((await carla.page.goto(`/desk/articles/${id}`))?.status()).toBe(404);
  expect((await carla.page.goto(`/desk/articles/${id}/versions`))?.status()).toBe(404);
  expect((await theo.page.goto(`/desk/articles/${id}`))?.status()).toBe(404);
  const answer = await carla.page.request.get(`/desk/articles/${id}/draft`);
  expect(answer.status()).toBe(404);
});

test("a change to a live article waits for its moment, and readers keep what they have", async ({
  colleague,
  page: reader,
}) => {
  const mina = await colleague("editor", "Mina Seo");
  const id = await aLiveArticleOf(mina, "The timetable of the strait");
  const { page } = mina;
  await openToWrite(page, id);
  const again = await page.evaluate(async (address) => {
    const { version, content } = await (await fetch(address)).json();
    const sent = await fetch(address, { method: "POST", body: JSON.stringify({ version, content, how: "save" }) });
    return { version, answer: await sent.json() };
  }, `/desk/articles/${id}/draft`);
  expect(again.answer, "what readers have already is no change").toMatchObject({
    version: again.version,
    state: "published",
  });
  await page.getByLabel("Headline", { exact: true }).fill("The new timetable of the strait");
  await untilSaved(page);

  await page.getByRole("button", { name: "Schedule the change" }).click();
  await page.getByLabel(/^When, as clocks/).fill("2020-01-01T09:00");
  await page.getByRole("button", { name: "Schedule the change" }).last().click();
  await expect(page.getByText("Please name a moment that is still to come.")).toBeVisible();

  await page.getByLabel(/^When, as clocks/).fill(localTime(new Date(Date.now() + 3 * 3_600_000), "Asia/Seoul"));
  await page.getByRole("button", { name: "Schedule the change" }).last().click();
  await expect(page.getByText("Scheduled.", { exact: true })).toBeVisible();
  await reader.goto(pathOf(id));
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText("The timetable of the strait");

  // The hours pass.
  await transaction(async (tx, changed) => {
    tx.update(article)
      .set({ nextAt: new Date(Date.now() - 1_000) })
      .where(eq(article.id, id))
      .run();
    changed(articleTag(id));
  });
  await expect(async () => {
    await reader.goto(pathOf(id));
    await expect(reader.getByRole("heading", { level: 1 })).toHaveText("The new timetable of the strait", {
      timeout: 500,
    });
  }).toPass();
});

test("an outsider reads a draft by its link and leaves a note without an account; a revoked link opens nothing", async ({
  colleague,
  page: outsider,
}) => {
  const mina = await colleague("editor", "Mina Seo");
  const id = await aDraftOf(mina, "For counsel’s eyes");
  const { page } = mina;
  await page.goto(`/desk/articles/${id}/preview`);
  await expect(page.frameLocator("iframe").getByRole("heading", { level: 1 })).toHaveText("For counsel’s eyes");
  await page.getByLabel("For whom").fill("Counsel");
  await page.getByRole("button", { name: "Make a link" }).click();
  const link = (await page.locator("code").textContent()) ?? "";

  const response = await outsider.goto(link);
  expect(response?.headers()["cache-control"]).toContain("no-store");
  expect(response?.headers()["x-robots-tag"]).toBe("noindex");
  await expect(outsider.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
  await expect(outsider.getByRole("heading", { level: 1 })).toHaveText("For counsel’s eyes");
  await outsider.getByLabel("Your note").fill("Who told us this?");
  await outsider
    .locator("form")
    .last()
    .evaluate((form: HTMLFormElement) => {
      form.noValidate = true;
    });
  await outsider.getByRole("button", { name: "Leave the note" }).click();
  await expect(outsider.getByText("Please say who you are.")).toBeVisible();
  await expect(outsider.getByLabel("Your note")).toHaveValue("Who told us this?");
  await outsider.getByLabel("Your name").fill("Counsel");
  await outsider.getByRole("button", { name: "Leave the note" }).click();
  await expect(outsider.getByText("Your note is with the editors.")).toBeVisible();

  await page.reload();
  await page.getByRole("button", { name: "Revoke" }).click();
  await expect(page.getByRole("button", { name: "Revoke" })).toHaveCount(0);
  expect((await outsider.goto(link))?.status()).toBe(404);
});

test("comments close at a time typed by keyboard: a past one is said to be past, and readers are refused", async ({
  colleague,
  page: reader,
}) => {
  const mina = await colleague("editor", "Mina Seo");
  const id = await aLiveArticleOf(mina, "Ferries sail again");
  await openToWrite(mina.page, id);
  await mina.page.locator("summary", { hasText: /^Comments/ }).click();
  const until = mina.page.getByLabel(/^Until/);
  const typeTime = async (year: string) => {
    // Whether the browser's own language puts the day or the month first, and has an afternoon.
    await until.focus();
    await mina.page.keyboard.type(`0202${year}`);
    await mina.page.keyboard.press("ArrowRight");
    await mina.page.keyboard.type("1030A");
    await until.blur();
  };

  await typeTime("2020");
  await expect(until).toHaveValue("2020-02-02T10:30");
  await expect(mina.page.getByText("That time is past: readers can no longer comment.")).toBeVisible();
  await reader.goto(pathOf(id));
  await expect(reader.getByText("Comments on this article have closed.")).toBeVisible();

  await until.fill("2040-02-01T10:30");
  await until.blur();
  await expect(mina.page.getByText("That time is past: readers can no longer comment.")).toBeHidden();
  await expect(async () => {
    await reader.goto(pathOf(id));
    await expect(reader.getByRole("button", { name: "Post Comment" })).toBeVisible({ timeout: 500 });
  }).toPass();
});
