import { and, eq, inArray, isNull } from "drizzle-orm";
import { LONGEST_COMMENT } from "#core/comment";
import { tidyCommentText } from "#core/comment-text";
import { accept, type Result, refuse } from "#core/result";
import { unsealFor } from "./address-cipher.ts";
import { transaction, type Writer } from "./client.ts";
import { followStanding } from "./comment-standing.ts";
import { decideComments } from "./comments-decide.ts";
import { type Actor, record } from "./log.ts";
import { comment, commenter, commentReport } from "./schema.ts";

/** Closes what readers reported of these comments: a moderator has looked. */
export function settleReports(tx: Writer, ids: readonly number[], now: Date): void {
  if (ids.length === 0) return;
  tx.update(commentReport)
    .set({ settledAt: now })
    .where(and(inArray(commentReport.commentId, [...ids]), isNull(commentReport.settledAt)))
    .run();
}

/** Answers a comment as a member of staff, marked as such. A comment that waited is approved by being answered. */
export function replyAsStaff(
  actor: Actor & { staffId: number },
  parentId: number,
  typed: string,
  now: Date,
): Promise<Result<number, "not-there" | "empty" | "too-long">> {
  const text = tidyCommentText(typed);
  return transaction(async (tx, changed): Promise<Result<number, "not-there" | "empty" | "too-long">> => {
    if (text === "") return refuse("empty");
    if ([...text].length > LONGEST_COMMENT) return refuse("too-long");
    const parent = tx.select().from(comment).where(eq(comment.id, parentId)).get();
    if (!parent || parent.text === "") return refuse("not-there");
    decideComments(tx, changed, [parentId], "approved", actor, now);
    const { id } = tx
      .insert(comment)
      .values({
        articleId: parent.articleId,
        parentId,
        staffId: actor.staffId,
        authorName: actor.name,
        text,
        status: "approved",
        postedAt: now,
        decidedAt: now,
        decidedBy: actor.staffId,
      })
      .returning({ id: comment.id })
      .get();
    followStanding(tx, changed, { id, articleId: parent.articleId, before: undefined, after: "approved" }, now);
    record(tx, actor, "reply", { kind: "comment", id, name: `Comment ${id}` }, now, { to: parentId });
    return accept(id);
  });
}

/** Opens the address behind a comment, which leaves a line in the log. */
export function revealAddress(
  actor: Actor,
  commentId: number,
  now: Date,
): Promise<Result<string, "not-there" | "unreadable">> {
  return transaction(async (tx): Promise<Result<string, "not-there" | "unreadable">> => {
    const found = tx
      .select({ id: commenter.id, address: commenter.address })
      .from(comment)
      .innerJoin(commenter, eq(commenter.id, comment.commenterId))
      .where(eq(comment.id, commentId))
      .get();
    if (!found?.address) return refuse("not-there");
    const opened = unsealFor({ table: "commenter", id: found.id }, found.address);
    record(tx, actor, "reveal-address", { kind: "comment", id: commentId, name: `Comment ${commentId}` }, now);
    return opened.ok ? opened : refuse("unreadable");
  });
}

/** From now on everything from the address behind a comment is filed as spam; or no longer. */
export function banCommenter(actor: Actor, commentId: number, banned: boolean, now: Date): Promise<boolean> {
  return transaction(async (tx) => {
    const found = tx.select({ commenterId: comment.commenterId }).from(comment).where(eq(comment.id, commentId)).get();
    if (!found?.commenterId) return false;
    tx.update(commenter)
      .set({ bannedAt: banned ? now : null })
      .where(eq(commenter.id, found.commenterId))
      .run();
    const thing = { kind: "comment", id: commentId, name: `Comment ${commentId}` };
    record(tx, actor, banned ? "ban-commenter" : "unban-commenter", thing, now);
    return true;
  });
}
