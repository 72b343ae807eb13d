import { createHash } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import { latestTag, redirectsTag } from "#core/page-tags";
import type { Changed, Writer } from "./client.ts";
import { preparedOn } from "./prepared.ts";
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

const importedByKey = preparedOn((tx: Writer) =>
  tx
    .select({ id: importedThing.thingId, hash: importedThing.sourceHash, version: importedThing.version })
    .from(importedThing)
    .where(
      and(
        eq(importedThing.source, sql.placeholder("source")),
        eq(importedThing.kind, sql.placeholder("kind")),
        eq(importedThing.externalId, sql.placeholder("key")),
      ),
    )
    .prepare(),
);

export const findImported = (tx: Writer, place: SourceKey) => importedByKey(tx).get(place);

const remember = preparedOn((tx: Writer) =>
  tx
    .insert(importedThing)
    .values({
      source: sql.placeholder("source"),
      kind: sql.placeholder("kind"),
      externalId: sql.placeholder("key"),
      thingId: sql.placeholder("id"),
      sourceHash: sql.placeholder("hash"),
      version: sql.placeholder("version"),
      importedAt: sql.placeholder("now"),
    })
    .onConflictDoUpdate({
      target: [importedThing.source, importedThing.kind, importedThing.externalId],
      set: {
        thingId: sql`excluded.thing_id`,
        sourceHash: sql`excluded.source_hash`,
        version: sql`excluded.version`,
        importedAt: sql`excluded.imported_at`,
      },
    })
    .prepare(),
);

/** Keeps what the source said, so that a later run finds its own work. */
export function rememberImported(
  { tx, now }: ImportDeed,
  place: SourceKey,
  { id, hash, version = 0 }: { id: number; hash: string; version?: number },
): void {
  remember(tx).run({ ...place, id, hash, version, now });
}

const sectionAt = preparedOn((tx: Writer) =>
  tx
    .select({ id: section.id })
    .from(section)
    .where(eq(section.slug, sql.placeholder("slug")))
    .prepare(),
);

const addFormerPath = preparedOn((tx: Writer) =>
  tx
    .insert(redirect)
    .values({
      fromPath: sql.placeholder("path"),
      articleId: sql.placeholder("articleId"),
      sectionId: sql.placeholder("sectionId"),
      topicId: sql.placeholder("topicId"),
      contributorId: sql.placeholder("contributorId"),
      origin: "imported",
      createdAt: sql.placeholder("now"),
    })
    .onConflictDoNothing()
    .prepare(),
);

const NOWHERE = { articleId: null, sectionId: null, topicId: null, contributorId: null };

/**
 * Makes a former address lead to a thing. An address that leads somewhere already, or that is a section's own, is left
 * alone. True when it was new.
 */
export function keepFormerPath(
  { tx, changed, now }: ImportDeed,
  path: string,
  to: { articleId: number } | { sectionId: number } | { topicId: number } | { contributorId: number },
): boolean {
  if (sectionAt(tx).get({ slug: path.slice(1) })) return false;
  const { changes } = addFormerPath(tx).run({ ...NOWHERE, ...to, path, now });
  if (changes > 0) changed(redirectsTag);
  return changes > 0;
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
    const former = tx
      .select({ id: redirect.articleId })
      .from(redirect)
      .where(and(eq(redirect.fromPath, path), isNull(redirect.deletedAt)))
      .get();
    const id = own?.id ?? former?.id;
    if (id) return id;
  }
  return undefined;
}
