import type { CommentStatus } from "#core/comment";
import { commentsTag } from "#core/page-tags";
import type { Changed, Writer } from "./client.ts";
import { addToCommentCount } from "./comments-count.ts";
import { tellFollowers } from "./follows.ts";

/** `before` is undefined of a comment that has just come. */
type Standing = { id: number; articleId: number; before: CommentStatus | undefined; after: CommentStatus };

/**
 * Does what follows from where a comment stands now, once it is written down: the article's count, the pages that show the
 * comment, and letters to who follows what it answers.
 */
export function followStanding(
  tx: Writer,
  changed: Changed,
  { id, articleId, before, after }: Standing,
  now: Date,
): void {
  const [wasShown, isShown] = [before === "approved", after === "approved"];
  addToCommentCount(tx, articleId, Number(isShown) - Number(wasShown));
  if (wasShown || isShown) changed(commentsTag(articleId));
  if (isShown && !wasShown) tellFollowers(tx, id, now);
}
