import { and, eq, isNull } from "drizzle-orm";
import type { Writer } from "../client.ts";
import type { Actor } from "../log.ts";
import { contributor, staff } from "../schema.ts";

/** The contributor that a member of staff signs as, where an administrator has said so. */
export function contributorOfStaff(tx: Writer, actor: Actor): { id: number; affiliation: string } | undefined {
  if (actor.staffId === null) return undefined;
  return tx
    .select({ id: contributor.id, affiliation: contributor.affiliation })
    .from(staff)
    .innerJoin(contributor, and(eq(contributor.id, staff.contributorId), isNull(contributor.deletedAt)))
    .where(eq(staff.id, actor.staffId))
    .get();
}
