import { z } from "zod";

export const LONGEST_NOTE = 4_000;
export const LONGEST_PASSAGE = 1_000;
/** So many characters on either side tell one passage from another with the same words. */
export const AROUND_PASSAGE = 60;

/** Words of a draft that a note is about, and the words around them. All "" for the article as a whole. */
export type Passage = { passage: string; before: string; after: string };

type Written = { id: number; text: string; authorName: string; isOutsider: boolean; createdAt: Date };

/** What somebody answered to a note. */
export type ReplyToNote = Written;

/** A note on a draft with the replies to it, oldest first, as the desk shows it. */
export type NoteOnDraft = Passage & Written & { resolvedAt: Date | null; replies: readonly ReplyToNote[] };

const around = z.string().max(AROUND_PASSAGE).default("");

const words = (missing: string) =>
  z
    .string()
    .trim()
    .min(1, missing)
    .max(LONGEST_NOTE, `Please use up to ${LONGEST_NOTE.toLocaleString("en")} characters.`);

/** A note on a draft, as its writer sends it. */
export const noteForm = z.object({
  passage: z.string().trim().max(LONGEST_PASSAGE, "Please quote up to 1,000 characters.").default(""),
  before: around,
  after: around,
  text: words("Please write a note."),
});

export const replyForm = z.object({ noteId: z.coerce.number().int().positive(), text: words("Please write a reply.") });

/** An outsider has no account to be known by. */
const outsider = {
  name: z.string().trim().min(1, "Please say who you are.").max(80, "Please use up to 80 characters."),
};

export const outsidersNoteForm = noteForm.extend(outsider);
export const outsidersReplyForm = replyForm.extend(outsider);
