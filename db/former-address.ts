import { eq } from "drizzle-orm";
import type { Writer } from "./client.ts";
import { redirect } from "./schema.ts";

type Target = { articleId: number } | { sectionId: number } | { topicId: number } | { contributorId: number };

/** An address that readers may have kept leads to its thing from now on, wherever that is. Paths as read, not encoded. */
export function keepFormerAddress(tx: Writer, fromPath: string, target: Target, now: Date): void {
  const nothing = { articleId: null, sectionId: null, topicId: null, contributorId: null, toPath: null };
  tx.insert(redirect)
    .values({ fromPath, ...target, origin: "renamed", createdAt: now })
    .onConflictDoUpdate({ target: redirect.fromPath, set: { ...nothing, ...target, createdAt: now, deletedAt: null } })
    .run();
}

/** A thing has an address now, so that nothing else leads on from there. */
export function claimAddress(tx: Writer, path: string): void {
  tx.delete(redirect).where(eq(redirect.fromPath, path)).run();
}
