import { articlePath } from "#core/paths";
import { findLink } from "#db/commenter-links";
import { findOwnComment, isConfirmed, listOwnComments } from "#db/commenters-own";
import { listWaitingForWriter } from "#db/comments-confirm";
import { findFollow } from "#db/follows";
import { readSettings } from "#db/settings";
import { answeredForm } from "#delivery/page-context";

/** What the page behind a commenter's private link shows. Never the address: links are forwarded. */
export async function findPrivatePage(token: string, now: Date) {
  const link = await findLink(token, now);
  if (link?.purpose !== "manage" || link.commentId === null) return undefined;
  const own = await findOwnComment(link.commenterId, link.commentId, now);
  if (!own) return undefined;
  const { language, timeZone } = await readSettings();
  return {
    path: `/replies/${token}`,
    comment: own,
    articlePath: articlePath(own.sectionSlug, own.articleSlug),
    follows: await findFollow(link.commenterId, own.id),
    confirmed: await isConfirmed(link.commenterId),
    alsoWaiting: await listWaitingForWriter(link.commenterId, own.id),
    written: (await listOwnComments(link.commenterId)).length,
    answered: answeredForm("manage"),
    language,
    timeZone,
  };
}

/** Everything the owner of a private link wrote here, in a form for programs and people. */
export async function exportOwnComments(token: string, now: Date) {
  const link = await findLink(token, now);
  if (link?.purpose !== "manage") return undefined;
  const comments = await listOwnComments(link.commenterId);
  return {
    exportedAt: now.toISOString(),
    comments: comments.map(({ section, article, status, ...comment }) => ({
      ...comment,
      page: articlePath(section, article),
      // How we file it is ours to know; to its writer it waits.
      status: status === "spam" ? "held" : status,
    })),
  };
}
