import { and, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { latestTag, navigationTag, redirectsTag, sectionTag } from "#core/page-tags";
import { accept, type Result, refuse } from "#core/result";
import { transaction, type Writer } from "./client.ts";
import { claimAddress, keepFormerAddress } from "./former-address.ts";
import { type Actor, record } from "./log.ts";
import {
  articlesMovedBy,
  type Followers,
  findUndoableMerge,
  forgetMerge,
  leadBack,
  leadElsewhere,
  rememberMerge,
  type UndoMergeRefusal,
} from "./merges.ts";
import { article, placement, section } from "./schema.ts";
import { keepArticleAddresses } from "./sections.ts";

type Section = Omit<typeof section.$inferSelect, "retiredAt"> & { retiredAt: number | null };
/** `placed`: what stood at the head of its page. `children`: sections that stood under it. */
type Gone = Followers & {
  section: Section;
  placed: { position: number; articleId: number; until: number | null }[];
  children: number[];
};

const thing = ({ id, name }: { id: number; name: string }) => ({ kind: "section", id, name });
const pathOf = (slug: string) => `/${slug}`;
const findRow = (tx: Writer, id: number) => tx.select().from(section).where(eq(section.id, id)).get();
const moment = (ms: number | null) => (ms === null ? null : new Date(ms));

/** Gives all articles of a section to another, whither its addresses lead from then on, and takes it away. */
export function mergeSection(
  actor: Actor,
  fromId: number,
  intoId: number,
  now: Date,
): Promise<Result<null, "not-found" | "same-section" | "last-section">> {
  return transaction(async (tx, changed) => {
    const [from, into] = [findRow(tx, fromId), findRow(tx, intoId)];
    if (!from || !into) return refuse("not-found");
    if (fromId === intoId) return refuse("same-section");
    const others = and(isNull(section.retiredAt), ne(section.id, fromId));
    if (!tx.select({ id: section.id }).from(section).where(others).get()) return refuse("last-section");
    const { position, articleId, until } = placement;
    const gone: Gone = {
      section: { ...from, retiredAt: from.retiredAt?.getTime() ?? null },
      placed: tx
        .delete(placement)
        .where(eq(placement.sectionId, fromId))
        .returning({ position, articleId, until })
        .all()
        .map((placed) => ({ ...placed, until: placed.until?.getTime() ?? null })),
      children: tx
        .update(section)
        .set({ parentId: intoId })
        .where(eq(section.parentId, fromId))
        .returning({ id: section.id })
        .all()
        .map(({ id }) => id),
      ...leadElsewhere(tx, "section", fromId, intoId),
    };
    const theirs = eq(article.sectionId, fromId);
    const articleIds = sql`select ${article.id} as article_id from ${article} where ${theirs}`;
    rememberMerge(tx, { kind: "section", name: from.name, intoId, gone, articleIds }, now);
    keepArticleAddresses(tx, theirs, from.slug, into.slug, now);
    keepFormerAddress(tx, pathOf(from.slug), { sectionId: intoId }, now);
    const moved = tx.update(article).set({ sectionId: intoId }).where(theirs).run().changes;
    tx.delete(section).where(eq(section.id, fromId)).run();
    changed(navigationTag, latestTag, redirectsTag, sectionTag(fromId), sectionTag(intoId));
    record(tx, actor, "merge", thing(from), now, { into: into.name, articles: moved });
    return accept(null);
  });
}

/** Makes two sections of one again, with the articles that still stand where the merge has put them. */
export function undoSectionMerge(actor: Actor, mergeId: number, now: Date): Promise<Result<number, UndoMergeRefusal>> {
  return transaction(async (tx, changed) => {
    const found = findUndoableMerge<Gone>(tx, "section", mergeId, (gone) => gone.section.slug, now);
    if (!found.ok) return found;
    const { intoId, into, gone } = found.value;
    const { id, slug } = gone.section;
    const parentId = gone.section.parentId === null ? null : (findRow(tx, gone.section.parentId)?.id ?? null);
    tx.insert(section)
      .values({ ...gone.section, parentId, retiredAt: moment(gone.section.retiredAt) })
      .run();
    claimAddress(tx, pathOf(slug));
    leadBack(tx, "section", gone, id, intoId);
    const theirs = and(eq(article.sectionId, intoId), inArray(article.id, articlesMovedBy(tx, mergeId)));
    keepArticleAddresses(tx, theirs, into.slug, slug, now);
    const moved = tx.update(article).set({ sectionId: id }).where(theirs).run().changes;
    for (const childId of gone.children) {
      tx.update(section)
        .set({ parentId: id })
        .where(and(eq(section.id, childId), eq(section.parentId, intoId)))
        .run();
    }
    for (const { until, ...placed } of gone.placed) {
      const here = and(eq(article.id, placed.articleId), eq(article.sectionId, id));
      if (!tx.select({ id: article.id }).from(article).where(here).get()) continue;
      tx.insert(placement)
        .values({ ...placed, sectionId: id, until: moment(until) })
        .run();
    }
    forgetMerge(tx, mergeId);
    changed(navigationTag, latestTag, redirectsTag, sectionTag(id), sectionTag(intoId));
    record(tx, actor, "undo-merge", thing(gone.section), now, { into: into.name, articles: moved });
    return accept(id);
  });
}
