import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import type { Document } from "#core/document";
import { unsealFor } from "./address-cipher.ts";
import { read } from "./client.ts";
import type { RevisionContent } from "./new-article.ts";
import {
  article,
  articleTopic,
  articleViews,
  byline,
  comment,
  commenter,
  contributor,
  correction,
  media,
  placement,
  redirect,
  revision,
  section,
  topic,
} from "./schema.ts";

/** What leaves with an export. Addresses of readers do so only where an operator has asked for them by name. */
export type ExportedByline = { contributorId: number; name: string; slug: string; affiliation: string };
export type ExportedText = Omit<RevisionContent, "bylines" | "body"> & {
  body: Document;
  savedAt: Date;
  bylines: ExportedByline[];
};

export type ExportedComment = {
  id: number;
  parentId: number | null;
  authorName: string;
  /** "" where there is none, or where addresses do not leave. */
  email: string;
  website: string | null;
  text: string;
  status: "held" | "approved" | "spam" | "removed";
  postedAt: Date;
};

export type ExportedArticle = Omit<
  typeof article.$inferSelect,
  "workingRevisionId" | "liveRevisionId" | "nextRevisionId"
> & {
  /** What readers see, or the working copy of what they do not. */
  text: ExportedText;
  /** Where staff work on another text than readers see. */
  workingCopy: ExportedText | undefined;
  topics: { id: number; slug: string; name: string }[];
  corrections: { text: string; publishedAt: Date }[];
  formerPaths: string[];
  views: number;
  isOnFront: boolean;
  comments: ExportedComment[];
};

export const exportedSections = () =>
  read().select().from(section).orderBy(asc(section.position), asc(section.id)).all();
export const exportedTopics = () => read().select().from(topic).orderBy(asc(topic.id)).all();
export const exportedContributors = () =>
  read().select().from(contributor).where(isNull(contributor.deletedAt)).orderBy(asc(contributor.id)).all();
export const exportedPictures = () =>
  read().select().from(media).where(isNull(media.deletedAt)).orderBy(asc(media.id)).all();
export type ExportedPicture = ReturnType<typeof exportedPictures>[number];

/** Former addresses that lead to sections, topics, contributors and fixed paths; those of articles go with the article. */
export const exportedRedirects = () =>
  read()
    .select()
    .from(redirect)
    .where(and(isNull(redirect.articleId), isNull(redirect.deletedAt)))
    .orderBy(asc(redirect.id))
    .all();

/** Every article that is not in the bin, one at a time, oldest first, with all that belongs to it. */
export function* exportedArticles({ withAddresses }: { withAddresses: boolean }): Generator<ExportedArticle> {
  const ids = read()
    .select({ id: article.id })
    .from(article)
    .where(isNull(article.deletedAt))
    .orderBy(asc(article.id))
    .all();
  for (const { id } of ids) {
    const row = read().select().from(article).where(eq(article.id, id)).get();
    if (!row) continue;
    const { workingRevisionId, liveRevisionId, nextRevisionId, ...columns } = row;
    const due = row.nextAt !== null && row.nextAt <= new Date() ? nextRevisionId : null;
    const shown = due ?? liveRevisionId ?? workingRevisionId;
    const text = shown === null ? undefined : textOf(shown);
    if (!text) continue;
    yield {
      ...columns,
      text,
      workingCopy: workingRevisionId !== null && workingRevisionId !== shown ? textOf(workingRevisionId) : undefined,
      ...belongingsOf(id),
      comments: commentsOf(id, withAddresses),
    };
  }
}

function textOf(revisionId: number): ExportedText | undefined {
  const row = read().select().from(revision).where(eq(revision.id, revisionId)).get();
  if (!row) return undefined;
  const {
    id: _id,
    articleId: _article,
    number: _number,
    wordCount: _words,
    occasion: _occasion,
    savedBy: _by,
    ...text
  } = row;
  const bylines = read()
    .select({
      contributorId: contributor.id,
      name: contributor.name,
      slug: contributor.slug,
      affiliation: byline.affiliation,
    })
    .from(byline)
    .innerJoin(contributor, eq(contributor.id, byline.contributorId))
    .where(eq(byline.revisionId, revisionId))
    .orderBy(asc(byline.position))
    .all();
  return { ...text, bylines };
}

function belongingsOf(id: number) {
  const topics = read()
    .select({ id: topic.id, slug: topic.slug, name: topic.name })
    .from(articleTopic)
    .innerJoin(topic, eq(topic.id, articleTopic.topicId))
    .where(eq(articleTopic.articleId, id))
    .orderBy(asc(articleTopic.position))
    .all();
  const corrections = read()
    .select({ text: correction.text, publishedAt: correction.publishedAt })
    .from(correction)
    .where(eq(correction.articleId, id))
    .orderBy(asc(correction.publishedAt))
    .all();
  const former = read()
    .select({ path: redirect.fromPath })
    .from(redirect)
    .where(and(eq(redirect.articleId, id), isNull(redirect.deletedAt)))
    .orderBy(desc(redirect.id))
    .all();
  const views = read()
    .select({ sum: sql<number | null>`sum(${articleViews.views})` })
    .from(articleViews)
    .where(eq(articleViews.articleId, id))
    .get();
  const place = read()
    .select({ id: placement.id })
    .from(placement)
    .where(sql`${placement.articleId} = ${id} and ${placement.sectionId} is null`)
    .get();
  return {
    topics,
    corrections,
    formerPaths: former.map(({ path }) => path),
    views: views?.sum ?? 0,
    isOnFront: place !== undefined,
  };
}

function commentsOf(articleId: number, withAddresses: boolean): ExportedComment[] {
  const columns = {
    id: comment.id,
    parentId: comment.parentId,
    authorName: comment.authorName,
    website: comment.website,
    text: comment.text,
    status: comment.status,
    postedAt: comment.postedAt,
  };
  const rows = read()
    .select({ ...columns, commenterId: withAddresses ? comment.commenterId : sql<null>`null` })
    .from(comment)
    .where(eq(comment.articleId, articleId))
    .orderBy(asc(comment.postedAt), asc(comment.id))
    .all();
  return rows.map(({ commenterId, ...row }) => ({ ...row, email: commenterId === null ? "" : addressOf(commenterId) }));
}

function addressOf(commenterId: number): string {
  const row = read().select({ address: commenter.address }).from(commenter).where(eq(commenter.id, commenterId)).get();
  if (!row?.address) return "";
  const opened = unsealFor({ table: "commenter", id: commenterId }, row.address);
  return opened.ok ? opened.value : "";
}
