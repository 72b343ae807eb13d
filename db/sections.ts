import { and, asc, count, eq, isNotNull, isNull, max, ne, type SQL } from "drizzle-orm";
import { navigationTag, redirectsTag, sectionTag } from "#core/page-tags";
import { accept, type Result, refuse } from "#core/result";
import { isSectionSlug } from "#core/slug";
import { type Changed, read, transaction, type Writer } from "./client.ts";
import { claimAddress, keepFormerAddress } from "./former-address.ts";
import { type Actor, record } from "./log.ts";
import { article, section } from "./schema.ts";

export type SectionContent = {
  name: string;
  slug: string;
  description: string;
  /** Whether comments here wait for a moderator; null follows the publication. */
  moderation: "pre" | "post" | null;
};

export type SectionRefusal = "not-found" | "slug-unfit" | "slug-taken" | "last-section";

const thing = ({ id, name }: { id: number; name: string }) => ({ kind: "section", id, name });
const findRow = (tx: Writer, id: number) => tx.select().from(section).where(eq(section.id, id)).get();

/** All sections in the order of the navigation, retired ones last. */
export async function listSections() {
  const rows = read()
    .select({ section, articles: count(article.id) })
    .from(section)
    .leftJoin(article, and(eq(article.sectionId, section.id), isNull(article.deletedAt)))
    .groupBy(section.id)
    .orderBy(asc(isNotNull(section.retiredAt)), asc(section.position), asc(section.id))
    .all();
  return rows.map((row) => ({ ...row.section, articles: row.articles }));
}

export async function findSection(id: number) {
  return read().select().from(section).where(eq(section.id, id)).get();
}

function refusalOf(tx: Writer, slug: string, id: number): SectionRefusal | undefined {
  if (!isSectionSlug(slug)) return "slug-unfit";
  const namesake = tx
    .select({ id: section.id })
    .from(section)
    .where(and(eq(section.slug, slug), ne(section.id, id)))
    .get();
  return namesake ? "slug-taken" : undefined;
}

/** Adds a section at the end of the navigation. */
export function createSection(
  actor: Actor,
  given: SectionContent,
  now: Date,
): Promise<Result<number, "slug-unfit" | "slug-taken">> {
  return transaction(async (tx, changed) => {
    const refusal = refusalOf(tx, given.slug, 0);
    if (refusal === "slug-unfit" || refusal === "slug-taken") return refuse(refusal);
    const last =
      tx
        .select({ position: max(section.position) })
        .from(section)
        .get()?.position ?? -1;
    const values = { ...given, position: last + 1 };
    const { id } = tx.insert(section).values(values).returning({ id: section.id }).get();
    claimAddress(tx, `/${given.slug}`);
    changed(navigationTag, sectionTag(id), redirectsTag);
    record(tx, actor, "create", thing({ id, name: given.name }), now);
    return accept(id);
  });
}

/** Renames and describes. Where the address changes, the former ones of the section and its articles lead on. */
export function changeSection(
  actor: Actor,
  id: number,
  given: SectionContent,
  now: Date,
): Promise<Result<null, SectionRefusal>> {
  return transaction(async (tx, changed) => {
    const before = findRow(tx, id);
    if (!before) return refuse("not-found");
    const refusal = refusalOf(tx, given.slug, id);
    if (refusal) return refuse(refusal);
    tx.update(section).set(given).where(eq(section.id, id)).run();
    if (before.slug !== given.slug) {
      claimAddress(tx, `/${given.slug}`);
      keepFormerAddress(tx, `/${before.slug}`, { sectionId: id }, now);
      keepArticleAddresses(tx, eq(article.sectionId, id), before.slug, given.slug, now);
      changed(redirectsTag);
    }
    changed(navigationTag, sectionTag(id));
    const detail = { from: { name: before.name, slug: before.slug }, to: { name: given.name, slug: given.slug } };
    record(tx, actor, "change", thing({ id, name: given.name }), now, detail);
    return accept(null);
  });
}

/** Articles carry their section in their address. Those readers may have seen lead on from the former one. */
export function keepArticleAddresses(tx: Writer, which: SQL | undefined, from: string, to: string, now: Date): void {
  const seen = tx
    .select({ id: article.id, slug: article.slug })
    .from(article)
    .where(and(which, isNotNull(article.publishedAt)))
    .all();
  for (const { id, slug } of seen) {
    claimAddress(tx, `/${to}/${slug}`);
    keepFormerAddress(tx, `/${from}/${slug}`, { articleId: id }, now);
  }
}

/** Moves a section by one place in the navigation. */
export function moveSection(
  actor: Actor,
  id: number,
  direction: "up" | "down",
  now: Date,
): Promise<Result<null, "not-found">> {
  return transaction(async (tx, changed) => {
    const inUse = tx
      .select({ id: section.id, name: section.name })
      .from(section)
      .where(isNull(section.retiredAt))
      .orderBy(asc(section.position), asc(section.id))
      .all();
    const from = inUse.findIndex((row) => row.id === id);
    const [moved] = inUse.splice(from, from < 0 ? 0 : 1);
    if (!moved) return refuse("not-found");
    inUse.splice(Math.max(0, direction === "up" ? from - 1 : from + 1), 0, moved);
    inUse.forEach((row, position) => {
      tx.update(section).set({ position }).where(eq(section.id, row.id)).run();
    });
    changed(navigationTag);
    record(tx, actor, "reorder", thing(moved), now, { direction });
    return accept(null);
  });
}

/** Takes a section out of the navigation. What it published keeps its address; it can be brought back at any time. */
export function retireSection(actor: Actor, id: number, now: Date): Promise<Result<null, SectionRefusal>> {
  return transaction(async (tx, changed) => {
    const row = findRow(tx, id);
    if (!row || row.retiredAt) return refuse("not-found");
    const others = and(isNull(section.retiredAt), ne(section.id, id));
    if (!tx.select({ id: section.id }).from(section).where(others).get()) return refuse("last-section");
    return setRetired(tx, changed, actor, row, now, now);
  });
}

export function restoreSection(actor: Actor, id: number, now: Date): Promise<Result<null, SectionRefusal>> {
  return transaction(async (tx, changed) => {
    const row = findRow(tx, id);
    return row ? setRetired(tx, changed, actor, row, null, now) : refuse("not-found");
  });
}

function setRetired(
  tx: Writer,
  changed: Changed,
  actor: Actor,
  row: { id: number; name: string },
  retiredAt: Date | null,
  now: Date,
) {
  tx.update(section).set({ retiredAt }).where(eq(section.id, row.id)).run();
  changed(navigationTag, sectionTag(row.id));
  record(tx, actor, retiredAt ? "retire" : "restore", thing(row), now);
  return accept(null);
}
