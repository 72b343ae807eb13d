import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { test } from "node:test";
import { eq } from "drizzle-orm";
import { Secret, TOTP } from "otpauth";
import { read, transaction } from "#db/client";
import { recoveryCode, staff } from "#db/schema";
import {
  confirmTotp,
  prepareTotp,
  readSecondFactors,
  removeTotp,
  renewRecoveryCodes,
  takeSecondFactor,
} from "#db/second-factor";
import { findSession, openSession } from "#db/sessions";
import { PASSWORD, someStaff } from "#db/testing/staff";

const now = new Date("2026-11-23T08:00:00Z");
const after = (seconds: number) => new Date(now.getTime() + seconds * 1_000);
const codeOf = (secret: string, at: Date) =>
  TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: at.getTime() });

async function enrolled() {
  const { id } = await someStaff("editor");
  const prepared = await prepareTotp(id, "National Update");
  assert.ok(prepared.ok);
  const value = await transaction(async (tx) =>
    openSession(tx, { staffId: id, device: "", secondFactorAt: null, awaitsSecondFactor: false }, now),
  );
  const sessionHash = (await findSession(value, now))?.hash ?? "";
  const confirmed = await confirmTotp({ staffId: id, sessionHash }, codeOf(prepared.value.secret, now), now);
  assert.ok(confirmed.ok);
  return { id, value, secret: prepared.value.secret, codes: confirmed.value.recoveryCodes };
}

test("an app is set up with a right code, stays in the session at hand, and its secret is not in the database", async () => {
  const { id, value, secret, codes } = await enrolled();
  const session = await findSession(value, now);
  assert.equal(session?.hasSecondFactor, true);
  assert.deepEqual(session?.secondFactorAt, now);
  assert.equal(codes.length, 10);
  const stored = read().select().from(staff).where(eq(staff.id, id)).get()?.totpSecret;
  assert.ok(stored && !stored.toString("latin1").includes(secret));
});

test("asking again before the first code gives the same secret; afterwards there is none to give", async () => {
  const { id } = await someStaff("editor");
  assert.deepEqual(await prepareTotp(id, "National Update"), await prepareTotp(id, "National Update"));
  const done = await enrolled();
  assert.deepEqual(await prepareTotp(done.id, "National Update"), { ok: false, reason: "already" });
});

test("a wrong code sets nothing up", async () => {
  const { id } = await someStaff("editor");
  await prepareTotp(id, "National Update");
  assert.deepEqual(await confirmTotp({ staffId: id, sessionHash: "" }, "000000", now), { ok: false, reason: "wrong" });
  assert.equal((await readSecondFactors(id)).totpConfirmedAt, null);
});

test("no code works twice, nor one from before the last", async () => {
  const { id, secret } = await enrolled();
  assert.equal((await takeSecondFactor(id, codeOf(secret, now), now)).ok, false, "it was used to set the app up");
  assert.equal((await takeSecondFactor(id, codeOf(secret, after(60)), after(60))).ok, true);
  assert.equal((await takeSecondFactor(id, codeOf(secret, after(60)), after(61))).ok, false);
  assert.equal((await takeSecondFactor(id, codeOf(secret, after(30)), after(60))).ok, false);
});

test("a code of two minutes ago is too old, and of the neighbouring half minute is not", async () => {
  const { id, secret } = await enrolled();
  assert.equal((await takeSecondFactor(id, codeOf(secret, after(180)), after(300))).ok, false);
  assert.equal((await takeSecondFactor(id, codeOf(secret, after(270)), after(300))).ok, true);
});

test("a recovery code works once, however it was typed, and for its owner only", async () => {
  const { id, codes } = await enrolled();
  const other = await enrolled();
  const [code = ""] = codes;
  assert.equal((await takeSecondFactor(other.id, code, now)).ok, false);
  assert.equal((await takeSecondFactor(id, ` ${code.toUpperCase().replaceAll("-", " ")}`, now)).ok, true);
  assert.equal((await takeSecondFactor(id, code, now)).ok, false);
  assert.equal((await readSecondFactors(id)).recoveryCodesLeft, 9);
  const stored = read().select().from(recoveryCode).all();
  assert.ok(stored.every(({ hash }) => !codes.includes(hash)));
});

test("new recovery codes end the former ones", async () => {
  const { id, codes } = await enrolled();
  const [renewed = ""] = await renewRecoveryCodes(id, "Somebody", now);
  assert.equal((await takeSecondFactor(id, codes[1] ?? "", now)).ok, false);
  assert.equal((await takeSecondFactor(id, renewed, now)).ok, true);
});

test("codes are guessed six times, then nothing is judged for a quarter of an hour", async () => {
  const { id, secret } = await enrolled();
  for (let tries = 0; tries < 6; tries += 1) {
    assert.deepEqual(await takeSecondFactor(id, "000000", after(60)), { ok: false, reason: "wrong" });
  }
  assert.deepEqual(await takeSecondFactor(id, codeOf(secret, after(60)), after(60)), { ok: false, reason: "too-many" });
  const later = after(60 + 16 * 60);
  assert.equal((await takeSecondFactor(id, codeOf(secret, later), later)).ok, true);
});

test("the app is removed with the password, not without", async () => {
  const { id } = await enrolled();
  assert.deepEqual(await removeTotp(id, "not this one", now), { ok: false, reason: "wrong" });
  assert.ok((await readSecondFactors(id)).totpConfirmedAt);
  assert.equal((await removeTotp(id, PASSWORD, now)).ok, true);
  assert.deepEqual(await readSecondFactors(id), { totpConfirmedAt: null, recoveryCodesLeft: 0, passkeys: [] });
});
