import { eq, inArray } from "drizzle-orm";
import type { CommentStatus } from "#core/comment";
import type { Changed, Writer } from "./client.ts";
import { followStanding } from "./comment-standing.ts";
import { type Actor, record } from "./log.ts";
import { comment } from "./schema.ts";
import { learnFrom, unlearnFrom } from "./spam-memory.ts";

/** What the log says of a decision. Holding again is how a decision is taken back. */
const verbs: Record<CommentStatus, string> = {
  approved: "approve",
  spam: "file-as-spam",
  removed: "remove",
  held: "hold",
};

export type Decided = { id: number; before: CommentStatus; after: CommentStatus };

/**
 * Decides on comments. Those that stand so already, or are not there, are left as they are. Returns what was changed, with
 * the status before, which is what taking it back needs.
 */
export function decideComments(
  tx: Writer,
  changed: Changed,
  ids: readonly number[],
  status: CommentStatus,
  actor: Actor,
  now: Date,
): Decided[] {
  if (ids.length === 0) return [];
  const concerned = tx
    .select({
      id: comment.id,
      articleId: comment.articleId,
      status: comment.status,
      authorName: comment.authorName,
      website: comment.website,
      text: comment.text,
      decidedBy: comment.decidedBy,
    })
    .from(comment)
    .where(inArray(comment.id, [...ids]))
    .all()
    // A comment whose writer has taken its words away has nothing left to show.
    .filter((found) => found.status !== status && found.text !== "");
  for (const found of concerned) {
    const decided = status !== "held";
    tx.update(comment)
      .set({ status, decidedAt: decided ? now : null, decidedBy: decided ? actor.staffId : null })
      .where(eq(comment.id, found.id))
      .run();
    followStanding(tx, changed, { ...found, before: found.status, after: status }, now);
    unlearnFrom(tx, found);
    learnFrom(tx, { ...found, status, decidedBy: actor.staffId });
    // The log is for ever and a name is the writer's to erase, so it is only numbered.
    const thing = { kind: "comment", id: found.id, name: `Comment ${found.id}` };
    record(tx, actor, verbs[status], thing, now, { from: found.status });
  }
  return concerned.map(({ id, status: before }) => ({ id, before, after: status }));
}
