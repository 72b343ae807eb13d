import { eq } from "drizzle-orm";
import sharp from "sharp";
import { articleTag } from "#core/page-tags";
import { read, transaction } from "#db/client";
import { findLibraryPicture, listPictures } from "#db/picture-library";
import { article, revision } from "#db/schema";
import { deskScripts, holdRequests } from "./held-requests.ts";
import { aLiveArticleOf, expect, test, untilAwake } from "./newsroom.ts";

const aPng = async (name: string, background: string) => ({
  name,
  mimeType: "image/png",
  buffer: await sharp({ create: { width: 900, height: 600, channels: 3, background } })
    .png()
    .toBuffer(),
});
const notAPicture = {
  name: "notes.png",
  mimeType: "image/png",
  buffer: Buffer.from("only words, whatever the name says"),
};

/** Puts a picture at the head of a live article, as its editor would. */
const putAtHead = (articleId: number, pictureId: number) =>
  transaction(async (tx, changed) => {
    tx.update(revision).set({ pictureId }).where(eq(revision.articleId, articleId)).run();
    changed(articleTag(articleId));
  });

test("several pictures come in at once, and what is no picture is refused in words that stay", async ({
  colleague,
  surprises,
}) => {
  surprises.expect(/upload.*415/);
  const { page } = await colleague("editor", "Mina Seo");
  await page.goto("/desk/pictures");
  const files = [await aPng("harbour-blue.png", "#235a8c"), notAPicture, await aPng("harbour-red.png", "#8c2f23")];
  await page.getByLabel("Upload pictures").setInputFiles(files);
  const sent = page.getByRole("list", { name: "Files that were sent" });
  await expect(sent.getByText("In the library.")).toHaveCount(2, { timeout: 20_000 });
  await expect(sent.getByRole("listitem").filter({ hasText: "notes.png" })).toContainText(
    "This is no JPEG, PNG, WebP, AVIF or GIF picture",
  );
  await expect(page.getByRole("link", { name: "harbour-red.png" })).toBeVisible();

  await page.getByRole("searchbox", { name: "Search pictures" }).fill("harbour-blue");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveURL(/q=harbour-blue/);
  await expect(page.getByRole("link", { name: "harbour-blue.png" })).toBeVisible();
  await expect(page.getByRole("link", { name: "harbour-red.png" })).toHaveCount(0);
});

test("files that are chosen while the page's scripts are on their way come in once these are there", async ({
  colleague,
}) => {
  const { page } = await colleague("editor", "Mina Seo");
  const letGo = await holdRequests(page, deskScripts);
  await page.goto("/desk/pictures", { waitUntil: "commit" });
  await page.getByLabel("Upload pictures").setInputFiles(await aPng("chosen-early.png", "#44617b"));
  letGo();
  const line = page.getByRole("list", { name: "Files that were sent" }).getByRole("listitem");
  await expect(line).toContainText("chosen-early.png");
  await expect(line).toContainText("In the library.", { timeout: 20_000 });
});

test("a picture is dropped on the page, and another is pasted", async ({ colleague }) => {
  const { page } = await colleague("contributor", "Carla Nunes");
  await page.goto("/desk/pictures");
  await expect(page.getByText("Or drop them anywhere on this page")).toBeVisible();
  const gestures = { drop: await aPng("dropped.png", "#1b7f7a"), paste: await aPng("pasted.png", "#7f1b60") };
  for (const [gesture, { name, buffer }] of Object.entries(gestures)) {
    await page.evaluate(
      ([gesture, name, base64]) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const data = new DataTransfer();
        data.items.add(new File([bytes], name, { type: "image/png" }));
        const options = { bubbles: true, cancelable: true };
        document.body.dispatchEvent(
          gesture === "drop"
            ? new DragEvent("drop", { ...options, dataTransfer: data })
            : new ClipboardEvent("paste", { ...options, clipboardData: data }),
        );
      },
      [gesture, name, buffer.toString("base64")] as const,
    );
    const line = page
      .getByRole("list", { name: "Files that were sent" })
      .getByRole("listitem")
      .filter({ hasText: name });
    await expect(line).toContainText("In the library.", { timeout: 15_000 });
  }
});

test("a picture comes in by a plain form where scripts are off", async ({ colleague, reader }) => {
  const mina = await colleague("editor", "Mina Seo");
  const page = await reader({ javaScriptEnabled: false });
  await page.context().addCookies(await mina.context.cookies());
  await page.goto("/desk/pictures");
  await page
    .getByLabel("Upload pictures")
    .setInputFiles([await aPng("plain-form.png", "#356b35"), notAPicture, await aPng("no-photo.jpg", "#356b36")]);
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByText("In the library: plain-form.png.")).toBeVisible({ timeout: 15_000 });
  await expect(page.getByText("notes.png: This is no JPEG")).toBeVisible();
  await expect(page.getByText("no-photo.jpg: The ending of its name is not that of the picture in it.")).toBeVisible();
});

