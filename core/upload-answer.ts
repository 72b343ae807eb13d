/** A picture of the library, as the desk shows and places it. */
export type LibraryPicture = {
  id: number;
  hash: string;
  filename: string;
  width: number;
  height: number;
  sizes: { width: number; height: number; format: "avif" | "webp" | "jpeg" }[];
  focalX: number;
  focalY: number;
  alt: string;
  caption: string;
  credit: string;
};

/** Bytes a file may have. */
export const HEAVIEST_PICTURE = 25 * 1024 * 1024;

/** Why a file was not taken into the library. */
export type UploadRefusal =
  | "signed-out"
  | "not-a-picture"
  | "named-otherwise"
  | "too-heavy"
  | "too-many-pixels"
  | "broken"
  | "no-room"
  | "busy";

export type UploadAnswer = { ok: true; value: LibraryPicture } | { ok: false; reason: UploadRefusal };
