import {
  expect,
  openTheDesk,
  paste,
  savedNote,
  savePoints,
  selectAll,
  selectWords,
  test,
  textOf,
  untilSaved,
  writeOn,
} from "./newsroom.ts";
import { openAgain, openPublication } from "./publication.ts";

/** The body as it stands at the desk, without what an editor leaves at its end for the next paragraph. */
const bodyAt = (id: number) => savePoints(id).at(-1)?.body.content;

test("the slash menu inserts by keyboard what is searched for, and steps aside for what it has not", async ({
  writer,
}) => {
  const { page, id } = await writer("Behind a stroke");
  await writeOn(page, "\n/");
  const menu = page.getByRole("listbox", { name: "Insert" });
  await expect(menu.getByRole("option")).toHaveCount(12);
  await expect(menu.getByRole("option", { selected: true })).toContainText("Heading");
  await page.keyboard.press("ArrowDown");
  await expect(menu.getByRole("option", { selected: true })).toContainText("Smaller heading");
  await page.keyboard.type("pull");
  await expect(menu.getByRole("option")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await page.keyboard.type("A line set large");
  await untilSaved(page);
  expect(bodyAt(id)?.[1]).toEqual({
    type: "pullQuote",
    content: [{ type: "paragraph", content: [{ type: "text", text: "A line set large" }] }],
  });

  await writeOn(page, " and/or more /zzz");
  await expect(page.getByText("Nothing is called that.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByText("Nothing is called that.")).toHaveCount(0);
  await expect(textOf(page)).toContainText("and/or more /zzz");
});

test("a footnote is written by keyboard where it stands, and its key makes none within another", async ({ writer }) => {
  const { page, id } = await writer("With notes at its foot");
  await writeOn(page, " They sail at nine");
  await page.keyboard.press("Control+Alt+f");
  await page.keyboard.type("As of June.");
  await page.keyboard.press("Control+Alt+f");
  await page.keyboard.press("Escape");
  await page.keyboard.type(", they say.");
  await untilSaved(page);
  expect(bodyAt(id)?.[0]).toEqual({
    type: "paragraph",
    content: [
      { type: "text", text: "The first sentence. They sail at nine" },
      { type: "footnote", content: [{ type: "text", text: "As of June." }] },
      { type: "text", text: ", they say." },
    ],
  });

  // One that is left without a word is gone, and words after one at the very end are no part of it.
  await page.keyboard.press("Control+Alt+f");
  await page.keyboard.press("Escape");
  await page.keyboard.type(" Nobody knows");
  await page.keyboard.press("Control+Alt+f");
  await page.keyboard.type('"Nobody" is too much.');
  await page.keyboard.press("ArrowRight");
  await page.keyboard.type("!");
  await expect(textOf(page).locator(".footnote")).toHaveText(["As of June.", "“Nobody” is too much."]);
  await untilSaved(page);
  const [paragraph] = bodyAt(id) ?? [];
  expect(paragraph).toMatchObject({ content: [{}, {}, { text: ", they say. Nobody knows" }, {}, { text: "!" }] });
});

test("a table is made, captioned, made larger and smaller, and taken away", async ({ writer }) => {
  const { page, id } = await writer("In rows");
  await expect(page.getByRole("button", { name: "Row below" })).toHaveCount(0);
  await writeOn(page, "\n/table");
  await expect(page.getByRole("listbox", { name: "Insert" }).getByRole("option")).toHaveText([/^Table/]);
  await page.keyboard.press("Enter");
  await expect(textOf(page).locator("table")).toBeVisible();
  await page.keyboard.type("Port");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Boats");
  const table = textOf(page).locator("table");
  await expect(table.locator("tr")).toHaveCount(3);
  await page.getByRole("button", { name: "Row below" }).click();
  await page.getByRole("button", { name: "Column after" }).click();
  await expect(table.locator("tr")).toHaveCount(4);
  await expect(table.locator("tr").first().locator("th")).toHaveCount(4);
  await page.getByRole("button", { name: "Delete column" }).click();
  await page.getByLabel("Caption", { exact: true }).first().fill("Boats by port");
  await untilSaved(page);
  expect(bodyAt(id)?.find(({ type }) => type === "table")).toMatchObject({ attrs: { caption: "Boats by port" } });
  await page.getByRole("button", { name: "Delete table" }).click();
  await expect(table).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Row below" })).toHaveCount(0);
});

test("a link is set by keyboard; one that would run a script is refused and its words stay", async ({ writer }) => {
  const { page } = await writer("Leading on");
  await selectWords(page, "sentence");
  await page.keyboard.press("Control+k");
  await expect(page.getByLabel("Leads to")).toBeFocused();
  await page.keyboard.type("javascript:alert(1)");
  await page.keyboard.press("Enter");
  await expect(page.getByText("A link leads to a web address")).toBeVisible();
  await expect(page.getByLabel("Leads to")).toHaveValue("javascript:alert(1)");
  await page.getByLabel("Leads to").fill("example.org/tides");
  await page.keyboard.press("Enter");
  await expect(textOf(page).locator("a")).toHaveAttribute("href", "https://example.org/tides");

  await writeOn(page, " See [the table](https://example.org/table) or [run](javascript:alert)");
  await expect(textOf(page).locator("a")).toHaveText(["sentence", "the table"]);
  await expect(textOf(page)).toContainText("See the table or [run](javascript:alert)");
  await untilSaved(page);
});

test("a server that restarts in mid-sentence takes the rest once it is back", async ({ page, surprises }) => {
  surprises.expect(/ERR_(?:CONNECTION_REFUSED|EMPTY_RESPONSE|CONNECTION_RESET|SOCKET_NOT_CONNECTED)/);
  test.setTimeout(180_000);
  let publication = await openPublication(`restart-${Date.now()}`);
  surprises.expect(new RegExp(`^A third party was asked: ${publication.address}/`));
  try {
    await openTheDesk(page, publication);
    await page.goto(`${publication.address}/desk/articles/new`);
    await page.getByLabel("Headline").fill("Interrupted");
    await page.getByRole("button", { name: "Begin writing" }).click();
    await expect(textOf(page)).toBeVisible();
    await writeOn(page, "The boat leaves ");
    await untilSaved(page);
    await publication.stop();
    await page.keyboard.type("at nine.");
    await expect(savedNote(page)).toContainText("Offline: kept on this device");
    publication = await openAgain(publication);
    await expect(savedNote(page)).toContainText(/^Saved/, { timeout: 30_000 });
    await page.reload();
    await expect(textOf(page)).toHaveText("The boat leaves at nine.");
  } finally {
    await publication.stop();
  }
});

test("what is pasted from Word and from Google Docs comes in clean", async ({ writer }) => {
  const mina = await writer("Pasted");
  const { id } = mina;
  await textOf(mina.page).click();
  await selectAll(mina.page);
  await paste(
    mina.page,
    `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style></head><body>
<!--StartFragment--><p class=MsoNormal style='mso-margin-top-alt:auto'><b style='mso-bidi-font-weight:normal'>Bold</b> and <span style='color:red'>red</span><a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'>[1]</span></span></a><o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>First<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;</span></span><![endif]>Second</p>
<div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1"><span class=MsoFootnoteReference>[1]</span></a> As of June.</p></div><!--EndFragment--></body></html>`,
  );
  await expect(textOf(mina.page).locator("li")).toHaveCount(2);
  await untilSaved(mina.page);
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

  await selectAll(mina.page);
  await paste(
    mina.page,
    `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><h1 dir="ltr"><span style="font-weight:400">Title</span></h1><p dir="ltr"><span style="font-size:11pt;font-weight:400;font-style:normal">Plain </span><span style="font-weight:700;font-style:normal">bold</span><span style="font-weight:400;font-style:italic"> italic</span> <a href="https://www.google.com/url?q=https://example.org/a&amp;sa=D"><span style="text-decoration:underline">link</span></a></p></b>`,
  );
  await expect(textOf(mina.page).getByRole("heading", { level: 2 })).toHaveText("Title");
  await untilSaved(mina.page);
  await expect(textOf(mina.page).locator("strong")).toHaveText("bold");
  await expect(textOf(mina.page).locator("em")).toHaveText("italic");
  await expect(textOf(mina.page).locator("a")).toHaveAttribute("href", "https://example.org/a");

  // A call copied without its note is no link to nowhere.
  await selectAll(mina.page);
  await paste(mina.page, "<p class=MsoNormal>Alone<a href='#_ftn2' name='_ftnref2'>[2]</a></p>");
  await expect(textOf(mina.page)).toHaveText("Alone[2]");
  await expect(textOf(mina.page).getByRole("link")).toHaveCount(0);
});
