import { z } from "zod";

export const LONGEST_NOTE = 4_000;

/** A note on a draft, as its writer sends it. */
export const noteForm = z.object({
  passage: z.string().trim().max(1_000, "Please quote up to 1,000 characters.").default(""),
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
