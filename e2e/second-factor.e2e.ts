import { Secret, TOTP } from "otpauth";
import { transaction } from "#db/client";
import { writeSettings } from "#db/settings";
import { PASSWORD } from "#db/testing/staff";
import { expect, openTheDesk, signInAs, test } from "./newsroom.ts";
import { openPublication } from "./publication.ts";

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
  test.slow();
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
    await openTheDesk(page, { ...publication, address });

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
