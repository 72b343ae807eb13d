import { and, count, eq, gt, isNotNull, isNull, lte, max } from "drizzle-orm";
import { type CommentForm, normaliseEmail } from "#core/comment";
import { tidyCommentText, tidyName } from "#core/comment-text";
import { commentsClosed } from "#core/comments-open";
import { decide, type PostRefusal, type Submission } from "#core/moderation";
import { networkOf } from "#core/networks";
import { commentsTag } from "#core/page-tags";
import { accept, type Result, refuse } from "#core/result";
import { keyedHash } from "./address-cipher.ts";
import { read, transaction, type Writer } from "./client.ts";
import { addCommenter, findCommenter, type KnownCommenter } from "./commenters.ts";
import { addToCommentCount } from "./comments-count.ts";
import { article, attempt, comment, section } from "./schema.ts";
import { readSettings } from "./settings.ts";

/** What arrives with a comment beside its words. */
export type Sender = {
  /** IP address as the trusted proxies tell it; only a keyed hash of its network is kept. */
  network: string;
};

/** `parent-gone`: what it replies to is no longer on the page. */
export type CommentRefusal = PostRefusal | "parent-gone";

export type PostedComment = { id: number; articleId: number; approved: boolean };

const HOUR = 3_600_000;

/** The article readers can comment on at this moment, by the last part of its address. */
export async function findArticleToComment(slug: string, now: Date) {
  return read()
    .select({
      id: article.id,
      slug: article.slug,
      sectionSlug: section.slug,
      sectionModeration: section.moderation,
      commentsOpen: article.commentsOpen,
      commentsCloseAt: article.commentsCloseAt,
      publishedAt: article.publishedAt,
    })
    .from(article)
    .innerJoin(section, eq(section.id, article.sectionId))
    .where(
      and(
        eq(article.slug, slug),
        isNotNull(article.liveRevisionId),
        lte(article.publishedAt, now),
        isNull(article.withdrawnAt),
        isNull(article.deletedAt),
      ),
    )
    .get();
}

export type ArticleToComment = NonNullable<Awaited<ReturnType<typeof findArticleToComment>>>;

/**
 * Takes a reader's comment on an article, as the policy decides: shown, held for a moderator, or filed as spam. The same
 * words sent twice by the same person to the same place are one comment, and answer as they did the first time.
 */
export async function postComment(
  to: ArticleToComment,
  form: CommentForm,
  sender: Sender,
  now: Date,
): Promise<Result<PostedComment, CommentRefusal>> {
  const settings = await readSettings();
  const text = tidyCommentText(form.text);
  const authorName = tidyName(form.name);
  const networkHash = keyedHash("network", networkOf(sender.network));
  const submissionHash = keyedHash(
    "submission",
    JSON.stringify([to.id, form.parentId ?? null, normaliseEmail(form.email), text]),
  );
  return transaction(async (tx, changed) => {
    const earlier = tx
      .select({ id: comment.id, status: comment.status })
      .from(comment)
      .where(eq(comment.submissionHash, submissionHash))
      .get();
    const known = findCommenter(tx, form.email);
    const decision = decide({
      text,
      name: authorName,
      website: form.website,
      closed: commentsClosed(to, settings, now),
      alreadySent: earlier !== undefined,
      ...recentFrom(tx, networkHash, now),
      senderBanned: Boolean(known?.bannedAt),
      network: sender.network,
      spam: { score: 0, signs: [] },
      known: isKnown(tx, known),
      rules: {
        moderation: settings.commentModeration,
        sectionModeration: to.sectionModeration,
        bannedWords: settings.bannedWords,
        bannedNetworks: settings.bannedNetworks,
        pauseSeconds: settings.commentPauseSeconds,
        perHour: settings.commentsPerHour,
      },
    });
    if (decision.kind === "refuse") return refuse(decision.reason);
    if (decision.kind === "already-sent" || earlier) {
      return accept({ id: earlier?.id ?? 0, articleId: to.id, approved: earlier?.status === "approved" });
    }
    if (form.parentId !== undefined && !isOnPage(tx, form.parentId, to.id)) return refuse("parent-gone");
    // Only now: nobody's address is kept for a comment that was refused.
    const who = known ?? addCommenter(tx, form.email, now);
    const { id } = tx
      .insert(comment)
      .values({
        articleId: to.id,
        parentId: form.parentId ?? null,
        commenterId: who.id,
        authorName,
        website: form.website || null,
        text,
        status: decision.status,
        findings: decision.findings,
        postedAt: now,
        networkHash,
        submissionHash,
      })
      .returning({ id: comment.id })
      .get();
    tx.insert(attempt).values({ kind: "comment", key: networkHash, at: now }).run();
    if (decision.status === "approved") {
      addToCommentCount(tx, to.id, 1);
      changed(commentsTag(to.id));
    }
    return accept({ id, articleId: to.id, approved: decision.status === "approved" });
  });
}

function isOnPage(tx: Writer, parentId: number, articleId: number): boolean {
  const parent = tx
    .select({ articleId: comment.articleId, status: comment.status })
    .from(comment)
    .where(eq(comment.id, parentId))
    .get();
  return parent?.articleId === articleId && parent.status === "approved";
}

function recentFrom(
  tx: Writer,
  networkHash: string,
  now: Date,
): Pick<Submission, "secondsSinceLast" | "lastHourFromNetwork"> {
  const recent = tx
    .select({ number: count(), last: max(attempt.at) })
    .from(attempt)
    .where(
      and(eq(attempt.kind, "comment"), eq(attempt.key, networkHash), gt(attempt.at, new Date(now.getTime() - HOUR))),
    )
    .get();
  return {
    lastHourFromNetwork: recent?.number ?? 0,
    secondsSinceLast: recent?.last ? (now.getTime() - recent.last.getTime()) / 1_000 : undefined,
  };
}

/** A typed address proves nothing: it has to be confirmed, and something under it has to have been approved. */
function isKnown(tx: Writer, who: KnownCommenter | undefined): boolean {
  if (!who?.confirmedAt) return false;
  const approved = tx
    .select({ id: comment.id })
    .from(comment)
    .where(and(eq(comment.commenterId, who.id), eq(comment.status, "approved")))
    .limit(1)
    .get();
  return approved !== undefined;
}
