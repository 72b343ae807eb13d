import { z } from "zod";
import { isEmailAddress, normaliseEmail } from "#core/comment";
import { type Role, roles } from "#core/permissions";

const HOUR = 60 * 60_000;

/** A session ends when nobody has used it for so long (milliseconds). */
export const SESSION_IDLE = 12 * HOUR;
/** A session ends after so long, however much it is used. */
export const SESSION_LONGEST = 14 * 24 * HOUR;
/** After the password, so long for the second factor. */
export const SECOND_FACTOR_WITHIN = HOUR / 6;

/** How long each link works. An invitation may lie over a weekend; who forgot a password is sitting there. */
export const linkLifetimes = {
  "first-administrator": 7 * 24 * HOUR,
  invitation: 7 * 24 * HOUR,
  "password-reset": HOUR,
  "known-device": 365 * 24 * HOUR,
  "passkey-challenge": HOUR / 12,
} as const;

export const staffName = z
  .string()
  .trim()
  .min(1, "Please give a name.")
  .max(80, "Please give a name of up to 80 characters.")
  .regex(/^\P{Cc}*$/u, "A name is one line of text.");

export const staffEmail = z
  .string()
  .transform(normaliseEmail)
  .refine((email) => email !== "", "Please give an email address.")
  .refine((email) => email === "" || isEmailAddress(email), "Please give an email address such as name@example.org.");

export const staffRole = z.enum(roles, "Please choose a role.");

export const roleNames: Record<Role, string> = {
  contributor: "Contributor",
  editor: "Editor",
  moderator: "Moderator",
  administrator: "Administrator",
};

export const roleDescriptions: Record<Role, string> = {
  contributor: "Writes articles of their own and submits them for review.",
  editor: "Edits and publishes every article, arranges sections and pages, moderates comments.",
  moderator: "Decides on comments.",
  administrator: "Does everything, staff and settings included.",
};
