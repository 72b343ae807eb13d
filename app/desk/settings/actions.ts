"use server";

import { z } from "zod";
import { type Answer, deskAction } from "#app/_server/form";
import { noPicture } from "#app/_server/named-thing";
import type { DeskStaff } from "#app/_server/session";
import { commentsForm, houseForm, publicationForm, socialForm } from "#app/_server/settings-form";
import { sendLetter } from "#app/_server/staff-mail";
import { mailServerForm } from "#core/mail-server";
import type { Settings } from "#core/settings";
import { staffEmail } from "#core/staff";
import { changeSettings } from "#db/change-settings";
import { transaction } from "#db/client";
import { record } from "#db/log";
import { removeMailServer, setMailServer } from "#db/mail-server";
import { findLibraryPicture } from "#db/picture-library";
import { readSettings } from "#db/settings";

async function save(staff: DeskStaff, wanted: Partial<Settings>): Promise<Answer> {
  const names = await changeSettings(staff, wanted, new Date());
  return { done: names.length === 0 ? "Nothing was different." : "Saved. Readers see it at their next page." };
}

export const savePublication = deskAction("settings:manage", publicationForm, async (staff, wanted) => {
  const { logoMediaId } = wanted;
  if (logoMediaId !== null && !(await findLibraryPicture(logoMediaId))) return { errors: { logoMediaId: noPicture } };
  return save(staff, wanted);
});
export const saveSocialLinks = deskAction("settings:manage", socialForm, save);
export const saveComments = deskAction("settings:manage", commentsForm, save);
export const saveHouse = deskAction("settings:manage", houseForm, save);

/** Sends a letter at once and reports what the server said, in its own words. */
export const sendTestMail = deskAction("settings:manage", z.object({ email: staffEmail }), async (staff, { email }) => {
  const { name } = await readSettings();
  const delivery = await sendLetter({
    to: email,
    subject: `A test from ${name}`,
    text: `This letter was asked for at the desk of ${name}. That you read it means that mail works.\n`,
  });
  await transaction(async (tx) => {
    record(tx, staff, "test", { kind: "mail", id: null, name: "" }, new Date(), { outcome: delivery.kind });
  });
  if (delivery.kind === "failed") return { errors: { email: delivery.why } };
  if (delivery.kind === "sent") return { done: `The mail server said: ${delivery.answer}` };
  return { done: "No mail server is set, so the letter lies in the outbox of the data folder." };
});

const mailForm = mailServerForm.extend({ password: z.string().max(500, "Please use up to 500 characters.") });

export const saveMailServer = deskAction("settings:manage", mailForm, async (staff, { password, ...server }) => {
  const set = await setMailServer(staff, server, password, new Date());
  if (set.ok) return { done: "Saved. Send a test to see whether the server takes letters." };
  return {
    errors: { password: "Please give the password again: the one that is kept is not handed to another server." },
  };
});

export const forgetMailServer = deskAction("settings:manage", z.object({}), async (staff) => {
  const removed = await removeMailServer(staff, new Date());
  return removed.ok ? { done: "Forgotten." } : { errors: { "": "No mail server was set here." } };
});
