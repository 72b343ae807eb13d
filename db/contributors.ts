import { and, asc, count, eq, isNull, like, ne, or, type SQL, sql } from "drizzle-orm";
import { contributorTag, namesTag, redirectsTag } from "#core/page-tags";
import { accept, type Result, refuse } from "#core/result";
import { isSlug } from "#core/slug";
import { takeFromBin, type UndoRefusal } from "#core/undo";
import { isInBin } from "./bin.ts";
import { read, transaction, type Writer } from "./client.ts";
import { claimAddress, keepFormerAddress } from "./former-address.ts";
import { type Actor, record } from "./log.ts";
import type { ContributorLink } from "./schema/publication.ts";
import { article, byline, contributor, media, revision } from "./schema.ts";

export type ContributorContent = {
  name: string;
  slug: string;
  /** The present one; what was printed stays with each article. */
  affiliation: string;
  bio: string;
  links: ContributorLink[];
  pictureId: number | null;
};

export type ContributorRefusal = UndoRefusal | "slug-unfit" | "slug-taken" | "no-such-picture" | "has-articles";

const thing = ({ id, name }: { id: number; name: string }) => ({ kind: "contributor", id, name });
const findRow = (tx: Writer, id: number) => tx.select().from(contributor).where(eq(contributor.id, id)).get();
const pathOf = (slug: string) => `/contributors/${slug}`;

/** An article is somebody's where the text at hand, or the one readers see, has their name. */
const theirs = and(
  eq(byline.contributorId, contributor.id),
  sql`${byline.revisionId} in (select id from ${revision} where id in (select working_revision_id from ${article} union select live_revision_id from ${article}))`,
);

/** People whose name or affiliation contains some words, by name. */
export async function listContributors(
  { words, deleted }: { words: string; deleted: boolean },
  { limit, offset }: { limit: number; offset: number },
  now: Date,
) {
  const there = deleted ? isInBin(contributor.deletedAt, now) : isNull(contributor.deletedAt);
  const wanted = and(there, named(words));
  const people = read()
    .select({
      id: contributor.id,
      name: contributor.name,
      slug: contributor.slug,
      affiliation: contributor.affiliation,
      deletedAt: contributor.deletedAt,
      articles: sql<number>`count(distinct ${revision.articleId})`,
    })
    .from(contributor)
    .leftJoin(byline, theirs)
    .leftJoin(revision, eq(revision.id, byline.revisionId))
    .where(wanted)
    .groupBy(contributor.id)
    .orderBy(asc(sql`lower(${contributor.name})`))
    .limit(limit)
    .offset(offset)
    .all();
  const total = read().select({ people: count() }).from(contributor).where(wanted).get()?.people ?? 0;
  return { people, total };
}

function named(words: string): SQL | undefined {
  if (words === "") return undefined;
  const pattern = `%${words.replace(/[%_]/g, "")}%`;
  return or(like(contributor.name, pattern), like(contributor.affiliation, pattern));
}

export async function findContributor(id: number) {
  return read().select().from(contributor).where(eq(contributor.id, id)).get();
}

/** Everybody's name, for choosing one to merge into. */
export async function listContributorNames() {
  return read()
    .select({ id: contributor.id, name: contributor.name, affiliation: contributor.affiliation })
    .from(contributor)
    .where(isNull(contributor.deletedAt))
    .orderBy(asc(sql`lower(${contributor.name})`))
    .all();
}

function refusalOf(tx: Writer, { slug, pictureId }: ContributorContent, id: number): ContributorRefusal | undefined {
  if (!isSlug(slug)) return "slug-unfit";
  const namesake = tx
    .select({ id: contributor.id })
    .from(contributor)
    .where(and(eq(contributor.slug, slug), ne(contributor.id, id)))
    .get();
  if (namesake) return "slug-taken";
  const picture = and(eq(media.id, pictureId ?? 0), isNull(media.deletedAt));
  const isMissing = pictureId !== null && !tx.select({ id: media.id }).from(media).where(picture).get();
  return isMissing ? "no-such-picture" : undefined;
}

export function createContributor(
  actor: Actor,
  given: ContributorContent,
  now: Date,
): Promise<Result<number, ContributorRefusal>> {
  return transaction(async (tx, changed) => {
    const refusal = refusalOf(tx, given, 0);
    if (refusal) return refuse(refusal);
    const { id } = tx.insert(contributor).values(given).returning({ id: contributor.id }).get();
    claimAddress(tx, pathOf(given.slug));
    changed(namesTag, redirectsTag);
    record(tx, actor, "create", thing({ id, name: given.name }), now);
    return accept(id);
  });
}

/** Changes what is said of a person. Bylines keep the affiliation they were printed with; a former address leads on. */
export function changeContributor(
  actor: Actor,
  id: number,
  given: ContributorContent,
  now: Date,
): Promise<Result<null, ContributorRefusal>> {
  return transaction(async (tx, changed) => {
    const before = findRow(tx, id);
    if (!before || before.deletedAt) return refuse("not-found");
    const refusal = refusalOf(tx, given, id);
    if (refusal) return refuse(refusal);
    tx.update(contributor).set(given).where(eq(contributor.id, id)).run();
    if (before.slug !== given.slug) {
      claimAddress(tx, pathOf(given.slug));
      keepFormerAddress(tx, pathOf(before.slug), { contributorId: id }, now);
      changed(redirectsTag);
    }
    changed(contributorTag(id), namesTag);
    const detail = { from: { name: before.name, slug: before.slug }, to: { name: given.name, slug: given.slug } };
    record(tx, actor, "change", thing({ id, name: given.name }), now, detail);
    return accept(null);
  });
}

/** Deletes a person no article names; whose name is printed can be merged into another record, never taken away. */
export function deleteContributor(actor: Actor, id: number, now: Date): Promise<Result<null, ContributorRefusal>> {
  return transaction(async (tx, changed) => {
    const row = findRow(tx, id);
    if (!row || row.deletedAt) return refuse("not-found");
    if (tx.select({ id: byline.revisionId }).from(byline).where(eq(byline.contributorId, id)).get()) {
      return refuse("has-articles");
    }
    tx.update(contributor).set({ deletedAt: now }).where(eq(contributor.id, id)).run();
    changed(contributorTag(id), namesTag);
    record(tx, actor, "delete", thing(row), now);
    return accept(null);
  });
}

/** Brings a deleted person back. */
export function restoreContributor(actor: Actor, id: number, now: Date): Promise<Result<null, ContributorRefusal>> {
  return transaction(async (tx, changed) => {
    const found = takeFromBin(findRow(tx, id), now);
    if (!found.ok) return found;
    tx.update(contributor).set({ deletedAt: null }).where(eq(contributor.id, id)).run();
    changed(contributorTag(id), namesTag);
    record(tx, actor, "restore", thing(found.value), now);
    return accept(null);
  });
}
