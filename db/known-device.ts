import { transaction } from "./client.ts";
import { makeLink } from "./staff-links.ts";

/**
 * Remembers the device somebody has just signed in on and returns the value for its cookie. On it, guessing by others
 * does not keep the owner out.
 */
export function rememberDevice(staffId: number, now: Date): Promise<string> {
  return transaction(async (tx) => makeLink(tx, "known-device", staffId, now));
}
