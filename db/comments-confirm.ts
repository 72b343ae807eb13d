import { and, eq } from "drizzle-orm";
import { mayNeedOnlyProof, waitsForItsWriter } from "#core/moderation";
import { read, transaction } from "./client.ts";
import { followStanding } from "./comment-standing.ts";
import { confirmAddress } from "./commenters.ts";
import { judgeProven } from "./comments-post.ts";
import { comment } from "./schema.ts";

/**
 * The owner of an address says, through the link mailed to it, that a comment under it is theirs. That confirms the address.
 * Where nothing but this proof was missing, readers see the comment from now on; where a moderator has to look, or has
 * looked, that stays so.
 */
export async function confirmOwnComment(
  commenterId: number,
  commentId: number,
  now: Date,
): Promise<"shown" | "confirmed"> {
  const found = read().select().from(comment).where(eq(comment.id, commentId)).get();
  const judged = found && mayNeedOnlyProof(found) ? await judgeProven(commentId, found.text, now) : undefined;
  return transaction(async (tx, changed) => {
    const own = tx
      .select()
      .from(comment)
      .where(and(eq(comment.id, commentId), eq(comment.commenterId, commenterId)))
      .get();
    if (!own) return "confirmed";
    confirmAddress(tx, commenterId, now);
    const sameAsJudged = mayNeedOnlyProof(own) && own.text === found?.text;
    if (!judged || !sameAsJudged) return "confirmed";
    const { status, findings } = judged;
    const shown = status === "approved";
    // When it was shown, for who follows; nobody decided.
    tx.update(comment)
      .set({ status, findings, decidedAt: shown ? now : null })
      .where(eq(comment.id, commentId))
      .run();
    followStanding(tx, changed, { ...own, before: own.status, after: status }, now);
    return shown ? "shown" : "confirmed";
  });
}

/** Other comments under an address that wait for its owner alone, the oldest first. */
export async function listWaitingForWriter(commenterId: number, except: number) {
  return read()
    .select({ id: comment.id, text: comment.text, status: comment.status, findings: comment.findings })
    .from(comment)
    .where(and(eq(comment.commenterId, commenterId), eq(comment.status, "held")))
    .orderBy(comment.id)
    .all()
    .filter((found) => found.id !== except && waitsForItsWriter(found))
    .map(({ id, text }) => ({ id, text }));
}
