import { eq } from "drizzle-orm";
import { read, type Writer } from "./client.ts";
import type { PictureSize } from "./schema/media.ts";
import { media } from "./schema.ts";

/** A picture whose sizes lie in the data folder. */
export type MadePicture = {
  /** SHA-256 of the file as it came, in hexadecimal. */
  hash: string;
  /** Of the picture as it came, upright. */
  width: number;
  height: number;
  sizes: PictureSize[];
  /** #rrggbb */
  colour: string;
};

/** What people say about a picture. */
export type PictureWords = {
  filename: string;
  alt?: string;
  caption?: string;
  credit?: string;
  uploadedBy?: number | null;
};

export type KeptPicture = MadePicture & { id: number };

/** The picture that was made of a file with this hash, also one that staff have since thrown away. */
export async function findPictureByHash(hash: string): Promise<KeptPicture | undefined> {
  return read()
    .select({
      id: media.id,
      hash: media.hash,
      width: media.width,
      height: media.height,
      sizes: media.sizes,
      colour: media.colour,
    })
    .from(media)
    .where(eq(media.hash, hash))
    .get();
}

/** The hashes of all pictures, also of deleted ones that can still come back: what may lie in the folder of files. */
export async function listPictureHashes(): Promise<string[]> {
  return read()
    .select({ hash: media.hash })
    .from(media)
    .all()
    .map(({ hash }) => hash);
}

/** The same for one, inside a deed. */
export const isPictureHash = (tx: Writer, hash: string): boolean =>
  tx.select({ id: media.id }).from(media).where(eq(media.hash, hash)).get() !== undefined;

/**
 * Adds a picture to the library and returns its id. The same file twice is one picture, and keeps the words it was first
 * given; one that was thrown away comes back.
 */
export function addPicture(tx: Writer, made: MadePicture, said: PictureWords, now: Date): number {
  return tx
    .insert(media)
    .values({ ...made, ...said, uploadedAt: now })
    .onConflictDoUpdate({ target: media.hash, set: { sizes: made.sizes, deletedAt: null } })
    .returning({ id: media.id })
    .get().id;
}
