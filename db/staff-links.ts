import { and, eq, gt, isNull, lt } from "drizzle-orm";
import { linkLifetimes } from "#core/staff";
import { read, type Writer } from "./client.ts";
import { staffLink } from "./schema.ts";
import { hashOfSecretValue, newSecretValue } from "./secret-value.ts";

export type LinkPurpose = keyof typeof linkLifetimes;

/** Makes a value that counts once, for one purpose and one person, and returns it. Only its hash is kept. */
export function makeLink(
  tx: Writer,
  purpose: LinkPurpose,
  staffId: number | null,
  now: Date,
  value = newSecretValue(),
): string {
  tx.delete(staffLink).where(lt(staffLink.expiresAt, now)).run();
  tx.insert(staffLink)
    .values({
      hash: hashOfSecretValue(value),
      purpose,
      staffId,
      createdAt: now,
      expiresAt: new Date(now.getTime() + linkLifetimes[purpose]),
    })
    .run();
  return value;
}

const unused = (purpose: LinkPurpose, value: string, now: Date) =>
  and(
    eq(staffLink.hash, hashOfSecretValue(value)),
    eq(staffLink.purpose, purpose),
    isNull(staffLink.usedAt),
    gt(staffLink.expiresAt, now),
  );

/** Whom a link still lets in, without using it up. */
export async function findLink(purpose: LinkPurpose, value: string, now: Date) {
  return read()
    .select({ staffId: staffLink.staffId })
    .from(staffLink)
    .where(unused(purpose, value, now))
    .get();
}

/** Takes a link up. Undefined where it is unknown, too old or used: it works for one. */
export function takeLink(tx: Writer, purpose: LinkPurpose, value: string, now: Date) {
  return tx
    .update(staffLink)
    .set({ usedAt: now })
    .where(unused(purpose, value, now))
    .returning({ staffId: staffLink.staffId })
    .get();
}

/** Withdraws a person's unused links of a purpose: a newer one was made, or they are no longer to be let in. */
export function withdrawLinks(tx: Writer, purpose: LinkPurpose, staffId: number | null): void {
  tx.delete(staffLink)
    .where(
      and(
        eq(staffLink.purpose, purpose),
        staffId === null ? isNull(staffLink.staffId) : eq(staffLink.staffId, staffId),
        isNull(staffLink.usedAt),
      ),
    )
    .run();
}
