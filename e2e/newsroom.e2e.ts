import { eq } from "drizzle-orm";
import { plainText } from "#core/document";
import { localTime } from "#core/local-time";
import { articleTag } from "#core/page-tags";
import { read, transaction } from "#db/client";
import { article, staff, staffSession } from "#db/schema";
import { PASSWORD } from "#db/testing/staff";
import {
  aDraftOf,
  aLiveArticleOf,
  expect,
  openToWrite,
  paste,
  pathOf,
  savedNote,
  savePoints,
  test,
  textOf,
  writeOn,
} from "./newsroom.ts";

test("a contributor's article goes through review to readers", async ({ colleague, page: reader }) => {
  const { page: carla } = await colleague("contributor", "Carla Nunes");
  const { page: mina } = await colleague("editor", "Mina Seo");

  await carla.goto("/desk/articles");
  await carla.getByRole("link", { name: "New article" }).click();
  await expect(carla.getByRole("heading", { level: 1 })).toHaveText("New article");
  await carla.getByLabel("Headline").fill("A quay for slow boats");
  await carla.getByRole("button", { name: "Begin writing" }).click();
  await expect(textOf(carla), "one goes on writing").toBeFocused();
  await carla.getByLabel("Standfirst").press("Enter");
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
  await expect(savedNote(page)).toContainText(/^Saved/);

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

test("two editors on one article are told of each other, and the later save overwrites nothing", async ({
  colleague,
  surprises,
}) => {
  surprises.expect(/draft answered 409/);
  const mina = await colleague("editor", "Mina Seo");
  const theo = await colleague("editor", "Theo Lund");
  const id = await aDraftOf(mina, "One article, two people");
  await openToWrite(mina.page, id);
  await openToWrite(theo.page, id);
  await expect(theo.page.getByText("Also open: Mina Seo")).toBeVisible();

  await writeOn(theo.page, " Theo adds the tides.");
  await expect(savedNote(theo.page)).toContainText(/^Saved/);
  await writeOn(mina.page, " Mina adds the winds.");
  const question = mina.page.getByRole("dialog");
  await expect(question.getByRole("heading")).toHaveText("Theo Lund saved this article while you were writing");
  await expect(question.locator("del").filter({ hasText: "tides" })).toBeVisible();
  await expect(question.locator("ins").filter({ hasText: "winds" })).toBeVisible();
  await question.getByRole("button", { name: "Go on with mine" }).click();
  await expect(savedNote(mina.page)).toContainText(/^Saved/);

  const texts = savePoints(id).map(({ body }) => plainText(body));
  expect(texts.at(-1)).toContain("Mina adds the winds.");
  expect(texts.some((text) => text.includes("Theo adds the tides."))).toBe(true);

  await writeOn(theo.page, " And the moon.");
  await theo.page.getByRole("dialog").getByRole("button", { name: "Go on with Mina Seo’s" }).click();
  await expect(textOf(theo.page)).toContainText("Mina adds the winds.");
  const after = savePoints(id);
  expect(after.find(({ occasion }) => occasion === "set-aside") !== undefined).toBe(true);
  expect(
    plainText(after.find(({ occasion }) => occasion === "set-aside")?.body ?? { type: "doc", content: [] }),
  ).toContain("And the moon.");
});

test("words typed without a network are on the device, and at the desk once the tab was closed and opened again", async ({
  writer,
  surprises,
}) => {
  surprises.expect(/ERR_INTERNET_DISCONNECTED/);
  const mina = await writer("In mid-sentence");
  const { id } = mina;
  await mina.context.setOffline(true);
  await writeOn(mina.page, " The line breaks here");
  await expect(savedNote(mina.page)).toContainText("Offline: kept on this device");
  await mina.page.close();
  expect(plainText(savePoints(id).at(-1)?.body ?? { type: "doc", content: [] })).not.toContain("breaks here");

  await mina.context.setOffline(false);
  const again = await mina.context.newPage();
  await openToWrite(again, id);
  await expect(textOf(again)).toContainText("The line breaks here");
  await expect(savedNote(again)).toContainText(/^Saved/);
  expect(plainText(savePoints(id).at(-1)?.body ?? { type: "doc", content: [] })).toContain("The line breaks here");
});

test("a network that comes back is noticed, and nothing has to be done", async ({ writer, surprises }) => {
  surprises.expect(/ERR_INTERNET_DISCONNECTED/);
  const mina = await writer("A tunnel");
  await mina.context.setOffline(true);
  await writeOn(mina.page, " Dark.");
  await expect(savedNote(mina.page)).toContainText("Offline");
  await mina.context.setOffline(false);
  await expect(savedNote(mina.page)).toContainText(/^Saved/);
});

test("a session that ended keeps the page and every word, and signing in again saves them", async ({
  employee,
  writer,
  surprises,
}) => {
  surprises.expect(/(?:draft|presence) answered 401/);
  // Without one, the page for signing in says how to make one.
  await employee("administrator");
  const mina = await writer("An evening shift");
  const { id } = mina;
  await transaction(async (tx) => tx.delete(staffSession).where(eq(staffSession.staffId, mina.staffId)).run());
  await writeOn(mina.page, " The shift ends.");
  await expect(savedNote(mina.page)).toContainText("Signed out: sign in again to save");
  await expect(textOf(mina.page)).toContainText("The shift ends.");
  const opened = mina.page.waitForEvent("popup");
  await mina.page.getByRole("button", { name: "Sign in again" }).click();
  const gate = await opened;
  await gate.getByLabel("Email address").fill(mina.email);
  await gate.getByLabel("Password").fill("not this one at all");
  await gate.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(gate.getByRole("alert").filter({ hasText: "do not go together" })).toBeVisible();
  expect(plainText(savePoints(id).at(-1)?.body ?? { type: "doc", content: [] })).not.toContain("The shift ends.");
  await gate.getByLabel("Password").fill(PASSWORD);
  await gate.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(gate.getByRole("heading", { name: "You are signed in again" })).toBeVisible();
  await gate.close();
  await mina.page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await expect(savedNote(mina.page)).toContainText(/^Saved/);
  await expect(textOf(mina.page)).toContainText("The shift ends.");
});

test("the open tab of an editor who was removed saves nothing more and takes no step", async ({
  colleague,
  surprises,
}) => {
  surprises.expect(/(?:draft|presence) answered 401/);
  const theo = await colleague("editor", "Theo Lund");
  const id = await aDraftOf(theo, "Last words");
  await openToWrite(theo.page, id);
  await transaction(async (tx) =>
    tx.update(staff).set({ disabledAt: new Date() }).where(eq(staff.id, theo.staffId)).run(),
  );
  await writeOn(theo.page, " One more thing.");
  await expect(savedNote(theo.page)).toContainText("Signed out");
  await theo.page.getByRole("button", { name: "Publish now" }).click();
  await expect(theo.page.getByText("You were signed out. Sign in again, then repeat the step.")).toBeVisible();
  expect(savePoints(id).some(({ body }) => plainText(body).includes("One more thing"))).toBe(false);
  expect(read().select({ state: article.state }).from(article).where(eq(article.id, id)).get()?.state).toBe("draft");
});

test("an earlier version is compared in words and taken up again", async ({ colleague }) => {
  const mina = await colleague("editor", "Mina Seo");
  const id = await aLiveArticleOf(mina, "Twice told");
  await openToWrite(mina.page, id);
  await writeOn(mina.page, " A second sentence.");
  await expect(savedNote(mina.page)).toContainText(/^Saved/);
  await mina.page.getByRole("link", { name: "Versions" }).click();
  await expect(mina.page.locator("ins")).toContainText("A second sentence.");
  await mina.page.getByRole("link", { name: /published/ }).click();
  await mina.page.getByRole("button", { name: "Go on from this version" }).click();
  await expect(textOf(mina.page)).toHaveText("The first sentence.");
});

test("any two versions are compared, with their bylines, picture texts, section and topics", async ({ colleague }) => {
  const mina = await colleague("editor", "Mina Seo");
  const { page } = mina;
  const id = await aLiveArticleOf(mina, "Three tellings");
  await openToWrite(page, id);
  await page.getByLabel("Kicker").fill("Harbours");
  await page.getByLabel("Add somebody").fill("Ines Maru");
  await expect(page.getByRole("button", { name: "Add “Ines Maru” as a new contributor" })).toBeVisible();
  await expect(async () => {
    await page.getByLabel("Add somebody").press("Enter");
    await expect(page.getByLabel(/^Affiliation of Ines Maru/)).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(page.getByLabel("Add somebody")).toBeFocused();
  await page.getByLabel(/^Address/).fill("thrice-told");
  await page.getByRole("button", { name: "Save section, address and topics" }).click();
  await expect(savedNote(page)).toContainText(/^Saved/);
  await page.getByRole("button", { name: "Publish the change" }).click();
  await expect(page.getByText("Published.", { exact: true })).toBeVisible();
  await page.getByLabel("Standfirst").fill("Told a third time.");
  await expect(savedNote(page)).toContainText(/^Saved/);

  await page.getByRole("link", { name: "Versions" }).click();
  const part = (name: string) => page.locator("dl > div").filter({ has: page.locator("dt", { hasText: name }) });
  await expect(part("Standfirst").locator("ins")).toHaveText("Told a third time.");
  await expect(part("Kicker")).toHaveCount(0);
  await page.getByLabel("Compare with").selectOption({ index: 1 });
  await page.getByRole("button", { name: "Compare" }).click();
  await expect(part("Standfirst").locator("ins")).toHaveText("Told a third time.");
  await expect(part("Kicker").locator("ins")).toHaveText("Harbours");
  await expect(part("Byline").locator("ins")).toHaveText("Ines Maru");
  await expect(part("Section and address").locator("ins")).toContainText("/thrice-told");
  // A version that is not there is no error, and the newest is compared with the one before.
  await page.goto(`/desk/articles/${id}/versions?version=999&with=998`);
  await expect(part("Standfirst").locator("ins")).toHaveText("Told a third time.");
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

test("what is pasted from Word and from Google Docs comes in clean", async ({ writer }) => {
  const mina = await writer("Pasted");
  const { id } = mina;
  await textOf(mina.page).click();
  await mina.page.keyboard.press("Control+A");
  await paste(
    mina.page,
    `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style></head><body>
<!--StartFragment--><p class=MsoNormal style='mso-margin-top-alt:auto'><b style='mso-bidi-font-weight:normal'>Bold</b> and <span style='color:red'>red</span><a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'>[1]</span></span></a><o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>First<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;</span></span><![endif]>Second</p>
<div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1"><span class=MsoFootnoteReference>[1]</span></a> As of June.</p></div><!--EndFragment--></body></html>`,
  );
  await expect(textOf(mina.page).locator("li")).toHaveCount(2);
  await expect(savedNote(mina.page)).toContainText(/^Saved/);
  const fromWord = savePoints(id).at(-1)?.body;
  expect(JSON.stringify(fromWord)).not.toMatch(/mso|Mso|·|style|\[1\]/);
  expect(fromWord?.content[0]).toEqual({
    type: "paragraph",
    content: [
      { type: "text", text: "Bold", marks: [{ type: "bold" }] },
      { type: "text", text: " and red" },
      { type: "footnote", content: [{ type: "text", text: "As of June." }] },
    ],
  });

  await mina.page.keyboard.press("Control+A");
  await paste(
    mina.page,
    `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><h1 dir="ltr"><span style="font-weight:400">Title</span></h1><p dir="ltr"><span style="font-size:11pt;font-weight:400;font-style:normal">Plain </span><span style="font-weight:700;font-style:normal">bold</span><span style="font-weight:400;font-style:italic"> italic</span> <a href="https://www.google.com/url?q=https://example.org/a&amp;sa=D"><span style="text-decoration:underline">link</span></a></p></b>`,
  );
  await expect(textOf(mina.page).getByRole("heading", { level: 2 })).toHaveText("Title");
  await expect(savedNote(mina.page)).toContainText(/^Saved/);
  await expect(textOf(mina.page).locator("strong")).toHaveText("bold");
  await expect(textOf(mina.page).locator("em")).toHaveText("italic");
  await expect(textOf(mina.page).locator("a")).toHaveAttribute("href", "https://example.org/a");

  // A call copied without its note is no link to nowhere.
  await mina.page.keyboard.press("Control+A");
  await paste(mina.page, "<p class=MsoNormal>Alone<a href='#_ftn2' name='_ftnref2'>[2]</a></p>");
  await expect(textOf(mina.page)).toHaveText("Alone[2]");
  await expect(textOf(mina.page).getByRole("link")).toHaveCount(0);
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
