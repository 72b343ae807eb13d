import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { test } from "node:test";
import { throttleLimits } from "#core/throttle";
import { read } from "#db/client";
import { rememberDevice } from "#db/known-device";
import { theSoftware } from "#db/log";
import { attempt } from "#db/schema";
import { checkPassword } from "#db/sign-in";
import { disableStaff, inviteStaff } from "#db/staff";
import { choosePassword, offerPasswordReset } from "#db/staff-password";
import { PASSWORD, someStaff } from "#db/testing/staff";

const now = new Date("2026-11-23T08:00:00Z");
const at = (network: string, knownDevice?: string) => ({ network, knownDevice });
const outcome = async (...given: Parameters<typeof checkPassword>) => {
  const checked = await checkPassword(...given);
  return checked.ok ? "in" : checked.reason;
};

await someStaff("administrator");

test("the right password lets in, however the address was typed", async () => {
  const { email, id } = await someStaff("editor");
  const checked = await checkPassword({ email: ` ${email.toUpperCase()} `, password: PASSWORD }, at("a"), now);
  assert.ok(checked.ok);
  assert.equal(checked.value.staffId, id);
});

test("a wrong password, an unknown address, a disabled person and an invitation not taken up are one refusal", async () => {
  const known = await someStaff("editor");
  const disabled = await someStaff("editor");
  await disableStaff(theSoftware, disabled.id, now);
  const invited = { email: "invited@example.org", name: "Invited", role: "editor" } as const;
  await inviteStaff(theSoftware, invited, now);
  assert.equal(await outcome({ email: known.email, password: "not this one" }, at("b"), now), "wrong");
  assert.equal(await outcome({ email: "nobody@example.org", password: PASSWORD }, at("b"), now), "wrong");
  assert.equal(await outcome({ email: disabled.email, password: PASSWORD }, at("b"), now), "wrong");
  assert.equal(await outcome({ email: invited.email, password: "" }, at("b"), now), "wrong");
});

test("guessing one account waits after five tries, for unknown addresses just the same", async () => {
  const { email } = await someStaff("editor");
  for (const address of [email, "nobody-else@example.org"]) {
    for (let tries = 0; tries < 5; tries += 1) {
      assert.equal(await outcome({ email: address, password: "a guess" }, at("c"), now), "wrong");
    }
    assert.equal(await outcome({ email: address, password: PASSWORD }, at("c"), now), "too-many");
  }
  const afterwards = new Date(now.getTime() + 16 * 60_000);
  assert.equal(await outcome({ email, password: PASSWORD }, at("c"), afterwards), "in");
});

test("a hundred guesses at once are no more than five", async () => {
  const { email } = await someStaff("editor");
  const guesses = Array.from({ length: 12 }, () => outcome({ email, password: "a guess" }, at("d"), now));
  const outcomes = await Promise.all(guesses);
  assert.equal(outcomes.filter((answer) => answer === "wrong").length, 5);
  assert.equal(outcomes.filter((answer) => answer === "too-many").length, 7);
});

test("somebody who guesses from many networks does not lock the owner out of a device they know", async () => {
  const { email, id } = await someStaff("editor");
  const device = await rememberDevice(id, now);
  const others = await someStaff("editor");
  const foreignDevice = await rememberDevice(others.id, now);
  for (let tries = 0; tries < throttleLimits["sign-in:account"].tries; tries += 1) {
    await checkPassword({ email, password: "a guess" }, at(`network ${tries}`), now);
  }
  assert.equal(await outcome({ email, password: PASSWORD }, at("home"), now), "too-many");
  assert.equal(await outcome({ email, password: PASSWORD }, at("home", foreignDevice), now), "too-many");
  assert.equal(await outcome({ email, password: PASSWORD }, at("home", device), now), "in");
});

test("who chooses a new password by a link is let in from there, and a guesser elsewhere waits on", async () => {
  const { email } = await someStaff("editor");
  for (const network of ["home", "lair"]) {
    for (let tries = 0; tries < 5; tries += 1) await checkPassword({ email, password: "a guess" }, at(network), now);
  }
  const offered = await offerPasswordReset(email, "home", now);
  assert.ok(offered);
  assert.ok((await choosePassword(offered.link, "a wholly new harbour", "home", now)).ok);
  assert.equal(await outcome({ email, password: "a wholly new harbour" }, at("home"), now), "in");
  assert.equal(await outcome({ email, password: "a wholly new harbour" }, at("lair"), now), "too-many");
});

test("a network that tries account after account has to wait", async () => {
  const { email } = await someStaff("editor");
  for (let tries = 0; tries < throttleLimits["sign-in:network"].tries; tries += 1) {
    await checkPassword({ email: `guess${tries}@example.org`, password: "a guess" }, at("street"), now);
  }
  assert.equal(await outcome({ email, password: PASSWORD }, at("street"), now), "too-many");
  assert.equal(await outcome({ email, password: PASSWORD }, at("another street"), now), "in");
});

test("what is counted names neither account nor network", () => {
  const rows = read().select().from(attempt).all();
  assert.ok(rows.length > 0);
  assert.ok(rows.every(({ key }) => !key.includes("@") && !key.includes("street") && /^[\w-]{43}$/.test(key)));
});
