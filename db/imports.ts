import { createHash } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { latestTag, redirectsTag } from "#core/page-tags";
import type { Changed, Writer } from "./client.ts";
import { article, importedThing, placement, redirect, section } from "./schema.ts";

/** What an import made of a thing of its source. "edited here" and "removed here": people have worked on it since. */
export type ImportOutcome = "taken" | "changed" | "unchanged" | "edited here" | "removed here";

export type Imported = { id: number; outcome: ImportOutcome };

/** A thing's name in its source. */
export type SourceKey = { source: string; kind: string; key: string };

/** Where an import writes: the source's name, the deed it is part of, and when. */
export type ImportDeed = { tx: Writer; changed: Changed; source: string; now: Date };

/** The hash by which a later run sees whether the source says the same as before. */
export const sourceHash = (said: unknown): string => createHash("sha256").update(JSON.stringify(said)).digest("hex");

export function findImported(tx: Writer, { source, kind, key }: SourceKey) {
  return tx
    .select({ id: importedThing.thingId, hash: importedThing.sourceHash, version: importedThing.version })
    .from(importedThing)
    .where(and(eq(importedThing.source, source), eq(importedThing.kind, kind), eq(importedThing.externalId, key)))
    .get();
}

/** Keeps what the source said, so that a later run finds its own work. */
export function rememberImported(
  { tx, now }: ImportDeed,
  { source, kind, key }: SourceKey,
  thing: { id: number; hash: string; version?: number },
): void {
  const values = { thingId: thing.id, sourceHash: thing.hash, version: thing.version ?? 0, importedAt: now };
  tx.insert(importedThing)
    .values({ source, kind, externalId: key, ...values })
    .onConflictDoUpdate({ target: [importedThing.source, importedThing.kind, importedThing.externalId], set: values })
    .run();
}

/**
 * Makes a former address lead to a thing. An address that leads somewhere already, or that is a section's own, is left
 * alone. True when it was new.
 */
export function keepFormerPath(
  { tx, changed, now }: ImportDeed,
  path: string,
  to: { articleId: number } | { sectionId: number } | { topicId: number } | { contributorId: number },
): boolean {
  const isSection = tx
    .select({ id: section.id })
    .from(section)
    .where(eq(section.slug, path.slice(1)))
    .get();
  if (isSection) return false;
  const added = tx
    .insert(redirect)
    .values({ fromPath: path, ...to, origin: "imported", createdAt: now })
    .onConflictDoNothing()
    .run();
  if (added.changes > 0) changed(redirectsTag);
  return added.changes > 0;
}

/** Puts an article at the head of the front page, behind what stands there, unless it stands there already. */
export function placeOnFront({ tx, changed }: ImportDeed, articleId: number): void {
  const onFront = sql`${placement.sectionId} is null`;
  if (
    tx
      .select({ id: placement.id })
      .from(placement)
      .where(and(onFront, eq(placement.articleId, articleId)))
      .get()
  )
    return;
  const last = tx
    .select({ at: sql<number | null>`max(${placement.position})` })
    .from(placement)
    .where(onFront)
    .get();
  tx.insert(placement)
    .values({ sectionId: null, position: (last?.at ?? -1) + 1, articleId })
    .run();
  changed(latestTag);
}

/** The article that has or had one of some addresses. */
export function findArticleByFormerPaths(tx: Writer, paths: readonly string[]): number | undefined {
  for (const path of paths) {
    const [sectionSlug, slug, ...more] = path.slice(1).split("/");
    const own =
      sectionSlug && slug && more.length === 0
        ? tx
            .select({ id: article.id })
            .from(article)
            .innerJoin(section, eq(section.id, article.sectionId))
            .where(and(eq(article.slug, slug), eq(section.slug, sectionSlug)))
            .get()
        : undefined;
    const former = tx.select({ id: redirect.articleId }).from(redirect).where(eq(redirect.fromPath, path)).get();
    const id = own?.id ?? former?.id;
    if (id) return id;
  }
  return undefined;
}
