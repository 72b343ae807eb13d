import { createContext } from "react";
import type { PictureFile } from "../../article/picture.tsx";

/** A picture of the library as the desk shows and places it. */
export type DeskPicture = PictureFile & {
  id: number;
  filename: string;
  alt: string;
  caption: string;
  credit: string;
};

/** The pictures that the open article shows, by their number in the library. */
export const PicturesOfArticle = createContext<ReadonlyMap<number, DeskPicture>>(new Map());
