import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { Secret, TOTP } from "otpauth";
import type { Page } from "playwright/test";
import { type Role, roles } from "#core/permissions";
import { read, transaction } from "#db/client";
import { theSoftware } from "#db/log";
import { redirect, section } from "#db/schema";
import { writeSettings } from "#db/settings";
import { disableStaff, inviteStaff } from "#db/staff";
import { PASSWORD } from "#db/testing/staff";
import { expect, test } from "./newsroom.ts";
import { openPublication } from "./publication.ts";

const signInAs = async (page: Page, email: string, password: string) => {
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
};

test("the first administrator comes in by the link that the first start prints, once", async ({
  page,
  reader,
  surprises,
}) => {
  test.setTimeout(90_000);
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

test("an authenticator app is set up, asked for, and a recovery code works once", async ({
  employee,
  page,
  reader,
}) => {
  const { email } = await employee("administrator");
  await page.goto("/desk/account/second-factor");
  await signInAs(page, email, PASSWORD);
  await expect(page.getByRole("img", { name: "The code to scan" })).toBeVisible();
  const key = ((await page.getByText("or type the key").locator("code").textContent()) ?? "").replaceAll(" ", "");
  await page.getByLabel("Code shown by the app").fill("000000");
  await page.getByRole("button", { name: "Turn it on" }).click();
  await expect(page.getByText("This code does not fit.")).toBeVisible();
  await page.getByLabel("Code shown by the app").fill(TOTP.generate({ secret: Secret.fromBase32(key) }));
  await page.getByRole("button", { name: "Turn it on" }).click();
  await expect(page.getByText("Your authenticator app is set up.")).toBeVisible();
  const [code = ""] = await page.getByRole("status").locator("code").allTextContents();

  for (const fits of [true, false]) {
    const elsewhere = await reader();
    await elsewhere.goto("/sign-in");
    await signInAs(elsewhere, email, PASSWORD);
    await expect(elsewhere).toHaveURL("/sign-in/second-factor");
    await elsewhere.goto("/desk/staff");
    await expect(elsewhere, "the password alone opens nothing").toHaveURL(/\/sign-in\/second-factor/);
    await elsewhere.getByLabel("Code").fill(code);
    await elsewhere.getByRole("button", { name: "Go on" }).click();
    if (fits) await expect(elsewhere).toHaveURL("/desk/staff");
    else await expect(elsewhere.getByText("This code does not fit")).toBeVisible();
  }
});

test("a passkey opens the desk by itself, and after it is removed no longer does", async ({ page, surprises }) => {
  // Passkeys are bound to a name, and the worker's own publication is reached by its number.
  const publication = await openPublication(`passkeys-${Date.now()}`, { PUBLIC_URL: "" });
  const address = publication.address.replace("127.0.0.1", "localhost");
  surprises.expect(new RegExp(`^A third party was asked: ${address}/`));
  const device = await page.context().newCDPSession(page);
  await device.send("WebAuthn.enable");
  await device.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    },
  });
  try {
    await page.goto(publication.firstLink());
    await page.getByLabel("Your name").fill("Ada Park");
    await page.getByLabel("Email address").fill("ada@desk.example");
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("button", { name: "Open the desk" }).click();
    await expect(page).toHaveURL(`${address}/desk`);

    await page.goto(`${address}/desk/account/second-factor`);
    await page.getByRole("button", { name: "Add a passkey" }).click();
    await expect(page.getByText("Your passkey is added.")).toBeVisible();
    await page.getByRole("button", { name: "Sign out" }).first().click();
    await page.getByRole("button", { name: "Sign in with a passkey" }).click();
    await expect(page).toHaveURL(`${address}/desk`);

    await page.goto(`${address}/desk/account/second-factor`);
    await page.getByRole("button", { name: "Remove", exact: true }).click();
    await expect(page.getByRole("dialog")).toContainText("Remove the passkey “Passkey 1”?");
    await page.getByRole("button", { name: "Remove it" }).click();
    await expect(page.getByText("No passkey yet")).toBeVisible();
    await page.getByRole("button", { name: "Sign out" }).first().click();
    await page.getByRole("button", { name: "Sign in with a passkey" }).click();
    await expect(page.getByText("This passkey does not open an account here.")).toBeVisible();
  } finally {
    // What the page fetches ahead would find nobody there.
    await page.goto("about:blank");
    await publication.stop();
  }
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
  const letters = readdirSync(outbox).map((name) => readFileSync(join(outbox, name), "utf8"));
  expect(letters.some((letter) => letter.includes(email))).toBe(true);

  await page.getByLabel("Name", { exact: true }).fill("Somebody Else");
  await page.getByLabel("Email address").fill(email);
  await page.getByRole("button", { name: "Invite" }).click();
  await expect(page.getByText("Somebody has this address already.")).toBeVisible();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Somebody Else");

  const kim = await reader();
  await kim.goto(new URL(link).pathname);
  await kim.getByLabel("Password").fill("short");
  await kim.getByRole("button", { name: "Choose and sign in" }).click();
  await expect(kim.getByText("at least 12 characters").last()).toBeVisible();
  await kim.getByLabel("Password").fill(PASSWORD);
  await kim.getByRole("button", { name: "Choose and sign in" }).click();
  await expect(kim).toHaveURL("/desk");
  const late = await reader();
  await late.goto(new URL(link).pathname);
  await expect(late.getByRole("heading", { name: "This link is over" })).toBeVisible();
});

