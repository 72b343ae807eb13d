import { z } from "zod";

export const LONGEST_NOTE = 4_000;
export const LONGEST_PASSAGE = 1_000;
/** So many characters on either side tell one passage from another with the same words. */
export const AROUND_PASSAGE = 60;

/** Words of a draft that a note is about, and the words around them. All "" for the article as a whole. */
export type Passage = { passage: string; before: string; after: string };

/** A note on a draft, as the desk shows it. */
export type NoteOnDraft = Passage & {
  id: number;
  text: string;
  authorName: string;
  isOutsider: boolean;
  createdAt: Date;
  resolvedAt: Date | null;
};

const around = z.string().max(AROUND_PASSAGE).default("");

/** A note on a draft, as its writer sends it. */
export const noteForm = z.object({
  passage: z.string().trim().max(LONGEST_PASSAGE, "Please quote up to 1,000 characters.").default(""),
  before: around,
  after: around,
  text: z
    .string()
    .trim()
    .min(1, "Please write a note.")
    .max(LONGEST_NOTE, `Please use up to ${LONGEST_NOTE.toLocaleString("en")} characters.`),
});

/** The same from an outsider, who has no account to be known by. */
export const outsidersNoteForm = noteForm.extend({
  name: z.string().trim().min(1, "Please say who you are.").max(80, "Please use up to 80 characters."),
});
