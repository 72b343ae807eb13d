import { and, eq, isNull, sql } from "drizzle-orm";
import { normaliseEmail } from "#core/comment";
import { keyedHash, sealFor } from "./address-cipher.ts";
import type { Reader, Writer } from "./client.ts";
import { preparedOn } from "./prepared.ts";
import { commenter } from "./schema.ts";

export type KnownCommenter = { id: number; confirmedAt: Date | null; bannedAt: Date | null };

export const addressHash = (email: string): string => keyedHash("address", normaliseEmail(email));

const commenterBy = preparedOn((on: Reader) =>
  on
    .select({ id: commenter.id, confirmedAt: commenter.confirmedAt, bannedAt: commenter.bannedAt })
    .from(commenter)
    .where(eq(commenter.addressHash, sql.placeholder("hash")))
    .prepare(),
);

/** The commenter behind the hash of an address, if it was left here before. */
export const findCommenterBy = (on: Reader, hash: string): KnownCommenter | undefined => commenterBy(on).get({ hash });

export const findCommenter = (on: Reader, email: string): KnownCommenter | undefined =>
  findCommenterBy(on, addressHash(email));

const addRow = preparedOn((tx: Writer) =>
  tx
    .insert(commenter)
    .values({ addressHash: sql.placeholder("hash"), createdAt: sql.placeholder("now") })
    .returning({ id: commenter.id })
    .prepare(),
);

const keepAddress = preparedOn((tx: Writer) =>
  tx
    .update(commenter)
    .set({ address: sql`${sql.placeholder("sealed")}` })
    .where(eq(commenter.id, sql.placeholder("id")))
    .prepare(),
);

/** Keeps an address that was never left here before. `hash` is its `addressHash`, where it is known already. */
export function addCommenter(tx: Writer, email: string, now: Date, hash = addressHash(email)): KnownCommenter {
  const { id } = addRow(tx).get({ hash, now });
  // The row's id is bound into the encrypted address, so the row has to be there first.
  keepAddress(tx).run({ id, sealed: sealFor({ table: "commenter", id }, email.trim()) });
  return { id, confirmedAt: null, bannedAt: null };
}

/** The link was in a mail to the address, so pressing a button behind it proves the address. Opening it does not: scanners do. */
export function confirmAddress(tx: Writer, commenterId: number, now: Date): void {
  tx.update(commenter)
    .set({ confirmedAt: now })
    .where(and(eq(commenter.id, commenterId), isNull(commenter.confirmedAt)))
    .run();
}
