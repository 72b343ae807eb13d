import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { commentForm } from "#core/comment";
import { editableUntil } from "#core/comment-deeds";
import { tidyCommentText } from "#core/comment-text";
import { waitsForItsWriter } from "#core/moderation";
import { accept, type Result, refuse } from "#core/result";
import { betweenDeeds, type Changed, type Reader, read, transaction, type Writer } from "./client.ts";
import { followStanding } from "./comment-standing.ts";
import { confirmAddress } from "./commenters.ts";
import { judgeProven } from "./comments-post.ts";
import { prepared, preparedOn } from "./prepared.ts";
import {
  article,
  comment,
  commenter,
  commenterLink,
  commentReport,
  follow,
  mail,
  revision,
  section,
} from "./schema.ts";
import { unlearnFrom } from "./spam-memory.ts";

/*
 * What a commenter may do through the private link in their mail. Each deed names the commenter the link belongs to, and
 * touches only what that commenter wrote.
 */

const ownComment = prepared((reader) =>
  reader
    .select({
      id: comment.id,
      text: comment.text,
      authorName: comment.authorName,
      status: comment.status,
      postedAt: comment.postedAt,
      editedAt: comment.editedAt,
      findings: comment.findings,
      articleSlug: article.slug,
      sectionSlug: section.slug,
      headline: revision.headline,
      articleId: article.id,
    })
    .from(comment)
    .innerJoin(article, eq(article.id, comment.articleId))
    .innerJoin(section, eq(section.id, article.sectionId))
    .leftJoin(revision, eq(revision.id, article.liveRevisionId))
    .where(and(eq(comment.id, sql.placeholder("commentId")), eq(comment.commenterId, sql.placeholder("commenterId"))))
    .prepare(),
);

/** A comment as its writer sees it. */
export async function findOwnComment(commenterId: number, commentId: number, now: Date) {
  const found = ownComment().get({ commenterId, commentId });
  if (!found) return undefined;
  return {
    ...found,
    waitsForWriter: waitsForItsWriter(found),
    editableUntil: editableUntil({ ...found, answered: isAnswered(read(), found.id) }, now),
  };
}

export type OwnComment = NonNullable<Awaited<ReturnType<typeof findOwnComment>>>;

const answerTo = preparedOn((on: Reader) =>
  on
    .select({ id: comment.id })
    .from(comment)
    .where(eq(comment.parentId, sql.placeholder("id")))
    .limit(1)
    .prepare(),
);

const isAnswered = (on: Reader, id: number): boolean => answerTo(on).get({ id }) !== undefined;

function requireOwn(tx: Writer, commenterId: number, commentId: number) {
  return tx
    .select()
    .from(comment)
    .where(and(eq(comment.id, commentId), eq(comment.commenterId, commenterId)))
    .get();
}

export type EditRefusal = "not-there" | "too-late" | "empty" | "too-long";

/** Changes a comment's words, for a few minutes and until somebody has answered. The policy looks at the new words. */
export async function editOwnComment(
  commenterId: number,
  commentId: number,
  typed: string,
  now: Date,
): Promise<Result<"shown" | "held", EditRefusal>> {
  if (!commentForm.shape.text.safeParse(typed).success) return refuse(typed.trim() === "" ? "empty" : "too-long");
  const text = tidyCommentText(typed);
  const judged = await judgeProven(commentId, text, now);
  return transaction(async (tx, changed) => {
    const own = requireOwn(tx, commenterId, commentId);
    if (!own || !judged) return refuse("not-there");
    if (!editableUntil({ ...own, answered: isAnswered(tx, own.id) }, now)) return refuse("too-late");
    confirmAddress(tx, commenterId, now);
    const { status, findings } = judged;
    const shownOnlyNow = status === "approved" && own.status !== "approved";
    tx.update(comment)
      .set({ text, editedAt: now, status, findings, decidedAt: shownOnlyNow ? now : null, decidedBy: null })
      .where(eq(comment.id, own.id))
      .run();
    followStanding(tx, changed, { ...own, before: own.status, after: status }, now);
    return accept(status === "approved" ? "shown" : "held");
  });
}

