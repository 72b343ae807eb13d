import { and, count, desc, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import { isInBin } from "./bin.ts";
import { read } from "./client.ts";
import { media, staff } from "./schema.ts";

export const PICTURES_PER_PAGE = 48;

/** A picture as the desk shows and places it. */
export const libraryColumns = {
  id: media.id,
  hash: media.hash,
  filename: media.filename,
  width: media.width,
  height: media.height,
  sizes: media.sizes,
  focalX: media.focalX,
  focalY: media.focalY,
  alt: media.alt,
  caption: media.caption,
  credit: media.credit,
};

export type LibraryPicture = Awaited<ReturnType<typeof listPictures>>[number];

/** Every word occurs somewhere in what is said of the picture. */
function said(words: string): SQL | undefined {
  const each = words.split(/\s+/).filter((word) => word !== "");
  return and(
    ...each.slice(0, 12).map((word) => {
      const anywhere = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
      const columns = [media.alt, media.caption, media.credit, media.filename];
      return or(...columns.map((column) => sql`${column} like ${anywhere} escape '\\'`));
    }),
  );
}

const kept = isNull(media.deletedAt);
const deletedLately = (now: Date) => isInBin(media.deletedAt, now);

/** One stretch of the pictures in this state with these words, the newest first. */
function stretchOf(where: SQL | undefined, page: number) {
  return read()
    .select(libraryColumns)
    .from(media)
    .where(where)
    .orderBy(desc(media.uploadedAt), desc(media.id))
    .limit(PICTURES_PER_PAGE)
    .offset((page - 1) * PICTURES_PER_PAGE)
    .all();
}

/** The pictures of the library in which all these words occur, the newest first. `page` counts from 1. */
export async function listPictures(words: string, page = 1) {
  return stretchOf(and(kept, said(words)), page);
}

/** The same of pictures that were deleted in the last 30 days and can be brought back. */
export async function listDeletedPictures(words: string, page: number, now: Date): Promise<LibraryPicture[]> {
  return stretchOf(and(deletedLately(now), said(words)), page);
}

/** How many pictures those lists have in all. */
export async function countPictures(words: string, deleted: boolean, now: Date): Promise<number> {
  const where = and(deleted ? deletedLately(now) : kept, said(words));
  return read().select({ pictures: count() }).from(media).where(where).get()?.pictures ?? 0;
}

/** A picture of the library. One that was thrown away is not found. */
export async function findLibraryPicture(id: number): Promise<LibraryPicture | undefined> {
  return read()
    .select(libraryColumns)
    .from(media)
    .where(and(eq(media.id, id), isNull(media.deletedAt)))
    .get();
}

/** The same with when and by whom it came, for its own page at the desk. */
export async function findPictureRecord(id: number) {
  return read()
    .select({
      ...libraryColumns,
      uploadedAt: media.uploadedAt,
      uploadedBy: media.uploadedBy,
      uploader: staff.name,
    })
    .from(media)
    .leftJoin(staff, eq(staff.id, media.uploadedBy))
    .where(and(eq(media.id, id), isNull(media.deletedAt)))
    .get();
}
