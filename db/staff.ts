import { and, asc, count, eq, isNotNull, isNull, max } from "drizzle-orm";
import type { PasswordRefusal } from "#core/password";
import type { Role } from "#core/permissions";
import { accept, type Result, refuse } from "#core/result";
import { read, transaction, type Writer } from "./client.ts";
import { type Actor, record } from "./log.ts";
import { hashNewPassword } from "./password-hash.ts";
import { passkey, recoveryCode, staff, staffSession } from "./schema.ts";
import { endSessions } from "./sessions.ts";
import { findLink, makeLink, takeLink, withdrawLinks } from "./staff-links.ts";

const thing = ({ id, name }: { id: number; name: string }) => ({ kind: "staff", id, name });

const canRunThePublication = and(
  eq(staff.role, "administrator"),
  isNull(staff.disabledAt),
  isNotNull(staff.passwordHash),
);

/** Whether anybody can sign in and invite others; until then the first administrator's link is offered. */
export async function hasAdministrator(): Promise<boolean> {
  return read().select({ id: staff.id }).from(staff).where(canRunThePublication).limit(1).get() !== undefined;
}

/**
 * A new link for the first administrator, and the end of an earlier one. Undefined once there is one: from then on
 * people are invited.
 */
export async function offerFirstAdministrator(now: Date): Promise<string | undefined> {
  if (await hasAdministrator()) return undefined;
  return transaction(async (tx) => {
    withdrawLinks(tx, "first-administrator", null);
    return makeLink(tx, "first-administrator", null, now);
  });
}

export type NewStaff = { email: string; name: string; role: Role };

/** Creates the first administrator. `link-over`: the link was used, is too old, or somebody else was first. */
export async function createFirstAdministrator(
  value: string,
  given: { email: string; name: string; password: string },
  now: Date,
): Promise<Result<number, PasswordRefusal | "link-over" | "address-taken">> {
  if (!(await findLink("first-administrator", value, now))) return refuse("link-over");
  const hashed = await hashNewPassword(given.password, [given.name, given.email]);
  if (!hashed.ok) return hashed;
  return transaction(async (tx) => {
    if (tx.select({ id: staff.id }).from(staff).where(eq(staff.email, given.email)).get())
      return refuse("address-taken");
    if (!takeLink(tx, "first-administrator", value, now)) return refuse("link-over");
    if (tx.select({ id: staff.id }).from(staff).where(canRunThePublication).get()) return refuse("link-over");
    const id = addStaff(tx, { ...given, role: "administrator" }, hashed.value, now);
    record(tx, { staffId: id, name: given.name }, "create", thing({ id, name: given.name }), now, {
      role: "administrator",
    });
    return accept(id);
  });
}

/** Adds a person whose password is already hashed, or who is still to choose one. The address is normalised and free. */
export function addStaff(tx: Writer, given: NewStaff, passwordHash: string | null, now: Date): number {
  return tx
    .insert(staff)
    .values({
      email: given.email,
      name: given.name,
      role: given.role,
      passwordHash,
      passwordChangedAt: passwordHash === null ? null : now,
      createdAt: now,
    })
    .returning({ id: staff.id })
    .get().id;
}

/** Invites a person: they exist at once, and choose a password with the link that is returned. */
export function inviteStaff(
  actor: Actor,
  given: NewStaff,
  now: Date,
): Promise<Result<{ staffId: number; link: string }, "address-taken">> {
  return transaction(async (tx) => {
    const taken = tx.select({ id: staff.id }).from(staff).where(eq(staff.email, given.email)).get();
    if (taken) return refuse("address-taken");
    const id = addStaff(tx, given, null, now);
    record(tx, actor, "invite", thing({ id, name: given.name }), now, { role: given.role });
    return accept({ staffId: id, link: makeLink(tx, "invitation", id, now) });
  });
}

/** A new invitation in the place of an earlier one. `has-joined`: they have a password, and can reset it themselves. */
export function renewInvitation(
  actor: Actor,
  staffId: number,
  now: Date,
): Promise<Result<{ link: string; email: string; name: string }, "not-found" | "has-joined">> {
  return transaction(async (tx) => {
    const person = tx
      .select()
      .from(staff)
      .where(and(eq(staff.id, staffId), isNull(staff.disabledAt)))
      .get();
    if (!person) return refuse("not-found");
    if (person.passwordHash !== null) return refuse("has-joined");
    withdrawLinks(tx, "invitation", staffId);
    record(tx, actor, "invite-again", thing(person), now);
    const { email, name } = person;
    return accept({ link: makeLink(tx, "invitation", staffId, now), email, name });
  });
}

export type StaffRefusal = "not-found" | "last-administrator";

