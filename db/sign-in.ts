import { and, eq, isNull } from "drizzle-orm";
import { normaliseEmail } from "#core/comment";
import { accept, type Result, refuse } from "#core/result";
import { read, transaction, type Writer } from "./client.ts";
import { isPassword } from "./password-hash.ts";
import { passkey, staff } from "./schema.ts";
import { findLink } from "./staff-links.ts";
import { countTry, forgetTries, type Throttled, takeBackTry } from "./throttle.ts";

/** What is known of whoever is trying to get in. */
export type Visitor = {
  /** As `networkOf` gives it. */
  network: string;
  /** The value of the cookie a device was given when somebody signed in on it. */
  knownDevice: string | undefined;
};

/**
 * `wrong`: no such account, or not its password; nobody outside is told which. `too-many`: guessing has to wait, and
 * this try was not judged at all.
 */
export type SignInRefusal = "wrong" | "too-many";

export type SignedIn = { staffId: number; name: string; hasSecondFactor: boolean };

/** Judges an address and a password. Takes the same time, and gives the same answer, for known and unknown addresses. */
export async function checkPassword(
  typed: { email: string; password: string },
  visitor: Visitor,
  now: Date,
): Promise<Result<SignedIn, SignInRefusal>> {
  const email = normaliseEmail(typed.email);
  const found = read()
    .select({
      id: staff.id,
      name: staff.name,
      passwordHash: staff.passwordHash,
      totpConfirmedAt: staff.totpConfirmedAt,
    })
    .from(staff)
    .where(and(eq(staff.email, email), isNull(staff.disabledAt)))
    .get();
  const device = visitor.knownDevice ? await findLink("known-device", visitor.knownDevice, now) : undefined;
  const isKnownDevice = found !== undefined && device?.staffId === found.id;
  const own: Throttled = isKnownDevice
    ? { kind: "sign-in:known-device", about: email }
    : { kind: "sign-in:account-and-network", about: `${email} ${visitor.network}` };
  const shared: Throttled[] = isKnownDevice
    ? []
    : [
        { kind: "sign-in:account", about: email },
        { kind: "sign-in:network", about: visitor.network },
      ];
  const counted = await transaction(async (tx) => countTry(tx, [own, ...shared], now));
  if (!counted) return refuse("too-many");
  const right = await isPassword(found?.passwordHash ?? null, typed.password);
  if (!found || !right) return refuse("wrong");
  await transaction(async (tx) => {
    takeBackTry(tx, counted);
    forgetTries(tx, [own]);
  });
  return accept({
    staffId: found.id,
    name: found.name,
    hasSecondFactor: found.totpConfirmedAt !== null || hasPasskey(found.id),
  });
}

/** Somebody has shown by a link to their mail whose account this is: what was guessed at it keeps them out no longer. */
export function forgetGuesses(tx: Writer, address: string, network: string): void {
  const email = normaliseEmail(address);
  forgetTries(tx, [
    { kind: "sign-in:account", about: email },
    { kind: "sign-in:account-and-network", about: `${email} ${network}` },
  ]);
}

function hasPasskey(staffId: number): boolean {
  return (
    read().select({ id: passkey.credentialId }).from(passkey).where(eq(passkey.staffId, staffId)).get() !== undefined
  );
}
