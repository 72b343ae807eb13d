import { and, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { contributorTag, namesTag, redirectsTag } from "#core/page-tags";
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
import { byline, contributor, media, revision, staff } from "./schema.ts";

type Person = Omit<typeof contributor.$inferSelect, "deletedAt">;
/** `lines`: bylines in articles that named both. `staff`: whose account the record is. */
type Gone = Followers & {
  person: Person;
  staff: number[];
  lines: { revisionId: number; position: number }[];
};

const thing = ({ id, name }: { id: number; name: string }) => ({ kind: "contributor", id, name });
const pathOf = (slug: string) => `/contributors/${slug}`;
const findRow = (tx: Writer, id: number) =>
  tx
    .select()
    .from(contributor)
    .where(and(eq(contributor.id, id), isNull(contributor.deletedAt)))
    .get();

const articlesNaming = (id: number): SQL =>
  sql`select distinct ${revision.articleId} as article_id from ${byline} join ${revision} on ${revision.id} = ${byline.revisionId} where ${byline.contributorId} = ${id}`;

/** Two records of one person become one: bylines follow, with the affiliation each was printed with. */
export function mergeContributor(
  actor: Actor,
  fromId: number,
  intoId: number,
  now: Date,
): Promise<Result<null, "not-found" | "same-person">> {
  return transaction(async (tx, changed) => {
    const [from, into] = [findRow(tx, fromId), findRow(tx, intoId)];
    if (!from || !into) return refuse("not-found");
    if (fromId === intoId) return refuse("same-person");
    const lines = tx
      .select({ revisionId: byline.revisionId, position: byline.position })
      .from(byline)
      .innerJoin(revision, eq(revision.id, byline.revisionId))
      .where(and(eq(byline.contributorId, fromId), sql`${revision.articleId} in (${articlesNaming(intoId)})`))
      .all();
    const { deletedAt: _, ...person } = from;
    const gone: Gone = {
      person,
      lines,
      staff: tx
        .update(staff)
        .set({ contributorId: intoId })
        .where(eq(staff.contributorId, fromId))
        .returning({ id: staff.id })
        .all()
        .map(({ id }) => id),
      ...leadElsewhere(tx, "contributor", fromId, intoId),
    };
    const articleIds = sql`${articlesNaming(fromId)} except ${articlesNaming(intoId)}`;
    rememberMerge(tx, { kind: "contributor", name: from.name, intoId, gone, articleIds }, now);
    const { changes } = tx.update(byline).set({ contributorId: intoId }).where(eq(byline.contributorId, fromId)).run();
    keepFormerAddress(tx, pathOf(from.slug), { contributorId: intoId }, now);
    tx.delete(contributor).where(eq(contributor.id, fromId)).run();
    changed(contributorTag(fromId), contributorTag(intoId), namesTag, redirectsTag);
    record(tx, actor, "merge", thing(from), now, { into: into.name, bylines: changes });
    return accept(null);
  });
}

/**
 * Makes two records of one again. Of the articles that named the one and not the other, all texts name the former again,
 * also those written since.
 */
export function undoContributorMerge(
  actor: Actor,
  mergeId: number,
  now: Date,
): Promise<Result<number, UndoMergeRefusal>> {
  return transaction(async (tx, changed) => {
    const found = findUndoableMerge<Gone>(tx, "contributor", mergeId, ({ person }) => person.slug, now);
    if (!found.ok) return found;
    const { intoId, into, gone } = found.value;
    const { person } = gone;
    tx.insert(contributor)
      .values({ ...person, pictureId: pictureAtHand(tx, person.pictureId) })
      .run();
    claimAddress(tx, pathOf(person.slug));
    leadBack(tx, "contributor", gone, person.id, intoId);
    for (const staffId of gone.staff) {
      const theirs = and(eq(staff.id, staffId), eq(staff.contributorId, intoId));
      tx.update(staff).set({ contributorId: person.id }).where(theirs).run();
    }
    const texts = tx
      .select({ id: revision.id })
      .from(revision)
      .where(inArray(revision.articleId, articlesMovedBy(tx, mergeId)));
    const back = (which: SQL | undefined) =>
      tx
        .update(byline)
        .set({ contributorId: person.id })
        .where(and(eq(byline.contributorId, intoId), which))
        .run().changes;
    let bylines = back(inArray(byline.revisionId, texts));
    for (const { revisionId, position } of gone.lines) {
      bylines += back(and(eq(byline.revisionId, revisionId), eq(byline.position, position)));
    }
    forgetMerge(tx, mergeId);
    changed(contributorTag(person.id), contributorTag(intoId), namesTag, redirectsTag);
    record(tx, actor, "undo-merge", thing(person), now, { into: into.name, bylines });
    return accept(person.id);
  });
}

/** A picture may have been deleted while nobody had it. */
function pictureAtHand(tx: Writer, id: number | null): number | null {
  const there = and(eq(media.id, id ?? 0), isNull(media.deletedAt));
  return tx.select({ id: media.id }).from(media).where(there).get()?.id ?? null;
}
