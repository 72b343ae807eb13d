import { randomInt } from "node:crypto";
import { and, count, eq, isNull, lt, or } from "drizzle-orm";
import { Secret, TOTP } from "otpauth";
import { accept, type Result, refuse } from "#core/result";
import { sealFor, unsealFor } from "./address-cipher.ts";
import { read, transaction, type Writer } from "./client.ts";
import { record } from "./log.ts";
import { isPassword } from "./password-hash.ts";
import { passkey, recoveryCode, staff } from "./schema.ts";
import { hashOfSecretValue } from "./secret-value.ts";
import { markSecondFactor } from "./sessions.ts";
import { countTry, forgetTries } from "./throttle.ts";

const PERIOD = 30;
const RECOVERY_CODES = 10;

const totpOf = (secret: Secret, publication: string, email: string) =>
  new TOTP({ issuer: publication, label: email, algorithm: "SHA1", digits: 6, period: PERIOD, secret });

const person = (staffId: number) => read().select().from(staff).where(eq(staff.id, staffId)).get();

/**
 * Prepares an authenticator app: makes a secret and returns its address for the QR code. It counts only once
 * `confirmTotp` has seen a right code; until then asking again returns the same secret, so that reloading the page
 * does not spoil what was just scanned.
 */
export function prepareTotp(
  staffId: number,
  publication: string,
): Promise<Result<{ address: string; secret: string }, "already" | "not-found">> {
  return transaction(async (tx) => {
    const owner = tx.select().from(staff).where(eq(staff.id, staffId)).get();
    if (!owner) return refuse("not-found");
    if (owner.totpConfirmedAt) return refuse("already");
    let secret = owner.totpSecret && openSecret(staffId, owner.totpSecret);
    if (!secret) {
      secret = new Secret({ size: 20 });
      tx.update(staff)
        .set({ totpSecret: sealFor({ table: "staff", id: staffId }, secret.base32) })
        .where(eq(staff.id, staffId))
        .run();
    }
    return accept({ address: totpOf(secret, publication, owner.email).toString(), secret: secret.base32 });
  });
}

function openSecret(staffId: number, sealed: Buffer): Secret | undefined {
  const opened = unsealFor({ table: "staff", id: staffId }, sealed);
  return opened.ok ? Secret.fromBase32(opened.value) : undefined;
}

/** Turns the authenticator app on. Returns recovery codes, to be shown this once, if there were none before. */
export function confirmTotp(
  { staffId, sessionHash }: { staffId: number; sessionHash: string },
  code: string,
  now: Date,
): Promise<Result<{ recoveryCodes: string[] }, "wrong" | "too-many">> {
  return transaction(async (tx) => {
    const about = { kind: "second-factor", about: String(staffId) } as const;
    if (!countTry(tx, [about], now)) return refuse("too-many");
    const owner = tx.select().from(staff).where(eq(staff.id, staffId)).get();
    const secret = owner?.totpSecret && openSecret(staffId, owner.totpSecret);
    const step = owner && secret ? stepOf(secret, code, now) : undefined;
    if (!owner || step === undefined || owner.totpConfirmedAt) return refuse("wrong");
    tx.update(staff).set({ totpConfirmedAt: now, totpLastStep: step }).where(eq(staff.id, staffId)).run();
    markSecondFactor(tx, sessionHash, now);
    forgetTries(tx, [about]);
    record(
      tx,
      { staffId, name: owner.name },
      "add-authenticator",
      { kind: "staff", id: staffId, name: owner.name },
      now,
    );
    return accept({ recoveryCodes: firstRecoveryCodes(tx, staffId) });
  });
}

/** The time step whose code this is: the present one, or one beside it for clocks that differ (RFC 6238, 5.2). */
function stepOf(secret: Secret, code: string, now: Date): number | undefined {
  const token = code.replace(/\s/g, "");
  if (!/^\d{6}$/.test(token)) return undefined;
  const timestamp = now.getTime();
  const delta = TOTP.validate({ secret, token, timestamp, window: 1, period: PERIOD });
  return delta === null ? undefined : Math.floor(timestamp / 1_000 / PERIOD) + delta;
}

/** No letters that are taken for one another. 60 bits: with six tries in a quarter of an hour, out of reach. */
const LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";
const newRecoveryCode = () =>
  [0, 0, 0].map(() => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join("")).join("-");

const recoveryHash = (code: string) => hashOfSecretValue(code.toLowerCase().replace(/[^0-9a-z]/g, ""));

/** Recovery codes for who enrols a first factor; none for who has some already. */
export function firstRecoveryCodes(tx: Writer, staffId: number): string[] {
  return unusedRecoveryCodes(tx, staffId) > 0 ? [] : replaceRecoveryCodes(tx, staffId);
}

