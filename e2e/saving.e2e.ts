import { eq } from "drizzle-orm";
import type { Page } from "playwright/test";
import { plainText } from "#core/document";
import { read, transaction } from "#db/client";
import { article, staff, staffSession } from "#db/schema";
import { PASSWORD } from "#db/testing/staff";
import { aDraftOf, expect, openToWrite, savedNote, savePoints, test, textOf, untilSaved, writeOn } from "./newsroom.ts";

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
  // One tells the desk every ten seconds that one is there, and hears who else is.
  await expect(theo.page.getByText("Also open: Mina Seo")).toBeVisible({ timeout: 15_000 });

  await writeOn(theo.page, " Theo adds the tides.");
  await untilSaved(theo.page);
  await writeOn(mina.page, " Mina adds the winds.");
  const question = mina.page.getByRole("dialog");
  await expect(question.getByRole("heading")).toHaveText("Theo Lund saved this article while you were writing");
  await expect(question.locator("del").filter({ hasText: "tides" })).toBeVisible();
  await expect(question.locator("ins").filter({ hasText: "winds" })).toBeVisible();
  await question.getByRole("button", { name: "Go on with mine" }).click();
  await untilSaved(mina.page);

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
  await untilSaved(again);
  expect(plainText(savePoints(id).at(-1)?.body ?? { type: "doc", content: [] })).toContain("The line breaks here");
});

test("a network that comes back is noticed, and nothing has to be done", async ({ writer, surprises }) => {
  surprises.expect(/ERR_INTERNET_DISCONNECTED/);
  const mina = await writer("A tunnel");
  await mina.context.setOffline(true);
  await writeOn(mina.page, " Dark.");
  await expect(savedNote(mina.page)).toContainText("Offline");
  await mina.context.setOffline(false);
  await untilSaved(mina.page);
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
  await untilSaved(mina.page);
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

/** Leaves something on a device as a page that is gone would have. */
const leaveOnDevice = (page: Page, staffId: number, id: number, kept: unknown) =>
  page.evaluate(
    ([name, text]) => localStorage.setItem(name ?? "", text ?? ""),
    [`national-update:draft:${staffId}:${id}:an-earlier-visit`, JSON.stringify(kept)],
  );

test("a copy that an older release left on the device is filled in, taken up and saved", async ({ writer }) => {
  const mina = await writer("A copy of last year");
  const { headline, body } = savePoints(mina.id).at(-1) ?? {};
  const older = { headline, body, standfirst: "Kept by an older release" };
  await leaveOnDevice(mina.page, mina.staffId, mina.id, { version: 2, content: older });
  await openToWrite(mina.page, mina.id);
  await expect(mina.page.getByLabel("Standfirst")).toHaveValue("Kept by an older release");
  await expect(mina.page.getByText("were found on this device and taken up")).toBeVisible();
  await expect(mina.page.getByLabel("Words found on this device", { exact: true })).toHaveCount(0);
  await untilSaved(mina.page);
  await openToWrite(mina.page, mina.id);
  await expect(mina.page.getByLabel("Standfirst")).toHaveValue("Kept by an older release");
});

test("a copy that is no draft any more is shown to be copied until it is discarded, and what is typed now is saved", async ({
  writer,
}) => {
  const mina = await writer("A node of the future");
  const body = { type: "doc", content: [{ type: "timeline", events: ["Noon: high tide"] }] };
  await leaveOnDevice(mina.page, mina.staffId, mina.id, { version: 2, content: { headline: "The quay", body } });
  await openToWrite(mina.page, mina.id);
  const words = mina.page.getByLabel("Words found on this device", { exact: true });
  await expect(words).toHaveValue("The quay\n\nNoon: high tide");
  await writeOn(mina.page, " Typed now.");
  await untilSaved(mina.page);
  expect(plainText(savePoints(mina.id).at(-1)?.body ?? { type: "doc", content: [] })).toContain("Typed now.");

  await openToWrite(mina.page, mina.id);
  await expect(words).toHaveValue("The quay\n\nNoon: high tide");
  await mina.page.getByRole("button", { name: "Discard" }).click();
  await mina.page.getByRole("button", { name: "Close" }).click();
  await expect(words).toBeVisible();
  await mina.page.getByRole("button", { name: "Discard" }).click();
  await mina.page.getByRole("button", { name: "Discard them" }).click();
  await expect(words).toHaveCount(0);
  await openToWrite(mina.page, mina.id);
  await expect(savedNote(mina.page)).toContainText("Everything is saved");
  await expect(words).toHaveCount(0);
});
