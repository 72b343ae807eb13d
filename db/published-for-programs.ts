import { and, asc, desc, eq, gt, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { read } from "./client.ts";
import { isPublished, revisionShown } from "./published.ts";
import type { ListPosition } from "./published-lists.ts";
import { article, articleTopic, byline, comment, contributor, revision, topic } from "./schema.ts";

/* Lists for programs: each goes on after a position, so that nothing is given twice or left out while news comes in. */

export type ListingFilter = { sectionId?: number; contributorId?: number; topicId?: number };

/** Published articles, newest first, after a position in that order. */
export async function listPositionsAfter(
  filter: ListingFilter,
  after: ListPosition | undefined,
  limit: number,
  now: Date,
): Promise<ListPosition[]> {
  const { sectionId, contributorId, topicId } = filter;
  const shown = revisionShown(now);
  const conditions: (SQL | undefined)[] = [
    isPublished(now),
    after && sql`(${article.publishedAt}, ${article.id}) < (${after.publishedAt.getTime()}, ${after.id})`,
    sectionId === undefined ? undefined : eq(article.sectionId, sectionId),
    topicId === undefined
      ? undefined
      : inArray(
          article.id,
          read().select({ id: articleTopic.articleId }).from(articleTopic).where(eq(articleTopic.topicId, topicId)),
        ),
    contributorId === undefined
      ? undefined
      : sql`exists (select 1 from ${byline} where ${byline.revisionId} = ${shown} and ${byline.contributorId} = ${contributorId})`,
  ];
  const rows = read()
    .select({ id: article.id, publishedAt: article.publishedAt })
    .from(article)
    .where(and(...conditions))
    .orderBy(desc(article.publishedAt), desc(article.id))
    .limit(limit)
    .all();
  return rows.flatMap(({ id, publishedAt }) => (publishedAt ? { id, publishedAt } : []));
}

/** Topics that have a published article, by id. */
export async function listTopicsAfter(afterId: number, limit: number, now: Date) {
  return read()
    .selectDistinct({ id: topic.id, slug: topic.slug, name: topic.name, description: topic.description })
    .from(topic)
    .innerJoin(articleTopic, eq(articleTopic.topicId, topic.id))
    .innerJoin(article, and(eq(article.id, articleTopic.articleId), isPublished(now)))
    .where(and(isNull(topic.retiredAt), gt(topic.id, afterId)))
    .orderBy(asc(topic.id))
    .limit(limit)
    .all();
}

/** Contributors who are named on a text that readers see, by id. */
export async function listContributorsAfter(afterId: number, limit: number, now: Date) {
  const { id, slug, name, affiliation, bio, links } = contributor;
  return read()
    .selectDistinct({ id, slug, name, affiliation, bio, links })
    .from(contributor)
    .innerJoin(byline, eq(byline.contributorId, contributor.id))
    .innerJoin(revision, eq(revision.id, byline.revisionId))
    .innerJoin(
      article,
      and(eq(article.id, revision.articleId), sql`${revision.id} = ${revisionShown(now)}`, isPublished(now)),
    )
    .where(and(isNull(contributor.deletedAt), gt(contributor.id, afterId)))
    .orderBy(asc(contributor.id))
    .limit(limit)
    .all();
}

/** Approved comments under articles that readers see, newest first. Columns are listed; none of them is private. */
export async function listCommentsAfter(
  articleId: number | undefined,
  after: { postedAt: Date; id: number } | undefined,
  limit: number,
  now: Date,
) {
  return read()
    .select({
      id: comment.id,
      articleId: comment.articleId,
      parentId: comment.parentId,
      authorName: comment.authorName,
      website: comment.website,
      text: comment.text,
      staffId: comment.staffId,
      postedAt: comment.postedAt,
      editedAt: comment.editedAt,
    })
    .from(comment)
    .innerJoin(article, and(eq(article.id, comment.articleId), isPublished(now)))
    .where(
      and(
        eq(comment.status, "approved"),
        articleId === undefined ? undefined : eq(comment.articleId, articleId),
        after && sql`(${comment.postedAt}, ${comment.id}) < (${after.postedAt.getTime()}, ${after.id})`,
      ),
    )
    .orderBy(desc(comment.postedAt), desc(comment.id))
    .limit(limit)
    .all();
}
