import { eq } from "drizzle-orm";
import { read, transaction } from "#db/client";
import { redirect, section } from "#db/schema";
import { expect, test } from "./newsroom.ts";

test("a setting is changed, shown to readers, and in the log with what it was", async ({ colleague, page: reader }) => {
  const { page } = await colleague("administrator", "Mina Seo");
  await page.goto("/desk/settings");
  await page.getByLabel("Copyright line").fill("All waters reserved.");
  await page.getByRole("textbox", { name: "Language" }).fill("not a language");
  await page.getByRole("button", { name: "Save", exact: true }).first().click();
  await expect(page.getByText("Please give a language tag")).toBeVisible();
  await expect(page.getByLabel("Copyright line")).toHaveValue("All waters reserved.");
  await page.getByRole("textbox", { name: "Language" }).fill("en-GB");
  await page.getByRole("button", { name: "Save", exact: true }).first().click();
  await expect(page.getByText("Saved. Readers see it at their next page.")).toBeVisible();
  await reader.goto("/");
  await expect(reader.getByText("All waters reserved.")).toBeVisible();
  await page.goto("/desk/log?kind=setting");
  await expect(page.getByRole("row").filter({ hasText: "copyright" }).first()).toContainText("All waters reserved.");
});

test("the comment policy refuses what is no network beside its field, keeps every word, and is in the log", async ({
  colleague,
}) => {
  const { page } = await colleague("administrator", "Noor Haas");
  await page.goto("/desk/settings");
  const form = page.getByRole("form", { name: "Comments" });
  const [words, networks] = [form.getByLabel("Words that make"), form.getByLabel("Networks whose")];
  await words.fill("cheap lanterns");
  await networks.fill("192.0.2.0/24\n192.0.2.300");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(networks).toHaveAttribute("aria-invalid", "true");
  await expect(form.getByText("“192.0.2.300” is no address")).toBeVisible();
  await expect(words).toHaveValue("cheap lanterns");
  await expect(networks).toHaveValue("192.0.2.0/24\n192.0.2.300");
  await networks.fill("192.0.2.0/24");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByText("Saved. Readers see it")).toBeVisible();
  await page.goto("/desk/log?kind=setting");
  await expect(page.getByRole("row").filter({ hasText: "bannedNetworks" }).first()).toContainText("192.0.2.0/24");
});

test("a section that is renamed leaves its former address behind", async ({ colleague, page: reader }) => {
  const { page } = await colleague("editor", "Theo Lund");
  await page.goto("/desk/sections");
  await page.getByLabel("Name", { exact: true }).fill("Harbours");
  await page.getByRole("button", { name: "Add" }).click();
  await expect(page.getByText("“Harbours” is in the navigation.")).toBeVisible();
  await page.getByRole("link", { name: "Harbours" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Harbours");
  await page.getByLabel("Address").fill("desk");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("This cannot be an address")).toBeVisible();
  await page.getByLabel("Address").fill("landing-places");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved. Former addresses lead here.")).toBeVisible();
  await reader.goto("/harbours");
  await expect(reader).toHaveURL("/landing-places");
  await transaction(async (tx, changed) => {
    tx.delete(redirect).where(eq(redirect.fromPath, "/harbours")).run();
    tx.delete(section).where(eq(section.slug, "landing-places")).run();
    changed("navigation", "redirects");
  });
  expect(read().select().from(section).where(eq(section.slug, "landing-places")).all()).toEqual([]);
});

test("a redirect in a circle is refused; a list is taken line by line", async ({ colleague, page: reader }) => {
  const { page } = await colleague("editor", "Theo Lund");
  await page.goto("/desk/redirects");
  await page.getByLabel("From").fill("/round");
  await page.getByLabel("To", { exact: true }).fill("/round");
  await page.getByRole("button", { name: "Add" }).click();
  await expect(page.getByText("lead readers round in a circle")).toBeVisible();
  await page.getByLabel("File").setInputFiles({
    name: "redirects.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("from,to\n/former-home,/asia\nno path,/asia\n"),
  });
  await page.getByRole("button", { name: "Import" }).click();
  await expect(page.getByText("One redirect is in. 1 could not be taken:")).toBeVisible();
  await expect(page.getByText("Line 3:")).toBeVisible();
  await reader.goto("/former-home");
  await expect(reader).toHaveURL("/asia");
});