test("a picture is described, pointed at by click and by figures, and replaced in place; in use it cannot be deleted", async ({
  colleague,
  page: reader,
}) => {
  const mina = await colleague("editor", "Mina Seo");
  const { page } = mina;
  await page.goto("/desk/pictures");
  await page.getByLabel("Upload pictures").setInputFiles(await aPng("quay-at-dawn.png", "#5a4a8c"));
  await page.getByRole("link", { name: "Describe it" }).click({ timeout: 20_000 });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("quay-at-dawn.png");
  const id = Number(page.url().split("/").at(-1));

  const target = page.getByRole("button", { name: "Focal point: arrow keys move it" });
  const box = await target.boundingBox();
  if (!box) throw new Error("no picture");
  await target.click({ position: { x: box.width * 0.25, y: box.height * 0.75 } });
  await expect(page.getByLabel("Per cent from the left")).toHaveValue("25");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByLabel("Per cent from the left")).toHaveValue("26");
  await page.getByLabel("In words").fill("A quay before sunrise");
  await page.getByLabel("Per cent from the top").fill("140");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Please give a whole number from 0 to 100.")).toBeVisible();
  await expect(page.getByLabel("In words")).toHaveValue("A quay before sunrise");
  await page.getByLabel("Per cent from the top").fill("80");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(/^Saved\./)).toBeVisible();
  const saved = await findLibraryPicture(id);
  expect([saved?.focalX, saved?.focalY, saved?.alt]).toEqual([26, 80, "A quay before sunrise"]);

  const articleId = await aLiveArticleOf(mina, "Boats leave the quay");
  await putAtHead(articleId, id);
  await page.reload();
  await expect(page.getByRole("link", { name: "Boats leave the quay" })).toBeVisible();
  await expect(page.getByText("This picture is in use.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Delete" })).toHaveCount(0);

  const path = read().select({ slug: article.slug }).from(article).where(eq(article.id, articleId)).get()?.slug;
  const shown = () => reader.locator(`main img[src*="/media/"]`).first().getAttribute("src");
  await page.getByLabel("The other file").setInputFiles(notAPicture);
  await page.getByRole("button", { name: "Replace" }).click();
  await expect(page.getByText("notes.png: This is no JPEG")).toBeVisible();
  await page.getByLabel("The other file").setInputFiles(await aPng("quay-at-noon.png", "#c8a23a"));
  await page.getByRole("button", { name: "Replace" }).click();
  await expect(page.getByText(/^Replaced\./)).toBeVisible({ timeout: 15_000 });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("quay-at-noon.png");
  const hash = (await findLibraryPicture(id))?.hash;
  expect(hash).not.toBe(saved?.hash);
  await page.getByRole("link", { name: "Boats leave the quay" }).click();
  await expect(page).toHaveURL(`/desk/articles/${articleId}`);
  await reader.goto(`/search?q=boats`);
  await reader.getByRole("link", { name: "Boats leave the quay" }).first().click();
  await expect(reader).toHaveURL(new RegExp(`/${path}$`));
  await expect.poll(shown).toContain(hash);
});

test("a picture that nothing shows is deleted by name, and comes back", async ({ colleague }) => {
  const { page } = await colleague("editor", "Mina Seo");
  await page.goto("/desk/pictures");
  await page.getByLabel("Upload pictures").setInputFiles(await aPng("never-used.png", "#777777"));
  await page.getByRole("link", { name: "Describe it" }).click({ timeout: 20_000 });
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(page.getByRole("dialog", { name: "Delete “never-used.png”?" })).toBeVisible();
  await page.getByRole("button", { name: "Delete “never-used.png”" }).click();
  await expect(page).toHaveURL("/desk/pictures?show=deleted");
  expect(await listPictures("never-used")).toEqual([]);
  await page.getByRole("form", { name: "Bring back never-used.png" }).getByRole("button").click();
  await expect(page.getByText("never-used.png")).toHaveCount(0);
  expect(await listPictures("never-used")).toHaveLength(1);
});

