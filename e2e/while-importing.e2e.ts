import type { Locator, Page } from "playwright/test";
import sharp from "sharp";
import { anotherWriter } from "#db/testing/another-writer";
import { PASSWORD } from "#db/testing/staff";
import { clearQueue, openArticles, post, withoutPauses } from "./commenting.ts";
import {
  aDraftOf,
  expect,
  openToWrite,
  savedNote,
  signInAs,
  test,
  untilAwake,
  untilSaved,
  writeOn,
} from "./newsroom.ts";

const busy = "An import is writing just now. Please send this again in a few minutes.";
/** A deed waits ten seconds before it is refused. */
const patience = { timeout: 25_000 };
const refusalOn = (page: Page | Locator) => page.getByRole("alert").filter({ hasText: busy });
const approve = (page: Page, name: string) =>
  page.getByRole("article").filter({ hasText: name }).getByRole("button", { name: "Approve" });

test("while an import is writing, the desk says so, with scripts and without, and does what is asked afterwards", async ({
  colleague,
  employee,
  publication,
  reader,
  surprises,
}) => {
  test.slow();
  surprises.expect(/\b503\b/);
  await withoutPauses();
  await clearQueue();
  const [path = ""] = await openArticles(publication, 1);
  for (const name of ["Una Lisle", "Odo Farrant"])
    await post(publication, path, { name, email: `${name.slice(0, 3)}@reader.example`, text: `${name} has seen it.` });
  const newcomer = await employee("administrator");
  const moderator = await colleague("moderator", "Ines Quell");
  const plain = await reader({ javaScriptEnabled: false, storageState: await moderator.context.storageState() });
  const mina = await colleague("editor", "Mina Seo");
  const id = await aDraftOf(mina, "A quay beside an import");
  const gate = await reader();
  await openToWrite(mina.page, id);
  await untilAwake(mina.page.getByRole("button", { name: "Hand in for review" }));
  await moderator.page.goto("/desk/comments");
  await plain.goto("/desk/comments");
  await gate.goto("/sign-in");

  const headers = { Origin: publication.address };
  const picture = await sharp({ create: { width: 90, height: 60, channels: 3, background: "teal" } })
    .png()
    .toBuffer();
  const upload = () => mina.context.request.post("/desk/media/upload?name=quay.png", { headers, data: picture });
  const exported = () => moderator.context.request.post("/desk/comments/export", { headers, multipart: { all: "on" } });

  const importing = anotherWriter();
  const handIn = mina.page.getByRole("button", { name: "Hand in for review" });
  try {
    await approve(moderator.page, "Una Lisle").click();
    const plainly = approve(plain, "Odo Farrant").click();
    const [uploading, exporting] = [upload(), exported()];
    await writeOn(mina.page, " And more.");
    await signInAs(gate, newcomer.email, PASSWORD);
    await expect(refusalOn(moderator.page)).toBeVisible(patience);
    await moderator.page.getByRole("button", { name: "Sign out" }).first().click();
    await expect(moderator.page.getByRole("article").filter({ hasText: "Una Lisle" })).toBeVisible();
    await expect(savedNote(mina.page)).toContainText("An import is writing: kept on this device", patience);
    await handIn.click();
    expect(await (await uploading).json()).toEqual({ ok: false, reason: "busy" });
    expect(await (await exporting).text()).toBe(busy);
    await plainly;
    await expect(refusalOn(plain)).toBeVisible(patience);
    await expect(refusalOn(gate)).toBeVisible(patience);
    await expect(refusalOn(mina.page)).toBeVisible(patience);
    await expect(refusalOn(moderator.page.locator("header"))).toBeVisible(patience);
  } finally {
    importing.end();
  }

  expect((await upload()).ok()).toBe(true);
  expect(await (await exported()).text()).toContain("Una Lisle");
  await untilSaved(mina.page);
  await handIn.click();
  await expect(mina.page.getByText("Handed in for review.")).toBeVisible();
  await approve(moderator.page, "Una Lisle").click();
  await expect(moderator.page.getByRole("status")).toContainText("1 comment approved.");
  await approve(plain, "Odo Farrant").click();
  await expect(plain.getByRole("status")).toContainText("1 comment approved.");
  await signInAs(gate, newcomer.email, PASSWORD);
  await expect(gate).toHaveURL(/\/desk/);
});