/** What is left of a comment whose writer has taken it back: its place in the thread, and nothing they wrote. */
const takenBack = {
  text: "",
  authorName: "",
  website: null,
  status: "removed",
  findings: [],
  networkHash: null,
  submissionHash: null,
  wordsHash: null,
} as const;

function takeBack(tx: Writer, changed: Changed, own: typeof comment.$inferSelect, now: Date) {
  unlearnFrom(tx, own);
  tx.update(comment)
    .set({ ...takenBack, findings: [], decidedAt: now, decidedBy: null })
    .where(eq(comment.id, own.id))
    .run();
  tx.delete(commentReport).where(eq(commentReport.commentId, own.id)).run();
  followStanding(tx, changed, { ...own, before: own.status, after: takenBack.status }, now);
}

/** Takes a comment's words away for good. Where others have answered, its place stays. */
export async function deleteOwnComment(
  commenterId: number,
  commentId: number,
  now: Date,
): Promise<Result<null, "not-there">> {
  const done = await transaction(async (tx, changed): Promise<Result<null, "not-there">> => {
    const own = requireOwn(tx, commenterId, commentId);
    if (!own || own.text === "") return refuse("not-there");
    confirmAddress(tx, commenterId, now);
    takeBack(tx, changed, own, now);
    return accept(null);
  });
  if (done.ok) await leaveNoBytes();
  return done;
}

/** Everything a commenter wrote here, as they may take it with them. Without the address: links are forwarded. */
export async function listOwnComments(commenterId: number) {
  return read()
    .select({
      id: comment.id,
      name: comment.authorName,
      website: comment.website,
      text: comment.text,
      status: comment.status,
      postedAt: comment.postedAt,
      editedAt: comment.editedAt,
      section: section.slug,
      article: article.slug,
    })
    .from(comment)
    .innerJoin(article, eq(article.id, comment.articleId))
    .innerJoin(section, eq(section.id, article.sectionId))
    .where(eq(comment.commenterId, commenterId))
    .orderBy(asc(comment.postedAt), asc(comment.id))
    .all()
    .filter(({ text }) => text !== "");
}

/** Erases everything a commenter wrote here, and the address. Their links end; places in threads stay, empty. */
export async function eraseCommenter(commenterId: number, now: Date): Promise<void> {
  await transaction(async (tx, changed) => {
    const written = tx.select().from(comment).where(eq(comment.commenterId, commenterId)).all();
    for (const own of written) takeBack(tx, changed, own, now);
    const ids = written.map(({ id }) => id);
    tx.update(comment).set({ commenterId: null }).where(eq(comment.commenterId, commenterId)).run();
    tx.delete(follow).where(eq(follow.commenterId, commenterId)).run();
    for (let at = 0; at < ids.length; at += 500) {
      tx.delete(follow)
        .where(inArray(follow.commentId, ids.slice(at, at + 500)))
        .run();
    }
    tx.delete(commenterLink).where(eq(commenterLink.commenterId, commenterId)).run();
    tx.delete(mail).where(eq(mail.commenterId, commenterId)).run();
    tx.update(commenter)
      .set({ address: null, addressHash: null, confirmedAt: null, bannedAt: null, erasedAt: now })
      .where(eq(commenter.id, commenterId))
      .run();
  });
  await leaveNoBytes();
}

/**
 * Pages of the database are overwritten when they are freed (`secure_delete`), but the log of the latest changes still has
 * what stood there: it is carried over and cut to nothing. Where a reader holds it, the next deed of this kind does it.
 */
export const leaveNoBytes = (): Promise<void> =>
  betweenDeeds((engine) => {
    engine.pragma("wal_checkpoint(TRUNCATE)");
  });

/** Whether the address has been proved to be its owner's. */
export async function isConfirmed(commenterId: number): Promise<boolean> {
  const found = read().select({ at: commenter.confirmedAt }).from(commenter).where(eq(commenter.id, commenterId)).get();
  return Boolean(found?.at);
}
