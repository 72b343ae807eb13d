import { eq } from "drizzle-orm";
import type { Page } from "playwright/test";
import { transaction } from "#db/client";
import { staffSession } from "#db/schema";
import { PASSWORD } from "#db/testing/staff";
import { clearQueue, openArticles, post, withoutPauses } from "./commenting.ts";
import { aDraftOf, expect, signInAs, test } from "./newsroom.ts";

/** Sends a form and keeps the answer back until `meanwhile` is over. */
async function withAnswerHeld(page: Page, send: () => Promise<void>, meanwhile: () => Promise<void>): Promise<void> {
  const { promise: isOver, resolve: letGo } = Promise.withResolvers<void>();
  const isPost = (url: URL) => url.pathname.startsWith("/desk");
  await page.route(isPost, async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    const response = await route.fetch();
    await isOver;
    await route.fulfill({ response });
  });
  const sent = page.waitForRequest((request) => request.method() === "POST");
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await send();
  await sent;
  await meanwhile();
  letGo();
  await answered;
  await page.unroute(isPost);
}

const form = (page: Page, name: string) => page.getByRole("form", { name, exact: true });

test("words typed while a form is on its way stand when it is refused, and the writer is left where they write", async ({
  colleague,
}) => {
  const { page } = await colleague("editor", "Mina Seo");
  await page.goto("/desk/redirects");
  const [from, to] = [page.getByLabel("From"), page.getByLabel("To", { exact: true })];
  await from.fill("no path at all");
  await to.fill("/round");
  await withAnswerHeld(
    page,
    () => to.press("Enter"),
    async () => {
      await to.fill("");
      await to.pressSequentially("/as");
      // Sent once, however often it is asked for.
      await to.press("Enter");
      await page.getByRole("button", { name: "Add" }).dispatchEvent("click");
    },
  );
  await expect(page.getByText("Please give a path of this publication")).toBeVisible();
  await expect(from).toHaveAttribute("aria-invalid", "true");
  await expect(from).toHaveValue("no path at all");
  await expect(to).toBeFocused();
  await page.keyboard.type("ia");
  await expect(to).toHaveValue("/asia");
  await page.getByRole("button", { name: "Add" }).click();
  await expect(from).toBeFocused();
  await expect(to).toHaveValue("/asia");
});

test("a form that adds is empty once it has added, but for words that are newer", async ({ colleague }) => {
  const { page } = await colleague("editor", "Mina Seo");
  await page.goto("/desk/redirects");
  const [from, to] = [page.getByLabel("From"), page.getByLabel("To", { exact: true })];
  const add = page.getByRole("button", { name: "Add" });
  await from.fill("/first-pier");
  await to.fill("/asia");
  await withAnswerHeld(
    page,
    () => add.click(),
    () => from.fill("/second-pier"),
  );
  await expect(page.getByText("/first-pier leads to /asia.")).toBeVisible();
  await expect(from).toHaveValue("/second-pier");
  await expect(to).toHaveValue("");
  await to.fill("/asia");
  await add.click();
  await expect(page.getByText("/second-pier leads to /asia.")).toBeVisible();
  await expect(from).toHaveValue("");
  await expect(to).toHaveValue("");
});

test("a form that changes shows what is kept now, and choices that are newer", async ({ colleague }) => {
  const { page } = await colleague("administrator", "Ada Park");
  await page.goto("/desk/settings");
  const mail = form(page, "Mail server");
  const [host, security] = [mail.getByLabel("Server"), mail.getByLabel("Security")];
  await host.fill("no host, two words");
  await mail.getByLabel("Password").fill("given once");
  await withAnswerHeld(
    page,
    () => mail.getByRole("button", { name: "Save mail server" }).click(),
    async () => void (await security.selectOption("tls")),
  );
  await expect(host).toHaveAttribute("aria-invalid", "true");
  await expect(security).toHaveValue("tls");
  await expect(mail.getByLabel("Password")).toHaveValue("given once");

  const house = form(page, "The house");
  const [robots, factor] = [house.getByLabel("Robots that gather"), house.getByRole("checkbox")];
  const save = house.getByRole("button", { name: "Save" });
  await robots.selectOption("refuse");
  await withAnswerHeld(
    page,
    () => save.click(),
    () => factor.check(),
  );
  await expect(house.getByText("Saved. Readers see it")).toBeVisible();
  await expect(robots).toHaveValue("refuse");
  await expect(factor).toBeChecked();
  await factor.uncheck();
  await robots.selectOption("allow");
  await withAnswerHeld(
    page,
    () => save.click(),
    async () => void (await robots.selectOption("refuse")),
  );
  await expect(house.getByText("Saved. Readers see it")).toBeVisible();
  await expect(robots).toHaveValue("refuse");
  await page.reload();
  await expect(robots).toHaveValue("allow");
  await expect(factor).not.toBeChecked();

  const publication = form(page, "The publication");
  const [tagline, line] = [publication.getByLabel("Tagline"), publication.getByLabel("Copyright line")];
  await tagline.fill("   Written by the water   ");
  await withAnswerHeld(
    page,
    () => publication.getByRole("button", { name: "Save" }).click(),
    () => line.fill("All waters res"),
  );
  await expect(publication.getByText("Saved. Readers see it")).toBeVisible();
  await expect(tagline).toHaveValue("Written by the water");
  await expect(line).toHaveValue("All waters res");
  await tagline.fill("");
  await page.reload();
  await tagline.fill("");
  await publication.getByRole("button", { name: "Save" }).click();
  await expect(publication.getByText("Saved. Readers see it")).toBeVisible();
});