test("somebody who is disabled is shut out at the next request", async ({ colleague }) => {
  const { page, staffId } = await colleague("editor", "Theo Lund");
  await page.goto("/desk");
  await disableStaff(theSoftware, staffId, new Date());
  await page.goto("/desk/readership");
  await expect(page).toHaveURL(/\/sign-in/);
});

const doors: Record<string, readonly Role[]> = {
  "/desk": roles,
  "/desk/account": roles,
  "/desk/readership": roles,
  "/desk/contributors": ["editor", "administrator"],
  "/desk/sections": ["editor", "administrator"],
  "/desk/sections/topics": ["editor", "administrator"],
  "/desk/redirects": ["editor", "administrator"],
  "/desk/staff": ["administrator"],
  "/desk/settings": ["administrator"],
  "/desk/log": ["administrator"],
  "/desk/nowhere/at/all": [],
};

for (const role of roles) {
  test(`to the ${role}, every page is there that belongs to the role, and no other exists`, async ({ colleague }) => {
    const { page } = await colleague(role, "Somebody");
    for (const [path, admitted] of Object.entries(doors)) {
      expect((await page.request.get(path)).status(), path).toBe(admitted.includes(role) ? 200 : 404);
    }
  });
}

test("a post from elsewhere, or from nowhere, changes nothing", async ({ colleague, publication, page }) => {
  const { staffId, name, context } = await colleague("administrator", "Mina Seo");
  const person = { email: `${Date.now()}@desk.example`, name: "To be kept", role: "editor" } as const;
  const invited = await inviteStaff({ staffId, name }, person, new Date());
  if (!invited.ok) throw new Error(invited.reason);
  const open = await context.newPage();
  await open.goto(`/desk/staff/${invited.value.staffId}`);
  const form = open.getByRole("form", { name: "Sessions" });
  const fields = await form
    .locator("input[type=hidden]")
    .evaluateAll((inputs) => inputs.map((input) => [input.getAttribute("name"), input.getAttribute("value")]));
  const multipart = Object.fromEntries(fields.map(([field, value]) => [field ?? "", value ?? ""]));
  for (const origin of [undefined, "null", "https://elsewhere.example"]) {
    const answer = await context.request.post(`${publication.address}/desk/staff/${invited.value.staffId}`, {
      multipart,
      headers: origin === undefined ? {} : { origin },
    });
    expect(answer.status(), String(origin)).toBeGreaterThanOrEqual(400);
  }
  const credentials = { email: person.email, password: PASSWORD, json: "true" };
  const answer = await page.request.post("/api/auth/callback/password", { form: credentials });
  expect(answer.status()).toBe(403);
});

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

test("where a second factor is required, an editor sets one up before anything else", async ({ colleague }) => {
  const { page } = await colleague("editor", "Theo Lund");
  const require = (secondFactorForPublishers: boolean) =>
    transaction(async (tx, changed) => writeSettings(tx, changed, { secondFactorForPublishers }, new Date()));
  await require(true);
  try {
    await page.goto("/desk/sections");
    await expect(page).toHaveURL("/desk/account/second-factor");
    await expect(page.getByText("everybody who may publish signs in with a second factor")).toBeVisible();
  } finally {
    await require(false);
  }
  await page.goto("/desk/sections");
  await expect(page).toHaveURL("/desk/sections");
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
  await page.getByLabel("Address").fill("ports");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved. Former addresses lead here.")).toBeVisible();
  await reader.goto("/harbours");
  await expect(reader).toHaveURL("/ports");
  await transaction(async (tx, changed) => {
    tx.delete(redirect).where(eq(redirect.fromPath, "/harbours")).run();
    tx.delete(section).where(eq(section.slug, "ports")).run();
    changed("navigation", "redirects");
  });
  expect(read().select().from(section).where(eq(section.slug, "ports")).all()).toEqual([]);
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
