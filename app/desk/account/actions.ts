"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "#app/_server/form";
import { offerPasskey, takeNewPasskey } from "#app/_server/passkey-ceremony";
import { passwordRefusals } from "#app/_server/password-words";
import { requireAccount } from "#app/_server/session";
import { replaceSession, signOutHere } from "#app/_server/sign-in";
import { orBusy } from "#app/_server/unless-busy";
import { transaction } from "#db/client";
import { removePasskey } from "#db/passkeys";
import { confirmTotp, removeTotp, renewRecoveryCodes } from "#db/second-factor";
import { endSession, endSessions } from "#db/sessions";
import { readSettings } from "#db/settings";
import { changePassword } from "#db/staff-password";

const tooMany = "There have been too many tries. Please wait a quarter of an hour.";

export const signOut = formAction(requireAccount, z.object({}), async () => {
  await signOutHere();
  redirect("/sign-in");
});

export const signOutThere = formAction(
  requireAccount,
  z.object({ session: z.string() }),
  async (staff, { session }) => {
    await transaction(async (tx) => endSession(tx, staff.staffId, session));
    return { done: "Signed out there." };
  },
);

export const signOutElsewhere = formAction(requireAccount, z.object({}), async (staff) => {
  await transaction(async (tx) => endSessions(tx, staff.staffId, staff.sessionHash));
  return { done: "Signed out everywhere else." };
});

const password = z.string().min(1, "Please give your password.").max(1_000);
const passwords = z.object({ passwordNow: password, passwordNext: z.string() });

/** All sessions end with the old password; this browser is given a new one at once. */
export const changeOwnPassword = formAction(requireAccount, passwords, async (staff, typed) => {
  const given = { present: typed.passwordNow, next: typed.passwordNext };
  const changed = await changePassword(staff, given, new Date());
  if (changed.ok) {
    await replaceSession(staff.staffId, changed.value.session);
    return { done: "Your password is changed. Every other device has been signed out." };
  }
  if (changed.reason === "wrong") return { errors: { passwordNow: "This is not your password." } };
  if (changed.reason === "too-many") return { errors: { "": tooMany } };
  return { errors: { passwordNext: passwordRefusals[changed.reason] } };
});

const savedCodes =
  "Please keep these recovery codes where you keep passwords. Each works once, and they are shown only now.";

const code = z.string().trim().min(1, "Please give the six digits the app shows.").max(20, "A code has six digits.");

export const confirmAuthenticator = formAction(requireAccount, z.object({ code }), async (staff, typed) => {
  const confirmed = await confirmTotp(staff, typed.code, new Date());
  if (confirmed.ok) return enrolled("Your authenticator app is set up.", confirmed.value.recoveryCodes);
  if (confirmed.reason === "too-many") return { errors: { "": tooMany } };
  return { errors: { code: "This code does not fit. Is the clock of your phone right?" } };
});

const enrolled = (done: string, codes: string[]) =>
  codes.length > 0 ? { done: `${done} ${savedCodes}`, shown: codes } : { done };

export const removeAuthenticator = formAction(requireAccount, z.object({ password }), async (staff, typed) => {
  const removed = await removeTotp(staff.staffId, typed.password, new Date());
  if (removed.ok) return { done: "Your authenticator app is no longer asked for." };
  return { errors: removed.reason === "wrong" ? { password: "This is not your password." } : { "": tooMany } };
});

export const renewCodes = formAction(requireAccount, z.object({}), async (staff) => {
  const codes = await renewRecoveryCodes(staff.staffId, staff.name, new Date());
  return enrolled("Your former codes no longer work.", codes);
});

export async function offerOwnPasskey() {
  const staff = await requireAccount();
  const { name } = await readSettings();
  return orBusy(() => offerPasskey(staff, name, new Date()));
}

const passkeyName = z.string().trim().min(1, "Please name the passkey, to tell it from others.").max(60);
const newPasskey = z.object({ name: passkeyName, answer: z.string().max(20_000) });

export const addOwnPasskey = formAction(requireAccount, newPasskey, async (staff, { name, answer }) => {
  const added = await takeNewPasskey(staff, answer, name, new Date());
  if (added.ok) return enrolled("Your passkey is added.", added.value.recoveryCodes);
  const words = {
    wrong: "This passkey could not be checked. Please try again.",
    already: "This passkey is there already.",
  };
  return { errors: { "": words[added.reason] } };
});

export const removeOwnPasskey = formAction(
  requireAccount,
  z.object({ credentialId: z.string() }),
  async (staff, typed) => {
    const removed = await removePasskey(staff, typed.credentialId, new Date());
    return removed.ok ? { done: "The passkey is removed." } : { errors: { "": "This passkey is no longer there." } };
  },
);
