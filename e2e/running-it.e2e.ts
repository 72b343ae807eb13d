import { readFile } from "node:fs/promises";
import { and, eq, ne } from "drizzle-orm";
import { read, transaction } from "#db/client";
import { dataPath } from "#db/environment";
import { article, contributor, section, staff } from "#db/schema";
import { addContributor, addSection, publish } from "#db/testing/publication";
import { deskScripts, holdRequests } from "./held-requests.ts";
import { expect, test, untilAwake } from "./newsroom.ts";

/* What an editor or an administrator does to run the publication, without anybody who has a terminal. */

test("two records of one person become one and two again; what was printed keeps the affiliation of its day", async ({
  colleague,
  page: reader,
}) => {
  const { page } = await colleague("editor", "Mina Seo");
  const [double, present] = [
    await addContributor("i-okonkwo-merged", "Tide Office"),
    await addContributor("ife-okonkwo", "Institute of Coasts"),
  ];
  const { id: sectionId = 0, slug = "" } = read().select().from(section).limit(1).get() ?? {};
  const bylines = [{ contributorId: double, affiliation: "Tide Office" }];
  await publish(
    { sectionId, slug: "a-gauge-is-moved", content: { headline: "A gauge is moved", bylines } },
    new Date(),
  );

  await page.goto(`/desk/contributors/${double}`);
  await untilAwake(page.getByRole("button", { name: "Merge into another record" }));
  await page.getByRole("button", { name: "Merge into another record" }).click();
  const question = page.getByRole("dialog", { name: "Merge “i-okonkwo-merged” into another record?" });
  await question.getByRole("button", { name: "Merge “i-okonkwo-merged”" }).click();
  await expect(question.getByText("Please choose a person.")).toBeVisible();
  await question.getByLabel("Into").selectOption({ label: "ife-okonkwo, Institute of Coasts" });
  await question.getByRole("button", { name: "Merge “i-okonkwo-merged”" }).click();
  await expect(page).toHaveURL(`/desk/contributors/${present}`);
  await reader.goto(`/${slug}/a-gauge-is-moved`);
  await expect(reader.getByRole("article").getByText("Tide Office").first()).toBeVisible();
  await reader.goto("/contributors/i-okonkwo-merged");
  await expect(reader).toHaveURL("/contributors/ife-okonkwo");

  await untilAwake(page.getByRole("button", { name: "Delete", exact: true }));
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await page.getByRole("button", { name: "Delete “ife-okonkwo”" }).click();
  await expect(page.getByText("Articles carry this name.")).toBeVisible();
  expect(read().select().from(contributor).where(eq(contributor.id, present)).get()?.deletedAt).toBeNull();

  await page.goto("/desk/contributors?show=deleted");
  await expect(page.getByRole("row", { name: "i-okonkwo-merged" })).toContainText("ife-okonkwo");
  const back = page.getByRole("form", { name: "Bring back i-okonkwo-merged" });
  await back.getByRole("button").focus();
  await page.keyboard.press("Enter");
  await expect(back).toHaveCount(0);
  await reader.goto("/contributors/i-okonkwo-merged");
  await expect(reader).toHaveURL("/contributors/i-okonkwo-merged");
  await expect(reader.getByRole("link", { name: "A gauge is moved" })).toBeVisible();
});

for (const scripts of ["off", "on their way"]) {
  test(`an answer that is refused is seen where it was given, with scripts ${scripts}`, async ({
    colleague,
    reader,
  }) => {
    const { context } = await colleague("editor", "Mina Seo");
    const page = await reader({ javaScriptEnabled: scripts !== "off" });
    await page.context().addCookies(await context.cookies());
    const letGo = await holdRequests(page, deskScripts);
    const id = await addContributor(`refused-${scripts.replaceAll(" ", "-")}`);
    await page.goto(`/desk/contributors/${id}`, { waitUntil: "commit" });
    await page.getByRole("button", { name: "Merge into another record" }).click();
    const question = page.getByRole("dialog");
    const posted = page.waitForResponse((response) => response.request().method() === "POST");
    await question.getByRole("button", { name: /^Merge/ }).click();
    await posted;
    letGo();
    await expect(question.getByText("Please choose a person.")).toBeVisible();
  });
}

test("sections change their order, are retired by name, and merged", async ({ colleague, page: reader }) => {
  const { page } = await colleague("editor", "Mina Seo");
  const [first, second] = [await addSection("lagoons", 90), await addSection("fjords", 91)];
  const id = await publish({ sectionId: second, slug: "a-fjord-freezes" }, new Date());
  const links = reader.getByRole("banner").getByRole("navigation").getByRole("link");
  const order = async () => (await links.allTextContents()).filter((name) => /lagoons|fjords/.test(name));

  await page.goto("/desk/sections?q=fjords");
  const up = page.getByRole("form", { name: "Move fjords up" }).getByRole("button");
  await untilAwake(up);
  await up.focus();
  await page.keyboard.press("Enter");
  await expect
    .poll(async () => {
      await reader.goto("/");
      return order();
    })
    .toEqual(["fjords", "lagoons"]);
  await expect(up).toBeFocused();

  await page.goto(`/desk/sections/${first}`);
  await page.getByRole("button", { name: "Retire", exact: true }).click();
  await page
    .getByRole("dialog", { name: "Retire “lagoons”?" })
    .getByRole("button", { name: "Retire “lagoons”" })
    .click();
  await expect(page.getByRole("button", { name: "Bring it back" })).toBeVisible();
  await reader.goto("/");
  expect(await order()).toEqual(["fjords"]);
  await page.getByRole("button", { name: "Bring it back" }).click();
  await expect(page.getByRole("button", { name: "Retire", exact: true })).toBeVisible();

  await page.goto(`/desk/sections/${second}`);
  await page.getByRole("button", { name: "Merge into another section" }).click();
  await page.getByRole("dialog").getByLabel("Into").selectOption({ label: "lagoons" });
  await page.getByRole("dialog").getByRole("button", { name: "Merge “fjords”" }).click();
  await expect(page).toHaveURL("/desk/sections");
  await reader.goto("/fjords/a-fjord-freezes");
  await expect(reader).toHaveURL("/lagoons/a-fjord-freezes");
  expect(read().select().from(article).where(eq(article.id, id)).get()?.sectionId).toBe(first);
});

