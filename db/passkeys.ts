import { and, eq } from "drizzle-orm";
import { accept, type Result, refuse } from "#core/result";
import { read, transaction } from "./client.ts";
import { record } from "./log.ts";
import { passkey, recoveryCode, staff } from "./schema.ts";
import { firstRecoveryCodes } from "./second-factor.ts";
import { markSecondFactor } from "./sessions.ts";
import { makeLink, takeLink } from "./staff-links.ts";

/** Remembers a challenge that was handed out, so that it can be answered once and within five minutes. */
export function rememberChallenge(challenge: string, staffId: number | null, now: Date): Promise<string> {
  return transaction(async (tx) => makeLink(tx, "passkey-challenge", staffId, now, challenge));
}

/** Takes a challenge up. Undefined where it was not ours, is too old, or was answered before. */
export function takeChallenge(challenge: string, now: Date): Promise<{ staffId: number | null } | undefined> {
  return transaction(async (tx) => takeLink(tx, "passkey-challenge", challenge, now));
}

export type NewPasskey = {
  credentialId: string;
  publicKey: Uint8Array;
  counter: number;
  transports: string[];
  name: string;
};

/** Adds a passkey to one's own account. Returns recovery codes, to be shown this once, if there were none before. */
export function addPasskey(
  { staffId, name, sessionHash }: { staffId: number; name: string; sessionHash: string },
  given: NewPasskey,
  now: Date,
): Promise<Result<{ recoveryCodes: string[] }, "already">> {
  return transaction(async (tx) => {
    const known = tx.select().from(passkey).where(eq(passkey.credentialId, given.credentialId)).get();
    if (known) return refuse("already");
    tx.insert(passkey)
      .values({ ...given, publicKey: Buffer.from(given.publicKey), staffId, createdAt: now })
      .run();
    markSecondFactor(tx, sessionHash, now);
    record(tx, { staffId, name }, "add-passkey", { kind: "staff", id: staffId, name }, now, { passkey: given.name });
    return accept({ recoveryCodes: firstRecoveryCodes(tx, staffId) });
  });
}

export async function findPasskey(credentialId: string) {
  const found = read()
    .select({ passkey, name: staff.name, disabledAt: staff.disabledAt })
    .from(passkey)
    .innerJoin(staff, eq(staff.id, passkey.staffId))
    .where(eq(passkey.credentialId, credentialId))
    .get();
  return found && !found.disabledAt ? { ...found.passkey, staffName: found.name } : undefined;
}

export async function listPasskeyIds(staffId: number) {
  return read()
    .select({ id: passkey.credentialId, transports: passkey.transports })
    .from(passkey)
    .where(eq(passkey.staffId, staffId))
    .all();
}

export function markPasskeyUsed(credentialId: string, counter: number, now: Date): Promise<void> {
  return transaction(async (tx) => {
    tx.update(passkey).set({ counter, lastUsedAt: now }).where(eq(passkey.credentialId, credentialId)).run();
  });
}

/** Takes a passkey off one's own account. */
export function removePasskey(
  { staffId, name }: { staffId: number; name: string },
  credentialId: string,
  now: Date,
): Promise<Result<null, "not-found">> {
  return transaction(async (tx) => {
    const removed = tx
      .delete(passkey)
      .where(and(eq(passkey.credentialId, credentialId), eq(passkey.staffId, staffId)))
      .returning({ name: passkey.name })
      .get();
    if (!removed) return refuse("not-found");
    const others = tx.select({ id: passkey.credentialId }).from(passkey).where(eq(passkey.staffId, staffId)).get();
    const owner = tx.select({ totp: staff.totpConfirmedAt }).from(staff).where(eq(staff.id, staffId)).get();
    if (!others && !owner?.totp) tx.delete(recoveryCode).where(eq(recoveryCode.staffId, staffId)).run();
    record(tx, { staffId, name }, "remove-passkey", { kind: "staff", id: staffId, name }, now, {
      passkey: removed.name,
    });
    return accept(null);
  });
}
