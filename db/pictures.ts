import { and, eq, isNull, ne } from "drizzle-orm";
import { accept, type Result, refuse } from "#core/result";
import { takeFromBin, type UndoRefusal } from "#core/undo";
import { transaction, type Writer } from "./client.ts";
import { type Actor, record } from "./log.ts";
import type { MadePicture } from "./media.ts";
import { isInUse, tagsShowing, usesOfPicture } from "./picture-uses.ts";
import { media } from "./schema.ts";

/** What people say of a picture; a focal point in whole per cent from the left and the top. */
export type PictureDescription = {
  alt: string;
  caption: string;
  credit: string;
  focalX: number;
  focalY: number;
};

const thing = ({ id, filename }: { id: number; filename: string }) => ({ kind: "picture", id, name: filename });
const findKept = (tx: Writer, id: number) =>
  tx
    .select()
    .from(media)
    .where(and(eq(media.id, id), isNull(media.deletedAt)))
    .get();

/**
 * Says something else of a picture. Articles keep the words that were printed under it there; crops follow the focal
 * point wherever it is shown.
 */
export function describePicture(
  actor: Actor,
  id: number,
  given: PictureDescription,
  now: Date,
): Promise<Result<null, "not-found">> {
  return transaction(async (tx, changed) => {
    const before = findKept(tx, id);
    if (!before) return refuse("not-found");
    const { alt, caption, credit, focalX, focalY } = before;
    const from = { alt, caption, credit, focalX, focalY };
    tx.update(media).set(given).where(eq(media.id, id)).run();
    changed(...tagsShowing(tx, id, now));
    record(tx, actor, "change", thing(before), now, { from, to: given });
    return accept(null);
  });
}

/**
 * Puts another file in a picture's place: the same number, words and uses, with the sizes that were made of it. Refused
 * where that very file is another picture of the library, also a deleted one.
 */
export function replacePicture(
  actor: Actor,
  id: number,
  made: MadePicture,
  filename: string,
  now: Date,
): Promise<Result<null, "not-found" | "already-there">> {
  return transaction(async (tx, changed) => {
    const before = findKept(tx, id);
    if (!before) return refuse("not-found");
    const twin = and(eq(media.hash, made.hash), ne(media.id, id));
    if (tx.select({ id: media.id }).from(media).where(twin).get()) return refuse("already-there");
    const { hash, width, height, sizes, colour } = made;
    tx.update(media).set({ hash, width, height, sizes, colour, filename }).where(eq(media.id, id)).run();
    changed(...tagsShowing(tx, id, now));
    record(tx, actor, "replace", thing({ id, filename }), now, { before: before.filename });
    return accept(null);
  });
}

/** Takes a picture that nothing shows out of the library. It can be brought back for 30 days. */
export function deletePicture(actor: Actor, id: number, now: Date): Promise<Result<null, "not-found" | "in-use">> {
  return transaction(async (tx) => {
    const row = findKept(tx, id);
    if (!row) return refuse("not-found");
    if (isInUse(usesOfPicture(tx, id, now))) return refuse("in-use");
    tx.update(media).set({ deletedAt: now }).where(eq(media.id, id)).run();
    record(tx, actor, "delete", thing(row), now);
    return accept(null);
  });
}

export function restorePicture(actor: Actor, id: number, now: Date): Promise<Result<null, UndoRefusal>> {
  return transaction(async (tx) => {
    const found = takeFromBin(tx.select().from(media).where(eq(media.id, id)).get(), now);
    if (!found.ok) return found;
    tx.update(media).set({ deletedAt: null }).where(eq(media.id, id)).run();
    record(tx, actor, "restore", thing(found.value), now);
    return accept(null);
  });
}
