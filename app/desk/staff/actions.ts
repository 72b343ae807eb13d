"use server";

import { z } from "zod";
import { deskAction } from "#app/_server/form";
import { addressInLetters, offerLink } from "#app/_server/staff-mail";
import { staffEmail, staffName, staffRole } from "#core/staff";
import {
  changeRole,
  disableStaff,
  enableStaff,
  inviteStaff,
  removeSecondFactor,
  renewInvitation,
  type StaffRefusal,
  signOutEverywhere,
} from "#db/staff";

const refusals: Record<StaffRefusal, string> = {
  "not-found": "This person no longer has an account that can be changed.",
  "last-administrator": "This is the last administrator: without one, nobody could run the publication.",
};
const person = z.object({ id: z.coerce.number().int().positive() });

/** Mails the link where a server takes it, and in every case shows it, to be handed over. */
async function handOver(offered: { email: string; name: string; link: string }) {
  const delivery = await offerLink("invitation", offered);
  const shown = [addressInLetters(`/sign-in/welcome/${offered.link}`)];
  if (delivery.kind === "sent") return { done: `A letter is on its way to ${offered.email}. The link in it:`, shown };
  if (delivery.kind === "kept") {
    return { done: "No mail server is set. Please hand this link over; it works once, for seven days.", shown };
  }
  return { done: `${delivery.why}. Please hand this link over yourself.`, shown };
}

export const invite = deskAction(
  "staff:manage",
  z.object({ name: staffName, email: staffEmail, role: staffRole }),
  async (staff, typed) => {
    const invited = await inviteStaff(staff, typed, new Date());
    if (!invited.ok) return { errors: { email: "Somebody has this address already." } };
    return handOver({ ...typed, link: invited.value.link });
  },
);

export const inviteAgain = deskAction("staff:manage", person, async (staff, { id }) => {
  const renewed = await renewInvitation(staff, id, new Date());
  if (renewed.ok) return handOver(renewed.value);
  const joined = "This person has chosen a password already, and can choose another by “I have forgotten my password”.";
  return { errors: { "": renewed.reason === "has-joined" ? joined : refusals["not-found"] } };
});

export const setRole = deskAction("staff:manage", person.extend({ role: staffRole }), async (staff, { id, role }) => {
  const changed = await changeRole(staff, id, role, new Date());
  if (!changed.ok) return { errors: { role: refusals[changed.reason] } };
  return { done: "The role is changed. This person has been signed out, and signs in with the new one." };
});

export const disable = deskAction("staff:manage", person, async (staff, { id }) => {
  const disabled = await disableStaff(staff, id, new Date());
  if (!disabled.ok) return { errors: { "": refusals[disabled.reason] } };
  return { done: "Disabled. All that this person wrote stays, with their name." };
});

export const enable = deskAction("staff:manage", person, async (staff, { id }) => {
  const enabled = await enableStaff(staff, id, new Date());
  return enabled.ok ? { done: "This person can sign in again." } : { errors: { "": refusals[enabled.reason] } };
});

export const signOutPerson = deskAction("staff:manage", person, async (staff, { id }) => {
  const ended = await signOutEverywhere(staff, id, new Date());
  if (!ended.ok) return { errors: { "": refusals[ended.reason] } };
  return { done: ended.value === 1 ? "One session is ended." : `${ended.value} sessions are ended.` };
});

export const resetSecondFactor = deskAction("staff:manage", person, async (staff, { id }) => {
  const removed = await removeSecondFactor(staff, id, new Date());
  if (!removed.ok) return { errors: { "": refusals[removed.reason] } };
  return { done: "Their app, passkeys and recovery codes no longer count. The password alone signs them in." };
});