test("a person is signed out everywhere; the last administrator can neither be disabled nor change role", async ({
  colleague,
}) => {
  const ada = await colleague("administrator", "Ada Park");
  const theo = await colleague("editor", "Theo Lund");
  await theo.page.goto("/desk");
  await ada.page.goto(`/desk/staff/${theo.staffId}`);
  await ada.page.getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(ada.page.getByRole("form", { name: "Sessions" }).getByRole("status")).toBeVisible();
  await theo.page.goto("/desk/articles");
  await expect(theo.page).toHaveURL(/\/sign-in/);

  const others = and(eq(staff.role, "administrator"), ne(staff.id, ada.staffId));
  await transaction(async (tx) => tx.update(staff).set({ disabledAt: new Date() }).where(others).run());
  await ada.page.goto(`/desk/staff/${ada.staffId}`);
  await untilAwake(ada.page.getByRole("button", { name: "Disable", exact: true }));
  await ada.page.getByRole("button", { name: "Disable", exact: true }).click();
  await ada.page.getByRole("button", { name: "Disable Ada Park" }).click();
  const refusal = ada.page.getByText("This is the last administrator: without one, nobody could run the publication.");
  await expect(refusal.first()).toBeVisible();
  await ada.page.reload();
  await ada.page.getByRole("group", { name: "Role" }).getByRole("radio", { name: "Editor" }).check();
  await ada.page.getByRole("button", { name: "Change role" }).click();
  await expect(refusal.first()).toBeVisible();
  expect(read().select().from(staff).where(eq(staff.id, ada.staffId)).get()).toMatchObject({
    role: "administrator",
    disabledAt: null,
  });
});

test("a test letter says what became of it, and the log is narrowed by an address that can be shared", async ({
  colleague,
}) => {
  const { page } = await colleague("administrator", "Ada Park");
  await page.goto("/desk/settings");
  const mail = page.getByRole("form", { name: "Mail", exact: true });
  await mail.getByLabel("To").fill("not an address");
  await mail.getByRole("button", { name: "Send a test" }).click();
  await expect(mail.getByLabel("To")).toHaveAttribute("aria-invalid", "true");
  await expect(mail.getByLabel("To")).toHaveValue("not an address");
  await mail.getByLabel("To").fill("ada@desk.example");
  await mail.getByRole("button", { name: "Send a test" }).click();
  await expect(mail.getByText("No mail server is set, so the letter lies in the outbox")).toBeVisible();

  await page.goto("/desk/log");
  await page.getByLabel("Kind of thing").selectOption("mail");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveURL(/kind=mail/);
  const lines = page.getByRole("table").getByRole("row").filter({ hasText: "tested" });
  await expect(lines.first()).toContainText("Ada Park");
  await expect(page.getByRole("table").getByRole("row").filter({ hasText: "signed out" })).toHaveCount(0);
  await page.goto("/desk/log?q=nothing-was-ever-called-this");
  await expect(page.getByText("No line of the log fits")).toBeVisible();
});

test("an administrator makes a backup and takes it away, which the log tells; an editor finds none of it", async ({
  colleague,
}) => {
  test.slow();
  const { page } = await colleague("administrator", "Ada Park");
  await page.goto("/desk");
  await page.getByRole("link", { name: "Backups" }).click();
  await expect(page.getByText("No backup yet")).toBeVisible();
  await page.getByRole("button", { name: "Make a backup now" }).click();
  await expect(page.getByText("read again and verified")).toBeVisible({ timeout: 20_000 });

  const link = page.getByRole("table").getByRole("link");
  const name = (await link.textContent()) ?? "";
  const downloading = page.waitForEvent("download");
  await link.click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe(name);
  const bytes = await readFile(await download.path());
  expect(bytes.equals(await readFile(dataPath("backups", name)))).toBe(true);

  const address = `/desk/backups/${name}`;
  const sent = (await page.request.get(address)).headers();
  expect(sent).toMatchObject({
    "cache-control": "private, no-store",
    "content-disposition": `attachment; filename="${name}"`,
  });
  for (const other of ["keys.json", "..%2Fkeys.json", `..%2Fbackups%2F${name}`, ".desk.json"]) {
    expect((await page.request.get(`/desk/backups/${other}`)).status(), other).toBe(404);
  }
  await page.goto("/desk/log?kind=backup");
  await expect(page.getByRole("row", { name: "Ada Park" }).filter({ hasText: name })).toHaveCount(2);
  await expect(page.getByRole("row", { name: "Ada Park" }).filter({ hasText: "began" })).toHaveCount(1);

  const editor = await colleague("editor", "Theo Lund");
  await editor.page.goto("/desk");
  await expect(editor.page.getByRole("link", { name: "Backups" })).toHaveCount(0);
  expect((await editor.page.request.get("/desk/backups")).status()).toBe(404);
  expect((await editor.page.request.get(address)).status()).toBe(401);
});
