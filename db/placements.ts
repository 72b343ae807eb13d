import { and, asc, desc, eq, gt, inArray, isNull, like, lte, max, ne, or } from "drizzle-orm";
import { latestTag, sectionTag } from "#core/page-tags";
import { accept, type Result, refuse } from "#core/result";
import { parseSearchQuery } from "#core/search-query";
import { type Changed, read, transaction, type Writer } from "./client.ts";
import { type Actor, record } from "./log.ts";
import { isPublished, revisionShown } from "./published.ts";
import { article, placement, revision, section } from "./schema.ts";
import { searchDesk } from "./search.ts";

/*
 * Which stories an editor has put at the head of the front page (section null) or of a section. Below them, and where
 * none is, stands the newest.
 */

/** More would push every new story from the screen. */
export const MOST_PLACED = 12;

export type PlacementRefusal = "not-found" | "not-published" | "already-placed" | "full" | "past";

const ofPage = (sectionId: number | null) =>
  sectionId === null ? isNull(placement.sectionId) : eq(placement.sectionId, sectionId);
const stillLeads = (now: Date) => or(isNull(placement.until), gt(placement.until, now));

export type Placed = {
  id: number;
  articleId: number;
  headline: string;
  section: string;
  until: Date | null;
  /** Withdrawn or embargoed articles keep their place and are passed over. */
  isPublished: boolean;
};

/** The stories placed on a page, in their order, also those that readers cannot see at present. */
export async function listPlacements(sectionId: number | null, now: Date): Promise<Placed[]> {
  const rows = read()
    .select({
      id: placement.id,
      articleId: article.id,
      until: placement.until,
      section: section.name,
      headline: revision.headline,
    })
    .from(placement)
    .innerJoin(article, eq(article.id, placement.articleId))
    .innerJoin(section, eq(section.id, article.sectionId))
    .innerJoin(revision, eq(revision.id, article.workingRevisionId))
    .where(and(ofPage(sectionId), stillLeads(now)))
    .orderBy(asc(placement.position), asc(placement.id))
    .all();
  const shown = new Map(listShown(inArray(article.id, idsOf(rows)), now, rows.length).map((row) => [row.id, row]));
  return rows.map((row) => {
    const seen = shown.get(row.articleId);
    return { ...row, headline: seen?.headline ?? row.headline, isPublished: seen !== undefined };
  });
}

const idsOf = (rows: readonly { articleId: number }[]) => rows.map(({ articleId }) => articleId);

function listShown(where: ReturnType<typeof and>, now: Date, limit: number) {
  return read()
    .select({
      id: article.id,
      headline: revision.headline,
      section: section.name,
      publishedAt: article.publishedAt,
    })
    .from(article)
    .innerJoin(revision, eq(revision.id, revisionShown(now)))
    .innerJoin(section, eq(section.id, article.sectionId))
    .where(and(isPublished(now), where))
    .orderBy(desc(article.publishedAt), desc(article.id))
    .limit(limit)
    .all();
}

export type Placeable = { id: number; headline: string; section: string; publishedAt: Date | null };

/** Published articles in which words occur, or the newest where none are given; of one section where it is named. */
export async function listPlaceable(
  { words, sectionId }: { words: string; sectionId: number | null },
  limit: number,
  now: Date,
): Promise<Placeable[]> {
  const here = sectionId === null ? undefined : eq(article.sectionId, sectionId);
  if (words === "") return listShown(here, now, limit);
  const found = await searchDesk(parseSearchQuery(words), 200, now);
  const named = like(revision.headline, `%${words.replace(/[%_]/g, "")}%`);
  return listShown(and(here, or(inArray(article.id, found), named)), now, limit);
}

/** Puts a published article at the end of those that lead a page, until a moment or for good. */
export function placeArticle(
  actor: Actor,
  { articleId, sectionId, until }: { articleId: number; sectionId: number | null; until: Date | null },
  now: Date,
): Promise<Result<number, PlacementRefusal>> {
  return transaction(async (tx, changed) => {
    if (until && until <= now) return refuse("past");
    const page = findPage(tx, sectionId);
    if (!page) return refuse("not-found");
    const shown = findShown(tx, articleId, now);
    if (!shown) return refuse("not-published");
    const rows = placedOn(tx, sectionId, now);
    if (rows.some((row) => row.articleId === articleId)) return refuse("already-placed");
    if (rows.length >= MOST_PLACED) return refuse("full");
    const last = tx
      .select({ position: max(placement.position) })
      .from(placement)
      .where(ofPage(sectionId))
      .get();
    const values = { sectionId, articleId, until, position: (last?.position ?? -1) + 1 };
    const { id } = tx.insert(placement).values(values).returning({ id: placement.id }).get();
    tell(changed, sectionId);
    record(tx, actor, "place", shown, now, { page, until });
    return accept(id);
  });
}

