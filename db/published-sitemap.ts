import { and, asc, count, eq, gt, isNotNull, isNull, sql } from "drizzle-orm";
import type { PictureSize } from "#db/schema/media";
import { read } from "./client.ts";
import { isPublished, revisionShown } from "./published.ts";
import { article, articleTopic, byline, contributor, media, revision, section, topic } from "./schema.ts";

export type SitemapArticle = {
  id: number;
  slug: string;
  sectionSlug: string;
  headline: string;
  language: string | null;
  publishedAt: Date;
  /** When readers last saw it change in substance. */
  changedAt: Date;
  picture: { hash: string; sizes: PictureSize[] } | null;
};

export async function countPublished(now: Date): Promise<number> {
  return read().select({ total: count() }).from(article).where(isPublished(now)).get()?.total ?? 0;
}

/** Published articles in the order of their publication, so that one that is added moves none of the others. */
export async function listForSitemap(
  { limit, offset = 0, since }: { limit: number; offset?: number; since?: Date },
  now: Date,
): Promise<SitemapArticle[]> {
  const rows = read()
    .select({
      id: article.id,
      slug: article.slug,
      sectionSlug: section.slug,
      headline: revision.headline,
      language: revision.language,
      publishedAt: article.publishedAt,
      updatedAt: article.updatedAt,
      nextAt: article.nextAt,
      picture: { hash: media.hash, sizes: media.sizes },
    })
    .from(article)
    .innerJoin(revision, sql`${revision.id} = ${revisionShown(now)}`)
    .innerJoin(section, eq(section.id, article.sectionId))
    .leftJoin(media, and(eq(media.id, revision.pictureId), isNull(media.deletedAt)))
    .where(and(isPublished(now), since ? gt(article.publishedAt, since) : undefined))
    .orderBy(asc(article.publishedAt), asc(article.id))
    .limit(limit)
    .offset(offset)
    .all();
  return rows.flatMap(({ publishedAt, updatedAt, nextAt, ...row }) => {
    if (!publishedAt) return [];
    const changes = [publishedAt, updatedAt, nextAt && nextAt <= now ? nextAt : null].filter(
      (moment) => moment !== null,
    );
    return { ...row, publishedAt, changedAt: new Date(Math.max(...changes.map((moment) => moment.getTime()))) };
  });
}

/** The addresses of everything beside articles that has a page: what has something published to show. */
export async function listPlacesForSitemap(
  now: Date,
): Promise<{ sections: string[]; topics: string[]; contributors: string[] }> {
  const sections = read()
    .selectDistinct({ slug: section.slug })
    .from(section)
    .innerJoin(article, and(eq(article.sectionId, section.id), isPublished(now)))
    .all();
  const topics = read()
    .selectDistinct({ slug: topic.slug })
    .from(topic)
    .innerJoin(articleTopic, eq(articleTopic.topicId, topic.id))
    .innerJoin(article, and(eq(article.id, articleTopic.articleId), isPublished(now)))
    .where(isNull(topic.retiredAt))
    .all();
  const contributors = read()
    .selectDistinct({ slug: contributor.slug })
    .from(contributor)
    .innerJoin(byline, eq(byline.contributorId, contributor.id))
    .innerJoin(revision, eq(revision.id, byline.revisionId))
    .innerJoin(article, and(eq(article.id, revision.articleId), isNotNull(article.publishedAt), isPublished(now)))
    .where(and(isNull(contributor.deletedAt), sql`${revision.id} = ${revisionShown(now)}`))
    .all();
  const slugs = (rows: { slug: string }[]) => rows.map(({ slug }) => slug).sort();
  return { sections: slugs(sections), topics: slugs(topics), contributors: slugs(contributors) };
}
