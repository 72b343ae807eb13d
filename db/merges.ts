import { and, desc, eq, inArray, like, type SQL, sql } from "drizzle-orm";
import { accept, type Result, refuse } from "#core/result";
import { takeFromBin, type UndoRefusal } from "#core/undo";
import { isInBin } from "./bin.ts";
import { read, type Writer } from "./client.ts";
import { contributor, importedThing, merge, mergedArticle, redirect, section, topic } from "./schema.ts";

/* What the merges of people, of sections and of topics have in common. */

export type MergedKind = (typeof merge.$inferSelect)["kind"];

/** `into-gone`: what it went into is no longer there. `slug-taken`: another of its kind has its address by now. */
export type UndoMergeRefusal = UndoRefusal | "into-gone" | "slug-taken";

/** Merges of the last 30 days whose thing's name contains some words, the newest first. */
export async function listMerges(kinds: readonly MergedKind[], words: string, now: Date) {
  const pattern = `%${words.replace(/[%_]/g, "")}%`;
  return read()
    .select({
      id: merge.id,
      kind: merge.kind,
      name: merge.name,
      mergedAt: merge.deletedAt,
      into: sql<string | null>`coalesce(${contributor.name}, ${section.name}, ${topic.name})`,
    })
    .from(merge)
    .leftJoin(contributor, and(eq(merge.kind, "contributor"), eq(contributor.id, merge.intoId)))
    .leftJoin(section, and(eq(merge.kind, "section"), eq(section.id, merge.intoId)))
    .leftJoin(topic, and(eq(merge.kind, "topic"), eq(topic.id, merge.intoId)))
    .where(and(inArray(merge.kind, [...kinds]), isInBin(merge.deletedAt, now), like(merge.name, pattern)))
    .orderBy(desc(merge.deletedAt), desc(merge.id))
    .all();
}

type Remembered = {
  kind: MergedKind;
  name: string;
  intoId: number;
  /** What the file that merges this kind needs to undo it. */
  gone: object;
  /** A query of the numbers of the articles that follow. */
  articleIds: SQL;
};

/** Writes down what a merge is about to do. */
export function rememberMerge(tx: Writer, { articleIds, ...said }: Remembered, now: Date): void {
  const { id } = tx
    .insert(merge)
    .values({ ...said, deletedAt: now })
    .returning({ id: merge.id })
    .get();
  tx.run(sql`insert into merged_article (merge_id, article_id) select ${id}, article_id from (${articleIds})`);
}

const tables = { contributor, section, topic } as const;

type Undoable<Gone> = { intoId: number; into: { name: string; slug: string }; gone: Gone };

/**
 * A merge that can be undone: it lies in the bin, what the thing went into is there, and nobody else has its address.
 * `Gone` is what this kind has written down, and `slugOf` finds the thing's address in it.
 */
export function findUndoableMerge<Gone>(
  tx: Writer,
  kind: MergedKind,
  id: number,
  slugOf: (gone: Gone) => string,
  now: Date,
): Result<Undoable<Gone>, UndoMergeRefusal> {
  const row = tx
    .select()
    .from(merge)
    .where(and(eq(merge.id, id), eq(merge.kind, kind)))
    .get();
  const found = takeFromBin(row, now);
  if (!found.ok) return refuse(found.reason);
  const { intoId } = found.value;
  const gone = found.value.gone as Gone;
  const table = tables[kind];
  const into = tx.select({ name: table.name, slug: table.slug }).from(table).where(eq(table.id, intoId)).get();
  if (!into) return refuse("into-gone");
  if (
    tx
      .select({ id: table.id })
      .from(table)
      .where(eq(table.slug, slugOf(gone)))
      .get()
  )
    return refuse("slug-taken");
  return accept({ intoId, into, gone });
}

/** The articles that a merge moved, as a condition's right side. */
export const articlesMovedBy = (tx: Writer, mergeId: number) =>
  tx.select({ id: mergedArticle.articleId }).from(mergedArticle).where(eq(mergedArticle.mergeId, mergeId));

export function forgetMerge(tx: Writer, id: number): void {
  tx.delete(merge).where(eq(merge.id, id)).run();
}

const column = { contributor: "contributorId", section: "sectionId", topic: "topicId" } as const;

/** What leads to a thing: former addresses, and the memory of importers. */
export type Followers = { redirects: number[]; imported: { source: string; externalId: string }[] };

/** Lets all that leads to one thing lead to another of its kind. Returns what that was. */
export function leadElsewhere(tx: Writer, kind: MergedKind, fromId: number, intoId: number): Followers {
  const { source, externalId } = importedThing;
  return {
    redirects: tx
      .update(redirect)
      .set({ [column[kind]]: intoId })
      .where(eq(redirect[column[kind]], fromId))
      .returning({ id: redirect.id })
      .all()
      .map(({ id }) => id),
    imported: tx
      .update(importedThing)
      .set({ thingId: intoId })
      .where(and(eq(importedThing.kind, kind), eq(importedThing.thingId, fromId)))
      .returning({ source, externalId })
      .all(),
  };
}

/** The reverse, for what still leads there. */
export function leadBack(tx: Writer, kind: MergedKind, { redirects, imported }: Followers, id: number, intoId: number) {
  for (const redirectId of redirects) {
    tx.update(redirect)
      .set({ [column[kind]]: id })
      .where(and(eq(redirect.id, redirectId), eq(redirect[column[kind]], intoId)))
      .run();
  }
  for (const { source, externalId } of imported) {
    const remembered = and(eq(importedThing.source, source), eq(importedThing.externalId, externalId));
    tx.update(importedThing)
      .set({ thingId: id })
      .where(and(remembered, eq(importedThing.kind, kind), eq(importedThing.thingId, intoId)))
      .run();
  }
}
