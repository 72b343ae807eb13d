import { and, eq, isNull } from "drizzle-orm";
import { normaliseEmail } from "#core/comment";
import type { PasswordRefusal } from "#core/password";
import { accept, type Result, refuse } from "#core/result";
import { read, transaction } from "./client.ts";
import { record } from "./log.ts";
import { hashNewPassword, isPassword } from "./password-hash.ts";
import { staff } from "./schema.ts";
import { endSessions } from "./sessions.ts";
import { findLink, makeLink, takeLink, withdrawLinks } from "./staff-links.ts";
import { countTry } from "./throttle.ts";

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

/** Sets the password that somebody chose through a link, uses the link up, and ends all their sessions. */
export async function choosePassword(
  value: string,
  password: string,
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
    const verb = person.joined === null ? "join" : "reset-password";
    record(tx, { staffId: person.id, name: person.name }, verb, thing(person), now);
    return accept({ staffId: person.id, email: person.email });
  });
}

/** Changes one's own password; all sessions end, the one at hand too, so that the caller opens a new one. */
export async function changePassword(
  staffId: number,
  typed: { present: string; next: string },
  now: Date,
): Promise<Result<{ email: string }, PasswordRefusal | "wrong" | "too-many">> {
  const counted = await transaction(async (tx) =>
    countTry(tx, [{ kind: "second-factor", about: `password ${staffId}` }], now),
  );
  if (!counted) return refuse("too-many");
  const person = read().select().from(staff).where(eq(staff.id, staffId)).get();
  if (!person || !(await isPassword(person.passwordHash, typed.present))) return refuse("wrong");
  const hashed = await hashNewPassword(typed.next, [person.name, person.email]);
  if (!hashed.ok) return hashed;
  return transaction(async (tx) => {
    tx.update(staff).set({ passwordHash: hashed.value, passwordChangedAt: now }).where(eq(staff.id, staffId)).run();
    endSessions(tx, staffId);
    withdrawLinks(tx, "known-device", staffId);
    record(tx, { staffId, name: person.name }, "change-password", thing(person), now);
    return accept({ email: person.email });
  });
}
