import { transaction } from "#db/client";
import { findLink } from "#db/commenter-links";
import { endFollowing } from "#db/follows";
import type { FormHandler } from "./form-answer.ts";

/** Where a mail about replies is ended. Mail programs post to it by themselves (RFC 8058), with no page of ours before. */
export const isStopMailPath = (path: string): boolean => /^\/replies\/stop\/[0-9a-f]{32}$/.test(path);

/**
 * Ends mails about replies: the button of our page and the one click of a mail program do the same, and twice is as once. The
 * program is told so at once, since it may follow no redirect (RFC 8058, 3.1).
 */
export const answerStopMail: FormHandler = async ({ path, fields }, now) => {
  const link = await findLink(path.slice(path.lastIndexOf("/") + 1), now);
  if (!link || !isStopMailPath(path)) return { kind: "no-such-page" };
  await transaction(async (tx) => endFollowing(tx, link.commenterId, null, now));
  if (fields["List-Unsubscribe"] === "One-Click") {
    return { kind: "told", words: "You will hear of no more replies by mail." };
  }
  return { kind: "see-other", to: `${path}?done=stopped` };
};
