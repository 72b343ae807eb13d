import { and, desc, eq, gt, lt, ne, or } from "drizzle-orm";
import type { Role } from "#core/permissions";
import { SECOND_FACTOR_WITHIN, SESSION_IDLE, SESSION_LONGEST } from "#core/staff";
import { isDatabaseBusy, read, transaction, type Writer } from "./client.ts";
import { passkey, staff, staffSession } from "./schema.ts";
import { hashOfSecretValue, newSecretValue } from "./secret-value.ts";

/** "Last seen" is written down at most so often: a read of the desk need not be a write of the database. */
const SEEN_EVERY = 60_000;

export type NewSession = {
  staffId: number;
  /** As people recognise it: "Firefox on Windows". */
  device: string;
  /** When the second factor was given; null where there is none, or where it is still to come. */
  secondFactorAt: Date | null;
  /** The password was right, the second factor is awaited: such a session opens nothing but the page that asks for it. */
  awaitsSecondFactor: boolean;
};

/** Opens a session and returns the random value that goes into the cookie. The value itself is stored nowhere. */
export function openSession(tx: Writer, given: NewSession, now: Date): string {
  const value = newSecretValue();
  const lifetime = given.awaitsSecondFactor ? SECOND_FACTOR_WITHIN : SESSION_LONGEST;
  tx.delete(staffSession)
    .where(or(lt(staffSession.expiresAt, now), lt(staffSession.lastSeenAt, new Date(now.getTime() - SESSION_IDLE))))
    .run();
  tx.insert(staffSession)
    .values({
      hash: hashOfSecretValue(value),
      staffId: given.staffId,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + lifetime),
      device: given.device,
      secondFactorAt: given.secondFactorAt,
    })
    .run();
  return value;
}

export type OpenSession = {
  hash: string;
  staffId: number;
  name: string;
  role: Role;
  contributorId: number | null;
  hasSecondFactor: boolean;
  secondFactorAt: Date | null;
};

/** The session behind a cookie, with its owner as the database has them now. Undefined once it is over, for any reason. */
export async function findSession(value: string, now: Date): Promise<OpenSession | undefined> {
  const found = read()
    .select({
      hash: staffSession.hash,
      staffId: staff.id,
      name: staff.name,
      role: staff.role,
      contributorId: staff.contributorId,
      disabledAt: staff.disabledAt,
      totpConfirmedAt: staff.totpConfirmedAt,
      secondFactorAt: staffSession.secondFactorAt,
      lastSeenAt: staffSession.lastSeenAt,
      passkeyId: passkey.credentialId,
    })
    .from(staffSession)
    .innerJoin(staff, eq(staff.id, staffSession.staffId))
    .leftJoin(passkey, eq(passkey.staffId, staff.id))
    .where(
      and(
        eq(staffSession.hash, hashOfSecretValue(value)),
        gt(staffSession.expiresAt, now),
        gt(staffSession.lastSeenAt, new Date(now.getTime() - SESSION_IDLE)),
      ),
    )
    .limit(1)
    .get();
  if (!found || found.disabledAt) return undefined;
  const { disabledAt, totpConfirmedAt, lastSeenAt, passkeyId, ...session } = found;
  if (now.getTime() - lastSeenAt.getTime() >= SEEN_EVERY) noteSeen(found.hash, now);
  return { ...session, hasSecondFactor: totpConfirmedAt !== null || passkeyId !== null };
}

/** Nobody waits for it: while an import is writing the desk is read as ever, and this is noted a minute later. */
function noteSeen(hash: string, now: Date): void {
  transaction(async (tx) => {
    tx.update(staffSession).set({ lastSeenAt: now }).where(eq(staffSession.hash, hash)).run();
  }).catch((error: unknown) => {
    if (!isDatabaseBusy(error)) console.error("When a session was last used could not be noted.", error);
  });
}

export async function listSessions(staffId: number, now: Date) {
  return read()
    .select({
      hash: staffSession.hash,
      device: staffSession.device,
      createdAt: staffSession.createdAt,
      lastSeenAt: staffSession.lastSeenAt,
    })
    .from(staffSession)
    .where(
      and(
        eq(staffSession.staffId, staffId),
        gt(staffSession.expiresAt, now),
        gt(staffSession.lastSeenAt, new Date(now.getTime() - SESSION_IDLE)),
      ),
    )
    .orderBy(desc(staffSession.lastSeenAt))
    .all();
}

/** Ends one session of a person: their own by signing out, or another of theirs by its hash. */
export function endSession(tx: Writer, staffId: number, hash: string): boolean {
  const { changes } = tx
    .delete(staffSession)
    .where(and(eq(staffSession.hash, hash), eq(staffSession.staffId, staffId)))
    .run();
  return changes > 0;
}

/** Ends the session behind a cookie, whoever's it is. */
export function endSessionOfCookie(tx: Writer, value: string): void {
  tx.delete(staffSession)
    .where(eq(staffSession.hash, hashOfSecretValue(value)))
    .run();
}

/** Ends all sessions of a person, save perhaps the one at hand. They are shut out at their next request. */
export function endSessions(tx: Writer, staffId: number, exceptHash?: string): number {
  const others = exceptHash === undefined ? undefined : ne(staffSession.hash, exceptHash);
  return tx
    .delete(staffSession)
    .where(and(eq(staffSession.staffId, staffId), others))
    .run().changes;
}

/** The second factor has been given in a session that stays as it is (it was just enrolled there). */
export function markSecondFactor(tx: Writer, hash: string, now: Date): void {
  tx.update(staffSession).set({ secondFactorAt: now }).where(eq(staffSession.hash, hash)).run();
}
