import { and, count, desc, eq, gte, inArray, isNull, lte } from "drizzle-orm";
import type { ArticleState } from "#core/workflow";
import { read } from "./client.ts";
import { article, comment, logEntry, revision, section } from "./schema.ts";

export type TodayArticle = { id: number; headline: string; section: string; state: ArticleState; at: Date | null };

const columns = { id: article.id, headline: revision.headline, section: section.name, state: article.state };

/** The articles in these states, the ones worked on last first. `createdBy` narrows them to a person's own. */
export async function listInStates(
  states: readonly ArticleState[],
  createdBy: number | undefined,
  limit: number,
): Promise<TodayArticle[]> {
  return read()
    .select({ ...columns, at: revision.savedAt })
    .from(article)
    .innerJoin(revision, eq(revision.id, article.workingRevisionId))
    .innerJoin(section, eq(section.id, article.sectionId))
    .where(
      and(
        inArray(article.state, [...states]),
        isNull(article.deletedAt),
        createdBy === undefined ? undefined : eq(article.createdBy, createdBy),
      ),
    )
    .orderBy(desc(revision.savedAt))
    .limit(limit)
    .all();
}

/** What readers have got since a moment, newest first. */
export async function listPublishedSince(since: Date, now: Date, limit: number): Promise<TodayArticle[]> {
  return read()
    .select({ ...columns, at: article.publishedAt })
    .from(article)
    .innerJoin(revision, eq(revision.id, article.liveRevisionId))
    .innerJoin(section, eq(section.id, article.sectionId))
    .where(
      and(
        gte(article.publishedAt, since),
        lte(article.publishedAt, now),
        isNull(article.withdrawnAt),
        isNull(article.deletedAt),
      ),
    )
    .orderBy(desc(article.publishedAt))
    .limit(limit)
    .all();
}

/** A person's drafts that an editor has sent back, with what is to be changed. */
export async function listSentBack(staffId: number): Promise<{ id: number; headline: string; note: string }[]> {
  const drafts = await listInStates(["draft"], staffId, 50);
  return drafts.flatMap(({ id, headline }) => {
    const last = read()
      .select({ verb: logEntry.verb, detail: logEntry.detail })
      .from(logEntry)
      .where(and(eq(logEntry.thingKind, "article"), eq(logEntry.thingId, id)))
      .orderBy(desc(logEntry.at), desc(logEntry.id))
      .limit(1)
      .get();
    return last?.verb === "ask-for-changes" ? [{ id, headline, note: String(last.detail.note ?? "") }] : [];
  });
}

/** How many comments wait for a moderator. */
export async function countHeldComments(): Promise<number> {
  const held = read()
    .select({ held: count() })
    .from(comment)
    .innerJoin(article, and(eq(article.id, comment.articleId), isNull(article.deletedAt)))
    .where(eq(comment.status, "held"))
    .get();
  return held?.held ?? 0;
}
