import { eq } from "drizzle-orm";
import { read } from "#db/client";
import { logEntry } from "#db/schema";
import { meta, post, wordpressComment, wordpressExport } from "#exchange/testing/wordpress-export";
import { expect, test } from "./newsroom.ts";

const fileOf = (name: string, text: string) => ({ name, mimeType: "text/xml", buffer: Buffer.from(text) });

const goodExport = wordpressExport([
  post({
    id: 11,
    slug: "harbour-plan",
    title: "The Harbour Plan",
    content: "<p>The cranes are to move.</p>",
    more: `<category domain="category" nicename="ports"><![CDATA[Ports]]></category>${meta("_edit_last", "1")}${wordpressComment(5)}`,
  }),
  post({ id: 12, type: "nav_menu_item", title: "Home" }),
]);

test("an administrator brings an export, reads what would come in, and takes it in; readers find it", async ({
  colleague,
  page: reader,
}) => {
  test.slow();
  const { page, staffId } = await colleague("administrator", "Ida Moreau");
  await page.goto("/desk");
  await page.getByRole("link", { name: "Import" }).click();

  await page.getByLabel("Export files").setInputFiles(fileOf("export.xml", "<html>no export</html>"));
  await page.getByRole("button", { name: "Upload and try it out" }).click();
  await expect(page.getByRole("alert").getByText("This is no export of WordPress, Ghost or Disqus")).toBeVisible();

  await page.getByLabel("Export files").setInputFiles(fileOf("old-site.xml", goodExport));
  await page.getByRole("button", { name: "Upload and try it out" }).click();
  await expect(page.getByRole("heading", { name: "What would come in" })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole("row", { name: /Articles 1/ })).toBeVisible();
  await page.getByText("Menu entries: navigation follows the sections here").click();
  await expect(page.getByText("12 Home")).toBeVisible();
  expect((await reader.goto("/ports/harbour-plan"))?.status()).toBe(404);

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download the whole report" }).click();
  expect((await download).suggestedFilename()).toMatch(/^dry-run-.*\.json$/);

  await page.getByLabel("The old site").fill("localhost");
  await page.getByRole("button", { name: "Take it in for good" }).click();
  await expect(page.getByText("Please give a site, such as old.example.org.")).toBeVisible();
  await expect(page.getByLabel("The old site")).toHaveValue("localhost");
  await page.getByLabel("The old site").fill("");
  await page.getByRole("button", { name: "Take it in for good" }).click();
  await expect(page.getByRole("heading", { name: "What came in" })).toBeVisible({ timeout: 30_000 });

  await expect(async () => {
    await reader.goto("/?p=11");
    await expect(reader.getByRole("heading", { name: "The Harbour Plan" })).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(reader.getByText("Comment 5")).toBeVisible();
  const entry = read().select().from(logEntry).where(eq(logEntry.staffId, staffId)).get();
  expect([entry?.verb, entry?.thingKind, entry?.thingName]).toEqual(["import", "export", "old-site.xml"]);

  await page.getByRole("button", { name: "Remove" }).click();
  await page.getByRole("button", { name: "Remove it" }).click();
  await expect(page.getByText("No export yet")).toBeVisible();
});

test("an import works with scripts off; who may not import finds nothing there", async ({
  colleague,
  reader,
  baseURL,
}) => {
  const administrator = await colleague("administrator", "Ida Moreau");
  const page = await reader({ javaScriptEnabled: false });
  await page.context().addCookies(await administrator.context.cookies(baseURL));
  await page.goto("/desk/import");
  await page.getByLabel("Export files").setInputFiles(fileOf("cut.xml", goodExport.slice(0, -60)));
  await page.getByRole("button", { name: "Upload and try it out" }).click();
  await expect(async () => {
    await page.reload();
    await expect(page.getByText("cut.xml is cut off")).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 30_000 });

  const { page: editors } = await colleague("editor", "Theo Lund");
  await editors.goto("/desk");
  await expect(editors.getByRole("link", { name: "Import" })).toHaveCount(0);
});
