import { and, eq, isNull } from "drizzle-orm";
import { normaliseEmail } from "#core/comment";
import type { PasswordRefusal } from "#core/password";
import { accept, type Result, refuse } from "#core/result";
import { read, transaction } from "./client.ts";
import { type Actor, record } from "./log.ts";
import { hashNewPassword, isPassword } from "./password-hash.ts";
import { staff, staffSession } from "./schema.ts";
import { endSessions, openSession } from "./sessions.ts";
import { forgetGuesses } from "./sign-in.ts";
import { findLink, makeLink, takeLink, withdrawLinks } from "./staff-links.ts";
import { countTry, forgetTries } from "./throttle.ts";

const thing = ({ id, name }: { id: number; name: string }) => ({ kind: "staff", id, name });

/**
 * A link for who has forgotten the password, and where to send it. Undefined for an unknown address, or when it has
 * been asked for too often; whoever asks is told the same in every case.
 */
export function offerPasswordReset(
  typed: string,
  network: string,
  now: Date,
): Promise<{ email: string; name: string; link: string } | undefined> {
  const email = normaliseEmail(typed);
  return transaction(async (tx) => {
    const counted = countTry(
      tx,
      [
        { kind: "password-reset:account", about: email },
        { kind: "password-reset:network", about: network },
      ],
      now,
    );
    if (!counted) return undefined;
    const person = tx
      .select({ id: staff.id, name: staff.name, passwordHash: staff.passwordHash })
      .from(staff)
      .where(and(eq(staff.email, email), isNull(staff.disabledAt)))
      .get();
    if (!person) return undefined;
    const purpose = person.passwordHash === null ? "invitation" : "password-reset";
    withdrawLinks(tx, "password-reset", person.id);
    return { email, name: person.name, link: makeLink(tx, purpose, person.id, now) };
  });
}

/** A link for somebody to choose a password with, handed out by staff or from the command line. */
export function offerPasswordLink(actor: Actor, staffId: number, now: Date): Promise<Result<string, "not-found">> {
  return transaction(async (tx) => {
    const person = tx
      .select()
      .from(staff)
      .where(and(eq(staff.id, staffId), isNull(staff.disabledAt)))
      .get();
    if (!person) return refuse("not-found");
    const purpose = person.passwordHash === null ? "invitation" : "password-reset";
    withdrawLinks(tx, purpose, staffId);
    record(tx, actor, "offer-password-link", thing(person), now);
    return accept(makeLink(tx, purpose, staffId, now));
  });
}

/** Whom an invitation or a reset lets choose a password. */
export async function findInvited(value: string, now: Date) {
  const link = (await findLink("invitation", value, now)) ?? (await findLink("password-reset", value, now));
  if (!link?.staffId) return undefined;
  return read()
    .select({ id: staff.id, name: staff.name, email: staff.email, role: staff.role, joined: staff.passwordChangedAt })
    .from(staff)
    .where(and(eq(staff.id, link.staffId), isNull(staff.disabledAt)))
    .get();
}

/**
 * Sets the password that somebody chose through a link, uses the link up, and ends all their sessions. From their
 * `network` they can sign in with it at once, however often others have guessed.
 */
export async function choosePassword(
  value: string,
  password: string,
  network: string,
  now: Date,
): Promise<Result<{ staffId: number; email: string }, PasswordRefusal | "link-over">> {
  const person = await findInvited(value, now);
  if (!person) return refuse("link-over");
  const hashed = await hashNewPassword(password, [person.name, person.email]);
  if (!hashed.ok) return hashed;
  return transaction(async (tx) => {
    const link = takeLink(tx, "invitation", value, now) ?? takeLink(tx, "password-reset", value, now);
    if (!link) return refuse("link-over");
    tx.update(staff).set({ passwordHash: hashed.value, passwordChangedAt: now }).where(eq(staff.id, person.id)).run();
    endSessions(tx, person.id);
    for (const purpose of ["invitation", "password-reset"] as const) withdrawLinks(tx, purpose, person.id);
    forgetGuesses(tx, person.email, network);
    const verb = person.joined === null ? "join" : "reset-password";
    record(tx, { staffId: person.id, name: person.name }, verb, thing(person), now);
    return accept({ staffId: person.id, email: person.email });
  });
}

/**
 * Changes one's own password. All sessions end with the old one; the session at hand is replaced by a new one, whose
 * value is returned for the cookie.
 */
export async function changePassword(
  { staffId, sessionHash }: { staffId: number; sessionHash: string },
  typed: { present: string; next: string },
  now: Date,
): Promise<Result<{ session: string }, PasswordRefusal | "wrong" | "too-many">> {
  const about = { kind: "own-password", about: String(staffId) } as const;
  const counted = await transaction(async (tx) => countTry(tx, [about], now));
  if (!counted) return refuse("too-many");
  const person = read().select().from(staff).where(eq(staff.id, staffId)).get();
  if (!person || !(await isPassword(person.passwordHash, typed.present))) return refuse("wrong");
  await transaction(async (tx) => forgetTries(tx, [about]));
  const hashed = await hashNewPassword(typed.next, [person.name, person.email]);
  if (!hashed.ok) return hashed;
  return transaction(async (tx) => {
    const here = tx.select().from(staffSession).where(eq(staffSession.hash, sessionHash)).get();
    tx.update(staff).set({ passwordHash: hashed.value, passwordChangedAt: now }).where(eq(staff.id, staffId)).run();
    endSessions(tx, staffId);
    for (const purpose of ["known-device", "password-reset"] as const) withdrawLinks(tx, purpose, staffId);
    record(tx, { staffId, name: person.name }, "change-password", thing(person), now);
    const { device = "", secondFactorAt = null } = here ?? {};
    return accept({ session: openSession(tx, { staffId, device, secondFactorAt, awaitsSecondFactor: false }, now) });
  });
}
