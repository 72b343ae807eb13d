import type { Picture } from "#core/document";
import type { ExportedPicture } from "#db/exports";
import type { PictureFile } from "../document-html.ts";

/** What every export is told. */
export type MoveOut = {
  /** Where readers find the publication, without a slash at its end: pictures and former addresses begin with it. */
  address: string;
  now: Date;
  /** Readers' e-mail addresses leave only where the operator has asked for them by name. */
  withAddresses: boolean;
};

/** The address of a picture's largest JPEG, which every system takes. */
export function largestJpeg({ hash, sizes }: ExportedPicture, address: string): string {
  const widths = sizes.filter(({ format }) => format === "jpeg").map(({ width }) => width);
  return `${address}/media/${hash}/${Math.max(...widths)}.jpeg`;
}

/** Finds the file of a picture in a body. */
export function pictureFiles(pictures: readonly ExportedPicture[], address: string) {
  const byId = new Map(pictures.map((picture) => [picture.id, picture]));
  return ({ attrs }: Picture): PictureFile | undefined => {
    const picture = byId.get(attrs.mediaId);
    const jpeg = picture?.sizes.filter(({ format }) => format === "jpeg").sort((a, b) => b.width - a.width)[0];
    return picture && jpeg && { src: largestJpeg(picture, address), width: jpeg.width, height: jpeg.height };
  };
}
