import { and, asc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { read, type Writer } from "./client.ts";
import { article, comment, follow, revision, section } from "./schema.ts";

/** As many are counted; who got more is told of these. */
const MOST_COUNTED = 500;

export type ReplyToTell = {
  id: number;
  articleId: number;
  authorName: string;
  text: string;
  headline: string | null;
  sectionSlug: string;
  articleSlug: string;
};

/** Replies that were shown under comments a commenter follows, since they were last told of any. Not their own. */
export async function listRepliesToTell(commenterId: number): Promise<ReplyToTell[]> {
  const follows = read()
    .select({
      commentId: follow.commentId,
      since: sql<number>`max(${follow.confirmedAt}, coalesce(${follow.lastNoticeAt}, 0))`,
    })
    .from(follow)
    .where(and(eq(follow.commenterId, commenterId), isNotNull(follow.confirmedAt), isNull(follow.endedAt)))
    .all();
  const told = new Map<number, ReplyToTell>();
  for (const { commentId, since } of follows) {
    let parents = [commentId];
    while (parents.length > 0 && told.size < MOST_COUNTED) {
      const replies = repliesTo(parents);
      for (const { shownAt, commenterId: by, status, ...reply } of replies) {
        if (status === "approved" && by !== commenterId && shownAt > since) told.set(reply.id, reply);
      }
      parents = replies.map(({ id }) => id);
    }
  }
  return [...told.values()].sort((one, other) => one.id - other.id);
}

function repliesTo(parents: number[]) {
  return read()
    .select({
      id: comment.id,
      articleId: comment.articleId,
      authorName: comment.authorName,
      text: comment.text,
      status: comment.status,
      commenterId: comment.commenterId,
      shownAt: sql<number>`coalesce(${comment.decidedAt}, ${comment.postedAt})`,
      headline: revision.headline,
      sectionSlug: section.slug,
      articleSlug: article.slug,
    })
    .from(comment)
    .innerJoin(article, eq(article.id, comment.articleId))
    .innerJoin(section, eq(section.id, article.sectionId))
    .leftJoin(revision, eq(revision.id, article.liveRevisionId))
    .where(inArray(comment.parentId, parents))
    .orderBy(asc(comment.id))
    .limit(500)
    .all();
}

/** Notes that a commenter has been told of everything up to now. */
export function noteTold(tx: Writer, commenterId: number, now: Date): void {
  tx.update(follow)
    .set({ lastNoticeAt: now })
    .where(and(eq(follow.commenterId, commenterId), isNull(follow.endedAt)))
    .run();
}