/** Moves a placed story; `to` counts from 0, and what is beyond either end means that end. */
export function movePlacement(actor: Actor, id: number, to: number, now: Date): Promise<Result<null, "not-found">> {
  return deedOn(id, now, (tx, { row, name, page }) => {
    const rows = placedOn(tx, row.sectionId, now);
    const others = rows.filter((other) => other.id !== id);
    if (others.length === rows.length) return refuse("not-found");
    const place = Math.max(0, Math.min(to, others.length));
    others.splice(place, 0, row);
    others.forEach((other, position) => {
      tx.update(placement).set({ position }).where(eq(placement.id, other.id)).run();
    });
    record(tx, actor, "reorder", { kind: "article", id: row.articleId, name }, now, { page, place: place + 1 });
    return accept(null);
  });
}

/** Says until when a story leads a page; null is for good. */
export function pinPlacement(
  actor: Actor,
  id: number,
  until: Date | null,
  now: Date,
): Promise<Result<null, "not-found" | "past">> {
  return deedOn<"not-found" | "past">(id, now, (tx, { row, name, page }) => {
    if (until && until <= now) return refuse("past");
    tx.update(placement).set({ until }).where(eq(placement.id, id)).run();
    record(tx, actor, "pin", { kind: "article", id: row.articleId, name }, now, { page, until });
    return accept(null);
  });
}

/** Takes a story from the head of a page; it stands among the others again, by its date. */
export function removePlacement(actor: Actor, id: number, now: Date): Promise<Result<null, "not-found">> {
  return deedOn(id, now, (tx, { row, name, page }) => {
    tx.delete(placement).where(eq(placement.id, id)).run();
    record(tx, actor, "displace", { kind: "article", id: row.articleId, name }, now, { page });
    return accept(null);
  });
}

type PlacementRow = typeof placement.$inferSelect;
type Found = { row: PlacementRow; name: string; page: string };

/** A deed on one placement that still leads. Those of its page whose time has passed are swept away with it. */
function deedOn<Reason>(
  id: number,
  now: Date,
  deed: (tx: Writer, found: Found) => Result<null, Reason | "not-found">,
): Promise<Result<null, Reason | "not-found">> {
  return transaction(async (tx, changed) => {
    const row = tx
      .select()
      .from(placement)
      .where(and(eq(placement.id, id), stillLeads(now)))
      .get();
    if (!row) return refuse("not-found");
    const headline = tx
      .select({ headline: revision.headline })
      .from(revision)
      .innerJoin(article, eq(article.workingRevisionId, revision.id))
      .where(eq(article.id, row.articleId))
      .get();
    const page = findPage(tx, row.sectionId) ?? "";
    const done = deed(tx, { row, name: headline?.headline ?? "", page });
    if (!done.ok) return done;
    tx.delete(placement)
      .where(and(ofPage(row.sectionId), ne(placement.id, id), lte(placement.until, now)))
      .run();
    tell(changed, row.sectionId);
    return done;
  });
}

const placedOn = (tx: Writer, sectionId: number | null, now: Date): PlacementRow[] =>
  tx
    .select()
    .from(placement)
    .where(and(ofPage(sectionId), stillLeads(now)))
    .orderBy(asc(placement.position), asc(placement.id))
    .all();

/** What a page is called in the log; undefined where there is no such section. */
function findPage(tx: Writer, sectionId: number | null): string | undefined {
  if (sectionId === null) return "Front page";
  return tx.select({ name: section.name }).from(section).where(eq(section.id, sectionId)).get()?.name;
}

function findShown(tx: Writer, articleId: number, now: Date) {
  const row = tx
    .select({ id: article.id, name: revision.headline })
    .from(article)
    .innerJoin(revision, eq(revision.id, revisionShown(now)))
    .where(and(eq(article.id, articleId), isPublished(now)))
    .get();
  return row && { kind: "article", ...row };
}

const tell = (changed: Changed, sectionId: number | null) =>
  changed(sectionId === null ? latestTag : sectionTag(sectionId));
