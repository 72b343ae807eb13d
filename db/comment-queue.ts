import {
  and,
  asc,
  count,
  countDistinct,
  desc,
  eq,
  inArray,
  isNotNull,
  isNull,
  like,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import type { CommentStatus } from "#core/comment";
import { maskedAddress } from "#core/masked-address";
import { unsealFor } from "./address-cipher.ts";
import { read } from "./client.ts";
import { article, comment, commenter, commentReport, revision, section } from "./schema.ts";

/** The views of the queue: a status, or what readers have reported. */
export const queueViews = ["held", "reported", "spam", "approved", "removed"] as const;
export type QueueView = (typeof queueViews)[number];

export const QUEUE_PAGE = 25;

export type QueuedComment = {
  id: number;
  text: string;
  authorName: string;
  website: string | null;
  status: CommentStatus;
  findings: string[];
  postedAt: Date;
  editedAt: Date | null;
  byStaff: boolean;
  article: { id: number; slug: string; sectionSlug: string; headline: string };
  inReplyTo: { id: number; authorName: string; text: string; status: CommentStatus } | undefined;
  /** Undefined where none was left, or it has been erased. */
  commenter: { id: number; address: string; confirmed: boolean; banned: boolean; history: History } | undefined;
  reports: string[];
};

/** What became of everything a commenter wrote here, by the keyed hash of the address. */
export type History = Record<CommentStatus, number>;

const openReport = () =>
  sql`exists (select 1 from ${commentReport} where ${commentReport.commentId} = ${comment.id} and ${commentReport.settledAt} is null)`;

const inView = (view: QueueView): SQL | undefined =>
  view === "reported" ? and(openReport(), eq(comment.status, "approved")) : eq(comment.status, view);

/** How many comments are in each view, counted now. Those of an article in the bin lie there with it. */
export async function countQueue(): Promise<Record<QueueView, number>> {
  const counts = { held: 0, reported: 0, spam: 0, approved: 0, removed: 0 };
  const byStatus = (where?: SQL) =>
    read().select({ status: comment.status, number: count() }).from(comment).where(where).groupBy(comment.status).all();
  const binned = read().select({ id: article.id }).from(article).where(isNotNull(article.deletedAt));
  // All are counted in the index alone; the few in the bin are looked up and taken off.
  for (const { status, number } of byStatus()) counts[status] = number;
  for (const { status, number } of byStatus(inArray(comment.articleId, binned))) counts[status] -= number;
  const reported = read()
    .select({ number: countDistinct(commentReport.commentId) })
    .from(commentReport)
    .innerJoin(comment, eq(comment.id, commentReport.commentId))
    .innerJoin(article, and(eq(article.id, comment.articleId), isNull(article.deletedAt)))
    .where(and(isNull(commentReport.settledAt), eq(comment.status, "approved")))
    .get();
  return { ...counts, reported: reported?.number ?? 0 };
}

/** Every word occurs in the comment, or in the name under it. */
const containing = (words: string): SQL | undefined =>
  and(
    ...words
      .split(/\s+/)
      .filter((word) => word !== "")
      .slice(0, 12)
      .map((word) => {
        const anywhere = `%${word.replace(/[%_]/g, "")}%`;
        return or(like(comment.text, anywhere), like(comment.authorName, anywhere));
      }),
  );

/** How many comments of a view have some words. */
export async function countFound(view: QueueView, words: string): Promise<number> {
  const found = read()
    .select({ number: count() })
    .from(comment)
    .innerJoin(article, and(eq(article.id, comment.articleId), isNull(article.deletedAt)))
    .where(and(inView(view), containing(words)))
    .get();
  return found?.number ?? 0;
}

/** One page of a view: what waits is oldest first, what has been decided newest first. `words` narrow it down. */
export async function listQueue(view: QueueView, page: number, words = ""): Promise<QueuedComment[]> {
  const order = view === "held" || view === "reported" ? asc : desc;
  const rows = read()
    .select({
      id: comment.id,
      text: comment.text,
      authorName: comment.authorName,
      website: comment.website,
      status: comment.status,
      findings: comment.findings,
      postedAt: comment.postedAt,
      editedAt: comment.editedAt,
      staffId: comment.staffId,
      parentId: comment.parentId,
      commenterId: comment.commenterId,
      article: { id: article.id, slug: article.slug, sectionSlug: section.slug, headline: revision.headline },
    })
    .from(comment)
    .innerJoin(article, and(eq(article.id, comment.articleId), isNull(article.deletedAt)))
    .innerJoin(section, eq(section.id, article.sectionId))
    .innerJoin(revision, sql`${revision.id} = coalesce(${article.liveRevisionId}, ${article.workingRevisionId})`)
    .where(and(inView(view), containing(words)))
    .orderBy(order(comment.postedAt), order(comment.id))
    .limit(QUEUE_PAGE)
    .offset((page - 1) * QUEUE_PAGE)
    .all();
  const parents = parentsOf(rows.flatMap(({ parentId }) => parentId ?? []));
  const commenters = commentersOf([...new Set(rows.flatMap(({ commenterId }) => commenterId ?? []))]);
  const reports = reportsOf(rows.map(({ id }) => id));
  return rows.map(({ parentId, commenterId, staffId, ...row }) => ({
    ...row,
    byStaff: staffId !== null,
    inReplyTo: parentId === null ? undefined : parents.get(parentId),
    commenter: commenterId === null ? undefined : commenters.get(commenterId),
    reports: reports.filter(({ commentId }) => commentId === row.id).map(({ reason }) => reason),
  }));
}

function parentsOf(ids: number[]) {
  const columns = { id: comment.id, authorName: comment.authorName, text: comment.text, status: comment.status };
  const rows = read().select(columns).from(comment).where(inArray(comment.id, ids)).all();
  return new Map(rows.map((row) => [row.id, row]));
}

function commentersOf(ids: number[]) {
  const rows = read()
    .select({
      id: commenter.id,
      address: commenter.address,
      confirmedAt: commenter.confirmedAt,
      bannedAt: commenter.bannedAt,
    })
    .from(commenter)
    .where(inArray(commenter.id, ids))
    .all();
  const written = read()
    .select({ commenterId: comment.commenterId, status: comment.status, number: count() })
    .from(comment)
    .where(inArray(comment.commenterId, ids))
    .groupBy(comment.commenterId, comment.status)
    .all();
  return new Map(
    rows.flatMap(({ id, address, confirmedAt, bannedAt }) => {
      const opened = address ? unsealFor({ table: "commenter", id }, address) : undefined;
      const history: History = { held: 0, approved: 0, spam: 0, removed: 0 };
      for (const { commenterId, status, number } of written) if (commenterId === id) history[status] = number;
      const masked = opened?.ok ? maskedAddress(opened.value) : opened ? "cannot be read" : "erased";
      return [[id, { id, address: masked, confirmed: confirmedAt !== null, banned: bannedAt !== null, history }]];
    }),
  );
}

function reportsOf(ids: number[]) {
  return read()
    .select({ commentId: commentReport.commentId, reason: commentReport.reason })
    .from(commentReport)
    .where(and(inArray(commentReport.commentId, ids), isNull(commentReport.settledAt)))
    .orderBy(asc(commentReport.id))
    .all();
}
