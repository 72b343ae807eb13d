import { eq, sql } from "drizzle-orm";
import { contributorTag, navigationTag, sectionTag, topicTag } from "#core/page-tags";
import { freeSlug, isSectionSlug } from "#core/slug";
import { findImported, type ImportDeed, type Imported, rememberImported, sourceHash } from "./imports.ts";
import { contributor, section, topic } from "./schema.ts";

/*
 * Sections, topics and contributors have no version. Whether people have worked on one here is seen by comparing what
 * stands here with what the source said last: only where both are the same does a change at the source come through.
 */

export type ImportedSection = {
  key: string;
  slug: string;
  name: string;
  description: string;
  parentId: number | null;
  /** Hidden from readers. */
  retired: boolean;
};

/** A section of that address, ours or one that the import makes. */
export async function importSection(deed: ImportDeed, given: ImportedSection): Promise<Imported> {
  const { tx, changed, now } = deed;
  const place = { source: deed.source, kind: "section", key: given.key };
  const said = { name: given.name, description: given.description };
  const before = findImported(tx, place);
  const known = before && tx.select().from(section).where(eq(section.id, before.id)).get();
  if (before && known) {
    const outcome = comparison(before.hash, said, { name: known.name, description: known.description });
    if (outcome === "changed") {
      tx.update(section).set(said).where(eq(section.id, known.id)).run();
      rememberImported(deed, place, { id: known.id, hash: sourceHash(said) });
      changed(sectionTag(known.id), navigationTag);
    }
    return { id: known.id, outcome };
  }
  const namesake = tx.select({ id: section.id }).from(section).where(eq(section.slug, given.slug)).get();
  if (namesake) {
    rememberImported(deed, place, { id: namesake.id, hash: sourceHash(said) });
    return { id: namesake.id, outcome: "unchanged" };
  }
  const isTaken = async (slug: string) =>
    tx.select({ id: section.id }).from(section).where(eq(section.slug, slug)).get() !== undefined;
  const slug = await freeSlug(isSectionSlug(given.slug) ? given.slug : `${given.slug}-section`, isTaken);
  const last = tx
    .select({ at: sql<number | null>`max(${section.position})` })
    .from(section)
    .get();
  const { id } = tx
    .insert(section)
    .values({
      ...said,
      slug,
      parentId: given.parentId,
      position: (last?.at ?? -1) + 1,
      retiredAt: given.retired ? now : null,
    })
    .returning({ id: section.id })
    .get();
  rememberImported(deed, place, { id, hash: sourceHash(said) });
  changed(sectionTag(id), navigationTag);
  return { id, outcome: "taken" };
}

export type ImportedTopic = { key: string; slug: string; name: string; description: string };

export function importTopic(deed: ImportDeed, given: ImportedTopic): Imported {
  const { tx, changed } = deed;
  const place = { source: deed.source, kind: "topic", key: given.key };
  const said = { name: given.name, description: given.description };
  const before = findImported(tx, place);
  const known = before && tx.select().from(topic).where(eq(topic.id, before.id)).get();
  if (before && known) {
    const outcome = comparison(before.hash, said, { name: known.name, description: known.description });
    if (outcome === "changed") {
      tx.update(topic).set(said).where(eq(topic.id, known.id)).run();
      rememberImported(deed, place, { id: known.id, hash: sourceHash(said) });
      changed(topicTag(known.id));
    }
    return { id: known.id, outcome };
  }
  const namesake = tx.select({ id: topic.id }).from(topic).where(eq(topic.slug, given.slug)).get();
  const id =
    namesake?.id ??
    tx
      .insert(topic)
      .values({ ...said, slug: given.slug })
      .returning({ id: topic.id })
      .get().id;
  rememberImported(deed, place, { id, hash: sourceHash(said) });
  if (!namesake) changed(topicTag(id));
  return { id, outcome: namesake ? "unchanged" : "taken" };
}

export type ImportedContributor = {
  key: string;
  slug: string;
  name: string;
  affiliation: string;
  bio: string;
  website: string;
};

/** A contributor of that name, whoever brought the name first: one person is one page. */
export async function importContributor(deed: ImportDeed, given: ImportedContributor): Promise<Imported> {
  const { tx, changed } = deed;
  const place = { source: deed.source, kind: "contributor", key: given.key };
  const said = { name: given.name, bio: given.bio };
  const before = findImported(tx, place);
  const known = before && tx.select().from(contributor).where(eq(contributor.id, before.id)).get();
  if (before && known) {
    if (known.deletedAt) return { id: known.id, outcome: "removed here" };
    const outcome = comparison(before.hash, said, { name: known.name, bio: known.bio });
    if (outcome === "changed") {
      tx.update(contributor).set(said).where(eq(contributor.id, known.id)).run();
      rememberImported(deed, place, { id: known.id, hash: sourceHash(said) });
      changed(contributorTag(known.id));
    }
    return { id: known.id, outcome };
  }
  const namesake = tx
    .select({ id: contributor.id })
    .from(contributor)
    .where(sql`${contributor.name} = ${given.name} and ${contributor.deletedAt} is null`)
    .get();
  if (namesake) {
    rememberImported(deed, place, { id: namesake.id, hash: sourceHash(said) });
    return { id: namesake.id, outcome: "unchanged" };
  }
  const isTaken = async (slug: string) =>
    tx.select({ id: contributor.id }).from(contributor).where(eq(contributor.slug, slug)).get() !== undefined;
  const { id } = tx
    .insert(contributor)
    .values({
      ...said,
      affiliation: given.affiliation,
      slug: await freeSlug(given.slug, isTaken),
      links: given.website === "" ? [] : [{ label: "Website", url: given.website }],
    })
    .returning({ id: contributor.id })
    .get();
  rememberImported(deed, place, { id, hash: sourceHash(said) });
  changed(contributorTag(id));
  return { id, outcome: "taken" };
}

function comparison(before: string, said: unknown, here: unknown): "unchanged" | "changed" | "edited here" {
  if (sourceHash(said) === before) return "unchanged";
  return sourceHash(here) === before ? "changed" : "edited here";
}