/** Changes a role. The person is signed out everywhere, so that nothing of the former role lingers in an open tab. */
export function changeRole(actor: Actor, staffId: number, role: Role, now: Date): Promise<Result<null, StaffRefusal>> {
  return transaction(async (tx) => {
    const person = tx.select().from(staff).where(eq(staff.id, staffId)).get();
    if (!person) return refuse("not-found");
    if (person.role === role) return accept(null);
    if (isLastAdministrator(tx, person)) return refuse("last-administrator");
    tx.update(staff).set({ role }).where(eq(staff.id, staffId)).run();
    endSessions(tx, staffId);
    record(tx, actor, "change-role", thing(person), now, { from: person.role, to: role });
    return accept(null);
  });
}

/** Shuts a person out at their next request; their articles and the log keep their name. */
export function disableStaff(actor: Actor, staffId: number, now: Date): Promise<Result<null, StaffRefusal>> {
  return transaction(async (tx) => {
    const person = tx
      .select()
      .from(staff)
      .where(and(eq(staff.id, staffId), isNull(staff.disabledAt)))
      .get();
    if (!person) return refuse("not-found");
    if (isLastAdministrator(tx, person)) return refuse("last-administrator");
    tx.update(staff).set({ disabledAt: now }).where(eq(staff.id, staffId)).run();
    endSessions(tx, staffId);
    for (const purpose of ["invitation", "password-reset", "known-device"] as const)
      withdrawLinks(tx, purpose, staffId);
    record(tx, actor, "disable", thing(person), now);
    return accept(null);
  });
}

export function enableStaff(actor: Actor, staffId: number, now: Date): Promise<Result<null, "not-found">> {
  return transaction(async (tx) => {
    const person = tx.select().from(staff).where(eq(staff.id, staffId)).get();
    if (!person) return refuse("not-found");
    tx.update(staff).set({ disabledAt: null }).where(eq(staff.id, staffId)).run();
    record(tx, actor, "enable", thing(person), now);
    return accept(null);
  });
}

export function signOutEverywhere(actor: Actor, staffId: number, now: Date): Promise<Result<number, "not-found">> {
  return transaction(async (tx) => {
    const person = tx.select().from(staff).where(eq(staff.id, staffId)).get();
    if (!person) return refuse("not-found");
    const ended = endSessions(tx, staffId);
    record(tx, actor, "sign-out-everywhere", thing(person), now, { sessions: ended });
    return accept(ended);
  });
}

/**
 * Somebody without a role to run the publication would have nobody to give it back. An administrator who was invited and
 * has not come yet is nobody: they may never come.
 */
function isLastAdministrator(tx: Writer, { id }: { id: number }): boolean {
  const administrators = tx.select({ id: staff.id }).from(staff).where(canRunThePublication).limit(2).all();
  return administrators.length === 1 && administrators[0]?.id === id;
}

/** Takes a lost second factor off an account, so that its owner can sign in with the password and enrol another. */
export function removeSecondFactor(actor: Actor, staffId: number, now: Date): Promise<Result<null, "not-found">> {
  return transaction(async (tx) => {
    const person = tx.select().from(staff).where(eq(staff.id, staffId)).get();
    if (!person) return refuse("not-found");
    tx.update(staff)
      .set({ totpSecret: null, totpConfirmedAt: null, totpLastStep: null })
      .where(eq(staff.id, staffId))
      .run();
    tx.delete(passkey).where(eq(passkey.staffId, staffId)).run();
    tx.delete(recoveryCode).where(eq(recoveryCode.staffId, staffId)).run();
    endSessions(tx, staffId);
    record(tx, actor, "remove-second-factor", thing(person), now);
    return accept(null);
  });
}

/** Everybody with an account, those who can sign in first. */
export async function listStaff() {
  const rows = read()
    .select({
      id: staff.id,
      name: staff.name,
      email: staff.email,
      role: staff.role,
      joined: staff.passwordChangedAt,
      disabledAt: staff.disabledAt,
      totpConfirmedAt: staff.totpConfirmedAt,
      passkeys: count(passkey.credentialId),
      lastSeenAt: max(staffSession.lastSeenAt),
    })
    .from(staff)
    .leftJoin(passkey, eq(passkey.staffId, staff.id))
    .leftJoin(staffSession, eq(staffSession.staffId, staff.id))
    .groupBy(staff.id)
    .orderBy(asc(staff.disabledAt), asc(staff.name))
    .all();
  return rows.map(({ totpConfirmedAt, passkeys, ...person }) => ({
    ...person,
    hasSecondFactor: totpConfirmedAt !== null || passkeys > 0,
  }));
}

export async function findStaff(staffId: number) {
  return (await listStaff()).find(({ id }) => id === staffId);
}