function unusedRecoveryCodes(tx: Writer, staffId: number): number {
  const unused = and(eq(recoveryCode.staffId, staffId), isNull(recoveryCode.usedAt));
  return tx.select({ codes: count() }).from(recoveryCode).where(unused).get()?.codes ?? 0;
}

function replaceRecoveryCodes(tx: Writer, staffId: number): string[] {
  const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
  tx.delete(recoveryCode).where(eq(recoveryCode.staffId, staffId)).run();
  tx.insert(recoveryCode)
    .values(codes.map((code) => ({ staffId, hash: recoveryHash(code) })))
    .run();
  return codes;
}

/** New recovery codes; the former ones stop working. */
export function renewRecoveryCodes(staffId: number, name: string, now: Date): Promise<string[]> {
  return transaction(async (tx) => {
    record(tx, { staffId, name }, "renew-recovery-codes", { kind: "staff", id: staffId, name }, now);
    return replaceRecoveryCodes(tx, staffId);
  });
}

export type SecondFactorRefusal = "wrong" | "too-many";

/** Judges a code: six digits of the app, or a recovery code. Each works once. */
export function takeSecondFactor(staffId: number, code: string, now: Date): Promise<Result<null, SecondFactorRefusal>> {
  return transaction(async (tx) => {
    const about = { kind: "second-factor", about: String(staffId) } as const;
    if (!countTry(tx, [about], now)) return refuse("too-many");
    if (!takeTotp(tx, staffId, code, now) && !takeRecoveryCode(tx, staffId, code, now)) return refuse("wrong");
    forgetTries(tx, [about]);
    return accept(null);
  });
}

function takeTotp(tx: Writer, staffId: number, code: string, now: Date): boolean {
  const owner = tx.select().from(staff).where(eq(staff.id, staffId)).get();
  if (!owner?.totpSecret || !owner.totpConfirmedAt) return false;
  const secret = openSecret(staffId, owner.totpSecret);
  const step = secret && stepOf(secret, code, now);
  if (step === undefined) return false;
  const { changes } = tx
    .update(staff)
    .set({ totpLastStep: step })
    .where(and(eq(staff.id, staffId), or(isNull(staff.totpLastStep), lt(staff.totpLastStep, step))))
    .run();
  return changes > 0;
}

function takeRecoveryCode(tx: Writer, staffId: number, code: string, now: Date): boolean {
  const unused = and(
    eq(recoveryCode.staffId, staffId),
    eq(recoveryCode.hash, recoveryHash(code)),
    isNull(recoveryCode.usedAt),
  );
  return tx.update(recoveryCode).set({ usedAt: now }).where(unused).run().changes > 0;
}

/** Takes the authenticator app off one's own account, with the password. */
export async function removeTotp(
  staffId: number,
  password: string,
  now: Date,
): Promise<Result<null, "wrong" | "too-many">> {
  const about = { kind: "own-password", about: String(staffId) } as const;
  if (!(await transaction(async (tx) => countTry(tx, [about], now)))) return refuse("too-many");
  const owner = person(staffId);
  if (!owner || !(await isPassword(owner.passwordHash, password))) return refuse("wrong");
  await transaction(async (tx) => forgetTries(tx, [about]));
  return transaction(async (tx) => {
    tx.update(staff)
      .set({ totpSecret: null, totpConfirmedAt: null, totpLastStep: null })
      .where(eq(staff.id, staffId))
      .run();
    if (!tx.select({ id: passkey.credentialId }).from(passkey).where(eq(passkey.staffId, staffId)).get()) {
      tx.delete(recoveryCode).where(eq(recoveryCode.staffId, staffId)).run();
    }
    record(
      tx,
      { staffId, name: owner.name },
      "remove-authenticator",
      { kind: "staff", id: staffId, name: owner.name },
      now,
    );
    return accept(null);
  });
}

/** What somebody has set up beside the password. */
export async function readSecondFactors(staffId: number) {
  const owner = person(staffId);
  const codes = read()
    .select({ usedAt: recoveryCode.usedAt })
    .from(recoveryCode)
    .where(eq(recoveryCode.staffId, staffId))
    .all();
  const passkeys = read()
    .select({
      credentialId: passkey.credentialId,
      name: passkey.name,
      createdAt: passkey.createdAt,
      lastUsedAt: passkey.lastUsedAt,
    })
    .from(passkey)
    .where(eq(passkey.staffId, staffId))
    .all();
  return {
    totpConfirmedAt: owner?.totpConfirmedAt ?? null,
    recoveryCodesLeft: codes.filter(({ usedAt }) => usedAt === null).length,
    passkeys,
  };
}