test("what is ticked while a change of many is on its way stays ticked", async ({ colleague }) => {
  const mina = await colleague("editor", "Mina Seo");
  const { page } = mina;
  for (const number of ["one", "two"]) await aDraftOf(mina, `Bollard ${number}`);
  await page.goto("/desk/articles?q=Bollard");
  const [one, two] = [page.getByLabel("Tick “Bollard one”"), page.getByLabel("Tick “Bollard two”")];
  await one.check();
  await withAnswerHeld(
    page,
    () => page.getByRole("button", { name: "Change the ticked ones" }).click(),
    () => two.check(),
  );
  await expect(page.getByText("Please choose a section, a topic, or both.")).toBeVisible();
  await expect(one).toBeChecked();
  await expect(two).toBeChecked();
});

test("a decision on one comment unticks no other, and one on the ticked unticks those", async ({
  publication,
  colleague,
}) => {
  await clearQueue();
  await withoutPauses();
  const [path] = await openArticles(publication, 1);
  for (const name of ["Ines Quell", "Odo Farrant", "Una Lisle"]) {
    const stamp = /name="stamp" value="([^"]+)"/.exec(await (await fetch(publication.address + path)).text())?.[1];
    const text = `Thoughts of ${name}.`;
    const fields = { stamp: stamp ?? "", text, name, email: `${name.slice(0, 3)}@example.org`, seconds: "30" };
    await post(publication, path ?? "", fields);
  }
  const { page } = await colleague("moderator", "Ada Park");
  await page.goto("/desk/comments");
  const card = (name: string) => page.getByRole("article", { name });
  const tick = (name: string) => page.getByLabel(`Tick the comment by ${name}`);
  await tick("Odo Farrant").check();
  await withAnswerHeld(
    page,
    () => card("Ines Quell").getByRole("button", { name: "Spam" }).click(),
    () => tick("Una Lisle").check(),
  );
  await expect(page.getByRole("status")).toContainText("1 comment filed as spam.");
  await expect(card("Ines Quell")).toHaveCount(0);
  await expect(tick("Odo Farrant")).toBeChecked();
  await expect(tick("Una Lisle")).toBeChecked();
  await form(page, "Decide on the ticked comments").getByRole("button", { name: "Remove" }).click();
  await expect(page.getByRole("status")).toContainText("2 comments removed.");
  await expect(card("Una Lisle")).toHaveCount(0);
});

test("a form that gets no answer says so, keeps every word, and can be sent again", async ({
  colleague,
  surprises,
}) => {
  surprises.expect(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/);
  const { page, context } = await colleague("editor", "Mina Seo");
  await page.goto("/desk/redirects");
  await page.getByLabel("From").fill("/third-pier");
  await page.getByLabel("To", { exact: true }).fill("/asia");
  await context.setOffline(true);
  await page.getByRole("button", { name: "Add" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "The desk could not be reached." })).toBeVisible();
  await expect(page.getByLabel("From")).toHaveValue("/third-pier");
  await expect(page.getByLabel("To", { exact: true })).toHaveValue("/asia");
  await context.setOffline(false);
  await page.getByRole("button", { name: "Add" }).click();
  await expect(page.getByText("/third-pier leads to /asia.")).toBeVisible();
});

test("who was signed out meanwhile keeps the form, signs in beside it, and sends it again", async ({
  employee,
  colleague,
}) => {
  // Without one, the page for signing in says how to make one.
  await employee("administrator");
  const mina = await colleague("editor", "Mina Seo");
  const { page } = mina;
  await page.goto("/desk/redirects");
  await page.getByLabel("From").fill("/fourth-pier");
  await page.getByLabel("To", { exact: true }).fill("/asia");
  await transaction(async (tx) => tx.delete(staffSession).where(eq(staffSession.staffId, mina.staffId)).run());
  await page.getByRole("button", { name: "Add" }).click();
  const refusal = page.getByRole("alert").filter({ hasText: "You were signed out meanwhile." });
  await expect(refusal).toBeVisible();
  const opened = page.waitForEvent("popup");
  await refusal.getByRole("link", { name: "Sign in again" }).click();
  const gate = await opened;
  await signInAs(gate, mina.email, PASSWORD);
  await expect(gate.getByRole("heading", { name: "You are signed in again" })).toBeVisible();
  await gate.close();
  await expect(page.getByLabel("From")).toHaveValue("/fourth-pier");
  await page.getByRole("button", { name: "Add" }).click();
  await expect(page.getByText("/fourth-pier leads to /asia.")).toBeVisible();
});

test("with scripts off a refused form keeps its words, and who was signed out is led to sign in and back", async ({
  employee,
  colleague,
  reader,
}) => {
  await employee("administrator");
  const mina = await colleague("editor", "Mina Seo");
  const page = await reader({ javaScriptEnabled: false });
  await page.context().addCookies(await mina.context.cookies());
  await page.goto("/desk/redirects");
  await page.getByLabel("From").fill("no path");
  await page.getByLabel("To", { exact: true }).fill("/asia");
  await page.getByRole("button", { name: "Add" }).click();
  await expect(page.getByText("Please give a path of this publication")).toBeVisible();
  await expect(page.getByLabel("From")).toHaveValue("no path");
  await expect(page.getByLabel("To", { exact: true })).toHaveValue("/asia");
  await transaction(async (tx) => tx.delete(staffSession).where(eq(staffSession.staffId, mina.staffId)).run());
  await page.getByRole("button", { name: "Add" }).click();
  await signInAs(page, mina.email, PASSWORD);
  await expect(page).toHaveURL("/desk/redirects");
});
