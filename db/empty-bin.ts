import { eq } from "drizzle-orm";
import { removeArticle } from "./articles/remove-article.ts";
import { hadItsTime } from "./bin.ts";
import { type Changed, read, transaction, type Writer } from "./client.ts";
import { leaveNoBytes } from "./commenters-own.ts";
import { forgetMerge } from "./merges.ts";
import { article, contributor, media, merge, redirect, revision, staff } from "./schema.ts";

/** How many things went for good. */
export type Emptied = { articles: number; pictures: number; people: number; redirects: number; merges: number };

/**
 * Removes for good what has lain in the bin for 30 days, with all that belongs to it, each thing in a deed of its own so
 * that nobody waits long behind it. The log keeps its lines, and an import that comes by again finds the thing removed
 * here. The files of pictures are swept up by whoever keeps their folder.
 */
export async function emptyBin(now: Date): Promise<Emptied> {
  const emptied = {
    articles: await removeEach(article, now, removeArticle),
    pictures: await removeEach(media, now, removePicture),
    people: await removeEach(contributor, now, removePerson),
    redirects: await removeEach(redirect, now, (tx, id) => {
      tx.delete(redirect).where(eq(redirect.id, id)).run();
    }),
    merges: await removeEach(merge, now, forgetMerge),
  };
  if (emptied.articles > 0) await leaveNoBytes();
  return emptied;
}

type Kind = typeof article | typeof media | typeof contributor | typeof redirect | typeof merge;

type Remove = (tx: Writer, id: number, now: Date, changed: Changed) => void;

async function removeEach(kind: Kind, now: Date, remove: Remove): Promise<number> {
  const rows = read().select({ id: kind.id }).from(kind).where(hadItsTime(kind.deletedAt, now)).all();
  for (const { id } of rows) await transaction(async (tx, changed) => remove(tx, id, now, changed));
  return rows.length;
}

/** Save points of the past and people in the bin may still have its number; nothing that is at hand does. */
function removePicture(tx: Writer, id: number): void {
  tx.update(revision).set({ pictureId: null }).where(eq(revision.pictureId, id)).run();
  tx.update(contributor).set({ pictureId: null }).where(eq(contributor.pictureId, id)).run();
  tx.delete(media).where(eq(media.id, id)).run();
}

/** Nobody whose name is printed anywhere is ever in the bin, so no byline names them. */
function removePerson(tx: Writer, id: number): void {
  tx.update(staff).set({ contributorId: null }).where(eq(staff.contributorId, id)).run();
  tx.delete(redirect).where(eq(redirect.contributorId, id)).run();
  tx.delete(contributor).where(eq(contributor.id, id)).run();
}
