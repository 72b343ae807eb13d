import { z } from "zod";
import { slugify } from "#core/slug";
import { UNDO_DAYS } from "#core/undo";
import type { UndoMergeRefusal } from "#db/merges";

/* What sections, topics and contributors have in common in a form: a name, and an address that follows from it. */

export const thingName = z
  .string()
  .trim()
  .min(1, "Please give a name.")
  .max(80, "Please give a name of up to 80 characters.");

export const thingDescription = z.string().trim().max(1_000, "Please use up to 1,000 characters.");

export const thingId = z.coerce.number().int().positive();

export const typedSlug = z.string().trim().max(200, "Please give a shorter address.");

/** Why something deleted cannot be brought back. */
export const tooLate = `More than ${UNDO_DAYS} days have passed.`;

export const noPicture = "This picture is no longer in the library. Please choose another.";

/** Why a merge cannot be undone. */
export const mergeRefusals: Record<UndoMergeRefusal, string> = {
  "not-found": "This merge was undone already.",
  "too-late": tooLate,
  "into-gone": "What it went into has gone elsewhere since. Please bring that back first.",
  "slug-taken": "Another one has its address by now. Please give that one another address first.",
};

/** A hidden field that says which way a button goes. */
export const isYes = z.enum(["yes", "no"]).transform((answer) => answer === "yes");

/** What was typed as the address, made fit; from the name where nothing was typed. */
export const slugOf = ({ slug, name }: { slug: string; name: string }): string => slugify(slug || name);

export const slugRefusals = {
  "slug-unfit": "This cannot be an address, or the software needs it for itself. Please give letters and figures.",
  "slug-taken": "Another one has this address already.",
} as const;
