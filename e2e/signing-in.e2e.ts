import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PASSWORD } from "#db/testing/staff";
import { expect, signInAs, test } from "./newsroom.ts";
import { openPublication } from "./publication.ts";

test("the first administrator comes in by the link that the first start prints, once", async ({
  page,
  reader,
  surprises,
}) => {
  test.setTimeout(180_000);
  const publication = await openPublication(`first-${Date.now()}`);
  surprises.expect(new RegExp(`^A third party was asked: ${publication.address}/`));
  try {
    const link = publication.firstLink();
    await page.goto(link);
    await page.getByLabel("Your name").fill("Ada Park");
    await page.getByLabel("Email address").fill("ada@");
    await page.getByLabel("Password").fill("password1234");
    await page.getByRole("button", { name: "Open the desk" }).click();
    await expect(page.getByText("Please give an email address such as")).toBeVisible();
    await expect(page.getByLabel("Your name")).toHaveValue("Ada Park");
    await expect(page.getByLabel("Email address")).toHaveValue("ada@");
    await page.getByLabel("Email address").fill("ada@desk.example");
    await page.getByLabel("Password").fill("password1234");
    await page.getByRole("button", { name: "Open the desk" }).click();
    await expect(page.getByText("among those that are tried first")).toBeVisible();
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("button", { name: "Open the desk" }).click();
    await expect(page).toHaveURL(`${publication.address}/desk`);
    const late = await reader();
    await late.goto(link);
    await expect(late.getByRole("heading", { name: "This link is over" })).toBeVisible();
    expect(() => publication.firstLink(), "there is an administrator now").toThrow("There is an administrator already");
  } finally {
    await publication.stop();
  }
});

test("staff sign in, are brought to the page they asked for, and sign out", async ({ employee, page }) => {
  const { email } = await employee("administrator");
  await page.goto("/desk/log?kind=staff");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await signInAs(page, email, PASSWORD);
  await expect(page).toHaveURL("/desk/log?kind=staff");
  await page.getByRole("button", { name: "Sign out" }).first().click();
  await expect(page).toHaveURL("/sign-in");
  await page.goto("/desk/log");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
});

test("signing in works with scripts off, and a refusal keeps the address that was typed", async ({
  employee,
  reader,
}) => {
  const { email } = await employee("administrator");
  const page = await reader({ javaScriptEnabled: false });
  await page.goto("/desk/account");
  await signInAs(page, email, "not this one at all");
  await expect(page.getByRole("alert")).toContainText("do not go together");
  await expect(page.getByLabel("Email address")).toHaveValue(email);
  await expect(page.getByLabel("Password")).toHaveValue("");
  await signInAs(page, email, PASSWORD);
  await expect(page).toHaveURL("/desk/account");
});

test("a wrong password and an unknown address are refused with the same words, headers and bytes", async ({
  employee,
  reader,
}) => {
  const { email } = await employee("administrator");
  const unknown = email.replace(/^./, "z");
  const answers: { status: number; headers: string[]; bytes: number; page: string }[] = [];
  for (const typed of [email, unknown]) {
    const page = await reader({ javaScriptEnabled: false });
    await page.goto("/sign-in");
    const answer = page.waitForResponse((response) => response.request().method() === "POST");
    await signInAs(page, typed, "not this one at all");
    await expect(page.getByRole("alert")).toContainText("do not go together");
    const response = await answer;
    const body = await response.body();
    // What lets the scripts of this one answer run is another each time; what was typed comes back.
    const [, nonce = ""] = /'nonce-([^']+)'/.exec(response.headers()["content-security-policy"] ?? "") ?? [];
    answers.push({
      status: response.status(),
      headers: (await response.headersArray()).map(({ name }) => name.toLowerCase()).sort(),
      bytes: body.length,
      page: body.toString().replaceAll(typed, "ADDRESS").replaceAll(nonce, "NONCE"),
    });
  }
  expect(answers[0]?.page).toContain("ADDRESS");
  expect(answers[1]).toEqual(answers[0]);
});

test("no cookie and no session says whose it is", async ({ employee, page }) => {
  const { email, name } = await employee("administrator");
  await page.goto("/sign-in");
  await signInAs(page, email, PASSWORD);
  await expect(page).toHaveURL("/desk");
  const session = (await page.context().cookies()).find((cookie) => cookie.name === "desk-session");
  expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
  const told = await (await page.request.get("/api/auth/session")).text();
  for (const secret of [email, name]) expect(told + JSON.stringify(session)).not.toContain(secret);
});

test("an invitation is shown to hand over, lies in the outbox, and lets its person in once", async ({
  colleague,
  publication,
  reader,
}) => {
  const { page } = await colleague("administrator", "Mina Seo");
  await page.goto("/desk/staff");
  const email = `${Date.now()}@desk.example`;
  await page.getByLabel("Name", { exact: true }).fill("Kim Lee");
  await page.getByLabel("Email address").fill(email);
  await page.getByRole("radio", { name: "Editor" }).check();
  await page.getByRole("button", { name: "Invite" }).click();
  const link = (await page.getByRole("status").locator("code").textContent()) ?? "";
  const outbox = join(publication.dataFolder, "outbox");
  const letters = () => readdirSync(outbox).map((name) => readFileSync(join(outbox, name), "utf8"));
  await expect.poll(() => letters().some((letter) => letter.includes(email))).toBe(true);

  await page.getByLabel("Name", { exact: true }).fill("Somebody Else");
  await page.getByLabel("Email address").fill(email);
  await page.getByRole("button", { name: "Invite" }).click();
  await expect(page.getByText("Somebody has this address already.")).toBeVisible();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Somebody Else");

  const kim = await reader();
  await kim.goto(new URL(link).pathname);
  await kim.getByLabel("Password").fill("short");
  await kim.getByRole("button", { name: "Choose and sign in" }).click();
  await expect(kim.getByText("Please choose a password of at least 12 characters")).toBeVisible();
  await kim.getByLabel("Password").fill(PASSWORD);
  await kim.getByRole("button", { name: "Choose and sign in" }).click();
  await expect(kim).toHaveURL("/desk");
  const late = await reader();
  await late.goto(new URL(link).pathname);
  await expect(late.getByRole("heading", { name: "This link is over" })).toBeVisible();
});
