import type { CommentStatus } from "./comment.ts";

/** Minutes in which a writer may still mend a comment, unless somebody has answered it. */
export const EDIT_MINUTES = 15;
/** Days for which the private link in a mail works. */
export const PRIVATE_LINK_DAYS = 30;
/** Days for which the link that ends mails works: as long as anyone keeps a mail. */
export const UNSUBSCRIBE_LINK_DAYS = 3 * 365;
/** Days for which the keyed hash of a sender's network is kept. */
export const NETWORK_HASH_DAYS = 30;
/** Hours between two mails about replies: what comes in between is told in one. */
export const HOURS_BETWEEN_NOTICES = 1;
/** Mails in an hour to one address, whoever types it into the form. */
export const MOST_MAILS_AN_HOUR = 5;

type Editable = { status: CommentStatus; postedAt: Date; answered: boolean; text: string };

/** Until when a writer may change their words, or undefined when that has passed. */
export function editableUntil({ status, postedAt, answered, text }: Editable, now: Date): Date | undefined {
  const until = new Date(postedAt.getTime() + EDIT_MINUTES * 60_000);
  const stands = status === "held" || status === "approved";
  return stands && !answered && text !== "" && now < until ? until : undefined;
}
