import { and, desc, eq, isNull, like, or } from "drizzle-orm";
import { read } from "./client.ts";
import { media } from "./schema.ts";

export const PICTURES_PER_PAGE = 48;

const pictureColumns = {
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

/** The pictures of the library in which these words occur, the newest first. `page` counts from 1. */
export async function listPictures(words: string, page = 1) {
  const wanted = words.trim().replace(/[%_]/g, "");
  const anywhere = `%${wanted}%`;
  return read()
    .select(pictureColumns)
    .from(media)
    .where(
      and(
        isNull(media.deletedAt),
        wanted === ""
          ? undefined
          : or(
              like(media.alt, anywhere),
              like(media.caption, anywhere),
              like(media.credit, anywhere),
              like(media.filename, anywhere),
            ),
      ),
    )
    .orderBy(desc(media.uploadedAt), desc(media.id))
    .limit(PICTURES_PER_PAGE)
    .offset((page - 1) * PICTURES_PER_PAGE)
    .all();
}

/** A picture of the library. One that was thrown away is not found. */
export async function findLibraryPicture(id: number): Promise<LibraryPicture | undefined> {
  return read()
    .select(pictureColumns)
    .from(media)
    .where(and(eq(media.id, id), isNull(media.deletedAt)))
    .get();
}
