import { createContext } from "react";
import type { LibraryPicture } from "#core/upload-answer";

export type DeskPicture = LibraryPicture;

/** The pictures that the open article shows, by their number in the library. */
export const PicturesOfArticle = createContext<ReadonlyMap<number, DeskPicture>>(new Map());
