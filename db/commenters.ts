import { and, eq, isNull } from "drizzle-orm";
import { normaliseEmail } from "#core/comment";
import { keyedHash, sealFor } from "./address-cipher.ts";
import type { Writer } from "./client.ts";
import { commenter } from "./schema.ts";

export type KnownCommenter = { id: number; confirmedAt: Date | null; bannedAt: Date | null };

export const addressHash = (email: string): string => keyedHash("address", normaliseEmail(email));

/** The commenter behind an address, if it was left here before. */
export function findCommenter(tx: Writer, email: string): KnownCommenter | undefined {
  return tx
    .select({ id: commenter.id, confirmedAt: commenter.confirmedAt, bannedAt: commenter.bannedAt })
    .from(commenter)
    .where(eq(commenter.addressHash, addressHash(email)))
    .get();
}

/** Keeps an address that was never left here before. */
export function addCommenter(tx: Writer, email: string, now: Date): KnownCommenter {
  const { id } = tx
    .insert(commenter)
    .values({ addressHash: addressHash(email), createdAt: now })
    .returning({ id: commenter.id })
    .get();
  // The row's id is bound into the encrypted address, so the row has to be there first.
  tx.update(commenter)
    .set({ address: sealFor({ table: "commenter", id }, email.trim()) })
    .where(eq(commenter.id, id))
    .run();
  return { id, confirmedAt: null, bannedAt: null };
}

/** The link was in a mail to the address, so pressing a button behind it proves the address. Opening it does not: scanners do. */
export function confirmAddress(tx: Writer, commenterId: number, now: Date): void {
  tx.update(commenter)
    .set({ confirmedAt: now })
    .where(and(eq(commenter.id, commenterId), isNull(commenter.confirmedAt)))
    .run();
}
