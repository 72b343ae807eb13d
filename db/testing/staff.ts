import type { Role } from "#core/permissions";
import { transaction } from "#db/client";
import { hashNewPassword } from "#db/password-hash";
import { addStaff } from "#db/staff";

export const PASSWORD = "quiet harbour lamp";

let people = 0;

/** Somebody who works here and knows their password. */
export async function someStaff(role: Role, password = PASSWORD): Promise<{ id: number; email: string; name: string }> {
  people += 1;
  const [name, email] = [`Person ${people}`, `person${people}@example.org`];
  const hashed = await hashNewPassword(password, []);
  if (!hashed.ok) throw new Error(hashed.reason);
  const now = new Date();
  const id = await transaction(async (tx) => addStaff(tx, { name, email, role }, hashed.value, now));
  return { id, email, name };
}
