import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { test } from "node:test";
import { linkLifetimes } from "#core/staff";
import { read } from "#db/client";
import { theSoftware } from "#db/log";
import { logEntry, staffLink } from "#db/schema";
import { checkPassword } from "#db/sign-in";
import {
  changeRole,
  createFirstAdministrator,
  disableStaff,
  findStaff,
  inviteStaff,
  offerFirstAdministrator,
  renewInvitation,
} from "#db/staff";
import { choosePassword, findInvited, offerPasswordReset } from "#db/staff-password";
import { PASSWORD, someStaff } from "#db/testing/staff";

const now = new Date("2026-11-23T08:00:00Z");
const visitor = { network: "a", knownDevice: undefined };
const later = (milliseconds: number) => new Date(now.getTime() + milliseconds);
const first = { email: "ada@example.org", name: "Ada Park", password: PASSWORD };

test("the first link creates the administrator once; a newer link ends an older one", async () => {
  const old = (await offerFirstAdministrator(now)) ?? "";
  const link = (await offerFirstAdministrator(now)) ?? "";
  assert.deepEqual(await createFirstAdministrator(old, first, now), { ok: false, reason: "link-over" });
  const weak = await createFirstAdministrator(link, { ...first, password: "password1234" }, now);
  assert.deepEqual(weak, { ok: false, reason: "too-common" });
  assert.equal((await createFirstAdministrator(link, first, now)).ok, true, "a refused password leaves the link whole");
  assert.deepEqual(await createFirstAdministrator(link, first, now), { ok: false, reason: "link-over" });
  assert.equal(await offerFirstAdministrator(now), undefined);
  assert.equal((await checkPassword(first, visitor, now)).ok, true);
});

test("an invitation lets its person choose a password once, within seven days", async () => {
  const invited = { email: "kim@example.org", name: "Kim Lee", role: "editor" } as const;
  const invitation = await inviteStaff(theSoftware, invited, now);
  assert.ok(invitation.ok);
  const { link } = invitation.value;
  assert.equal(await findInvited(link, later(linkLifetimes.invitation)), undefined);
  assert.deepEqual(await choosePassword(link, "short", "a", now), { ok: false, reason: "too-short" });
  assert.equal((await choosePassword(link, PASSWORD, "a", now)).ok, true);
  assert.deepEqual(await choosePassword(link, PASSWORD, "a", now), { ok: false, reason: "link-over" });
  assert.equal((await checkPassword({ email: invited.email, password: PASSWORD }, visitor, now)).ok, true);
  assert.ok(
    read()
      .select()
      .from(staffLink)
      .all()
      .every(({ hash }) => hash !== link),
  );
});

test("nobody is invited twice to one address; a new invitation ends the one before", async () => {
  const invited = { email: "lin@example.org", name: "Lin", role: "contributor" } as const;
  const invitation = await inviteStaff(theSoftware, invited, now);
  assert.ok(invitation.ok);
  assert.deepEqual(await inviteStaff(theSoftware, invited, now), { ok: false, reason: "address-taken" });
  const renewed = await renewInvitation(theSoftware, invitation.value.staffId, now);
  assert.ok(renewed.ok);
  assert.deepEqual(await choosePassword(invitation.value.link, PASSWORD, "a", now), { ok: false, reason: "link-over" });
  assert.equal((await choosePassword(renewed.value.link, PASSWORD, "a", now)).ok, true);
});

test("a forgotten password is replaced by a link that works for an hour; an unknown address gets none", async () => {
  const { email } = await someStaff("editor");
  const offered = await offerPasswordReset(email, "a", now);
  assert.ok(offered);
  assert.equal(await findInvited(offered.link, later(linkLifetimes["password-reset"])), undefined);
  assert.equal((await choosePassword(offered.link, "a wholly new harbour", "a", now)).ok, true);
  assert.equal((await checkPassword({ email, password: PASSWORD }, visitor, now)).ok, false);
  assert.equal(await offerPasswordReset("nobody@example.org", "a", now), undefined);
});

test("links are mailed to one address three times an hour", async () => {
  const { email } = await someStaff("editor");
  for (let times = 0; times < 3; times += 1) assert.ok(await offerPasswordReset(email, `b${times}`, now));
  assert.equal(await offerPasswordReset(email, "c", now), undefined);
  assert.ok(await offerPasswordReset(email, "c", later(61 * 60_000)));
});

test("a disabled person's links are over", async () => {
  const { email, id } = await someStaff("editor");
  const offered = await offerPasswordReset(email, "d", now);
  await disableStaff(theSoftware, id, now);
  assert.deepEqual(await choosePassword(offered?.link ?? "", PASSWORD, "a", now), { ok: false, reason: "link-over" });
});

test("the last administrator can neither be disabled nor become something else; one of two can", async () => {
  const administrators = [1, (await someStaff("administrator")).id];
  assert.equal((await findStaff(administrators[0] ?? 0))?.role, "administrator");
  const [one = 0, two = 0] = administrators;
  assert.equal((await disableStaff(theSoftware, two, now)).ok, true);
  const invited = { email: "not-yet@example.org", name: "Not Yet", role: "administrator" } as const;
  assert.equal((await inviteStaff(theSoftware, invited, now)).ok, true, "who was only invited is no second one");
  assert.deepEqual(await disableStaff(theSoftware, one, now), { ok: false, reason: "last-administrator" });
  assert.deepEqual(await changeRole(theSoftware, one, "editor", now), { ok: false, reason: "last-administrator" });
  assert.equal((await changeRole(theSoftware, one, "administrator", now)).ok, true);
});

test("every deed on staff is in the log, with no address in it", () => {
  const entries = read().select().from(logEntry).all();
  const verbs = new Set(entries.map(({ verb }) => verb));
  for (const verb of ["create", "invite", "join", "invite-again", "reset-password", "disable"])
    assert.ok(verbs.has(verb));
  assert.ok(entries.every((entry) => !JSON.stringify(entry).includes("@")));
});