test("an editor puts stories at the head of the front page, orders them, and takes them off", async ({
  colleague,
  page: reader,
}) => {
  const mina = await colleague("editor", "Mina Seo");
  const { page } = mina;
  await aLiveArticleOf(mina, "Older tides of the bay");
  await aLiveArticleOf(mina, "Newer tides of the bay");
  await page.goto("/desk/front?q=tides");
  for (const headline of ["Older tides of the bay", "Newer tides of the bay"]) {
    await page
      .getByRole("form", { name: `Put ${headline} at the head` })
      .getByRole("button")
      .click();
    await expect(page.getByRole("form", { name: `Take ${headline} off` })).toBeVisible();
  }
  const first = page.getByRole("main").getByRole("listitem").filter({ hasText: "tides of the bay" }).first();
  await expect(first).toContainText("Older tides");
  const lead = reader.getByRole("main").getByRole("article").first();
  await reader.goto("/");
  await expect(lead).toContainText("Older tides of the bay");

  await page.getByRole("form", { name: "Move Newer tides of the bay up" }).getByRole("button").click();
  await expect(first).toContainText("Newer tides");
  await reader.goto("/");
  await expect(lead).toContainText("Newer tides of the bay");

  await untilAwake(first);
  await page.getByRole("listitem").filter({ hasText: "Older tides" }).dragTo(first);
  await expect(first).toContainText("Older tides");
  await page.getByRole("form", { name: "Take Older tides of the bay off" }).getByRole("button").click();
  await expect(first).toContainText("Newer tides");

  await first.getByRole("button", { name: "Until…" }).click();
  await page.getByLabel("Until", { exact: true }).fill("2020-01-01T09:00");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Please name a moment that is still to come.")).toBeVisible();
  await page.getByLabel("Until", { exact: true }).fill("2099-01-01T09:00");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(first).toContainText("until 1 Jan 2099, 09:00");

  await page.goto("/desk/front");
  await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Asia" }).click();
  await expect(page).toHaveURL(/section=/);
  await page.getByRole("searchbox").fill("Older tides");
  await page.getByRole("button", { name: "Search" }).click();
  await page.getByRole("form", { name: "Put Older tides of the bay at the head" }).getByRole("button").click();
  await expect(page.getByRole("form", { name: "Take Older tides of the bay off" })).toBeVisible();
  await reader.goto("/asia");
  await expect(lead).toContainText("Older tides of the bay");
});

test("a contributor finds pictures, but arranges no page and deletes nothing", async ({ colleague }) => {
  const { page } = await colleague("contributor", "Carla Nunes");
  expect((await page.goto("/desk/front"))?.status()).toBe(404);
  await page.goto("/desk/pictures");
  await page.getByRole("main").getByRole("listitem").getByRole("link").first().click();
  await expect(page.getByRole("heading", { name: "Where it is used" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Delete" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Save" })).toHaveCount(0);
});

test("a logo and a portrait are chosen from the library by keyboard, found by words or uploaded in place", async ({
  colleague,
  page: reader,
}) => {
  const { page } = await colleague("administrator", "Ada Park");
  await page.goto("/desk/pictures");
  await page.getByLabel("Upload pictures").setInputFiles(await aPng("nameplate-logo.png", "#0b3d2e"));
  await expect(page.getByText("In the library.")).toBeVisible({ timeout: 20_000 });

  await page.goto("/desk/settings");
  const form = page.getByRole("form", { name: "The publication" });
  await untilAwake(form);
  await form.getByRole("button", { name: "Choose a picture" }).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Choose a picture" });
  await dialog.getByRole("searchbox", { name: "Search the library" }).focus();
  await page.keyboard.type("no-such-picture");
  await expect(dialog.getByText("No picture matches.")).toBeVisible();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("nameplate-logo");
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("listitem")).toHaveCount(1);
  await dialog.getByRole("button", { name: "nameplate-logo.png" }).focus();
  await page.keyboard.press("Enter");
  await expect(dialog).toHaveCount(0);
  await expect(form.getByRole("button", { name: "Take it off" })).toBeVisible();
  await form.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved. Readers see it at their next page.")).toBeVisible();
  const nameplate = reader.getByRole("banner").getByRole("link").first().getByRole("img");
  await reader.goto("/");
  await expect(nameplate).toBeVisible();

  await page.goto("/desk/contributors");
  await page.getByRole("table", { name: "People" }).getByRole("link").first().click();
  await untilAwake(page.getByRole("form", { name: "Person" }));
  await page.getByRole("button", { name: /Choose a picture|Another picture/ }).click();
  await dialog.getByLabel("Upload").setInputFiles(await aPng("portrait-of-one.png", "#c0a080"));
  await expect(dialog).toHaveCount(0, { timeout: 20_000 });
  await expect(page.getByText("portrait-of-one.png")).toBeVisible();
  await page.getByRole("form", { name: "Person" }).getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("What was printed on articles stays as it was.")).toBeVisible();
  const [portrait] = await listPictures("portrait-of-one");
  await page.goto(`/desk/pictures/${portrait?.id}`);
  await expect(page.getByText("This picture is in use.")).toBeVisible();

  await page.goto("/desk/settings");
  await untilAwake(form);
  await form.getByRole("button", { name: "Take it off" }).click();
  await form.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved. Readers see it at their next page.")).toBeVisible();
  await reader.goto("/");
  await expect(nameplate).toHaveCount(0);
});
