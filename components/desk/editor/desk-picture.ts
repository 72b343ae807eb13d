import { createContext } from "react";

/** A picture of the library as the desk shows and places it. */
export type DeskPicture = {
  id: number;
  hash: string;
  filename: string;
  width: number;
  height: number;
  sizes: readonly { width: number; height: number; format: "avif" | "webp" | "jpeg" }[];
  alt: string;
  caption: string;
  credit: string;
};

/** The made size that is nearest to a width in pixels, in a format every browser shows. */
export function pictureAddress({ hash, sizes }: Pick<DeskPicture, "hash" | "sizes">, width: number): string {
  const [nearest] = sizes
    .filter(({ format }) => format === "webp")
    .toSorted((one, other) => Math.abs(one.width - width) - Math.abs(other.width - width));
  return nearest ? `/media/${hash}/${nearest.width}.webp` : "";
}

/** The pictures that the open article shows, by their number in the library. */
export const PicturesOfArticle = createContext<ReadonlyMap<number, DeskPicture>>(new Map());
