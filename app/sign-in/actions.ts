"use server";

import { redirect } from "next/navigation";
import { after } from "next/server";
import { z } from "zod";
import { formAction } from "#app/_server/form";
import { askForPasskey } from "#app/_server/passkey-ceremony";
import { passwordRefusals } from "#app/_server/password-words";
import { deskPath, readSession, requireOwnPost } from "#app/_server/session";
import { sessionValue, signInThrough } from "#app/_server/sign-in";
import { offerLink } from "#app/_server/staff-mail";
import { orBusy } from "#app/_server/unless-busy";
import { currentVisitor } from "#app/_server/visitor";
import { importIsWriting } from "#core/import-is-writing";
import type { PasswordRefusal } from "#core/password";
import { staffEmail, staffName } from "#core/staff";
import { createFirstAdministrator } from "#db/staff";
import { choosePassword, offerPasswordReset } from "#db/staff-password";

const next = z.string().optional();
const email = z.string().trim().min(1, "Please give your email address.").max(254, "Please give your email address.");
const password = z.string().min(1, "Please give your password.").max(1_000, "Please give your password.");

const signInRefusals: Record<string, string> = {
  busy: importIsWriting,
  wrong: "This address and this password do not go together. Please check both.",
  "too-many": "There have been too many tries. Please wait a quarter of an hour, or choose a new password.",
};
const noIdea = "Signing in did not work. Please try again.";

/** Address and password; then the desk, or the page that asks for the second factor. */
export const signIn = formAction(requireOwnPost, z.object({ email, password, next }), async (_, typed) => {
  const refusal = await signInThrough("password", { email: typed.email, password: typed.password });
  if (refusal) return { errors: { "": signInRefusals[refusal] ?? noIdea } };
  // A session that still awaits its second factor is sent on to that page by the first page of the desk it opens.
  redirect(deskPath(typed.next));
});

const secondFactorRefusals: Record<string, string> = {
  busy: importIsWriting,
  wrong: "This code does not fit, or has been used before. The app shows a new one every half minute.",
  "too-many": "There have been too many tries. Please wait a quarter of an hour.",
  over: "Too much time has passed. Please sign in again from the beginning.",
};

const code = z.string().trim().min(1, "Please give the code.").max(100, "A code is shorter.");

export const giveSecondFactor = formAction(requireOwnPost, z.object({ code, next }), async (_, typed) => {
  const refusal = await signInThrough("second-factor", { code: typed.code, session: await sessionValue() });
  if (refusal) return { errors: { code: secondFactorRefusals[refusal] ?? noIdea } };
  redirect(deskPath(typed.next));
});

const linkIsOver = "This link has been used, or is too old. Please ask for a new one.";
const addressIsTaken = "Somebody has been invited with this address. Please use another.";

function wordsFor(reason: PasswordRefusal | "link-over" | "address-taken"): Record<string, string> {
  if (reason === "link-over") return { "": linkIsOver };
  if (reason === "address-taken") return { email: addressIsTaken };
  return { password: passwordRefusals[reason] };
}

const link = z.string().max(200);

export const startPublication = formAction(
  requireOwnPost,
  z.object({ link, name: staffName, email: staffEmail, password }),
  async (_, typed) => {
    const created = await createFirstAdministrator(typed.link, typed, new Date());
    if (!created.ok) return { errors: wordsFor(created.reason) };
    await signInThrough("password", { email: typed.email, password: typed.password });
    redirect("/desk");
  },
);

/** By an invitation, or by the link for a forgotten password. */
export const chooseOwnPassword = formAction(requireOwnPost, z.object({ link, password }), async (_, typed) => {
  const { network } = await currentVisitor();
  const chosen = await choosePassword(typed.link, typed.password, network, new Date());
  if (!chosen.ok) return { errors: wordsFor(chosen.reason) };
  await signInThrough("password", { email: chosen.value.email, password: typed.password });
  redirect("/desk");
});

/** Says the same whether or not the address belongs to somebody. */
export const askForReset = formAction(requireOwnPost, z.object({ email: staffEmail }), async (_, typed) => {
  const { network } = await currentVisitor();
  const offered = await offerPasswordReset(typed.email, network, new Date());
  // Afterwards, so that the answer takes as long for an address that nobody has.
  if (offered) after(() => offerLink("password-reset", offered));
  return { done: "If this address belongs to an account, a link is on its way to it. It works for an hour." };
});

/** What a browser needs to sign somebody in whom we do not know yet. */
export async function askWhoHasPasskey() {
  await requireOwnPost();
  return orBusy(() => askForPasskey(null, new Date()));
}

/** The same after the password, for passkeys of this person only. */
export async function askForOwnPasskey() {
  await requireOwnPost();
  const session = await readSession();
  return orBusy(() => askForPasskey(session?.staffId ?? null, new Date()));
}

export const signInWithPasskey = formAction(
  requireOwnPost,
  z.object({ answer: z.string().max(20_000), next }),
  async (_, typed) => {
    const refusal = await signInThrough("passkey", { answer: typed.answer });
    if (refusal === "busy") return { errors: { "": importIsWriting } };
    if (refusal) return { errors: { "": "This passkey does not open an account here." } };
    redirect(deskPath(typed.next));
  },
);
