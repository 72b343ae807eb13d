import type { Footnote, Heading } from "#core/document";
import type { PictureFile } from "./picture";

/** What the parts of a body need to know of the whole. */
export type BodyContext = {
  pictures: ReadonlyMap<number, PictureFile>;
  language: string;
  noteNumbers: ReadonlyMap<Footnote, number>;
  noteId: (number: number) => string;
  headingIds: ReadonlyMap<Heading, string>;
};
