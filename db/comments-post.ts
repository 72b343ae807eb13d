import { and, eq, sql } from "drizzle-orm";
import { type CommentForm, normaliseEmail } from "#core/comment";
import { tidyCommentText, tidyName } from "#core/comment-text";
import { commentsClosed } from "#core/comments-open";
import { decide, type Filed, type ModerationRules, type PostRefusal } from "#core/moderation";
import { networkOf } from "#core/networks";
import { accept, type Result, refuse } from "#core/result";
import type { Settings } from "#core/settings";
import { judgeSpam } from "#core/spam";
import { keyedHash } from "./address-cipher.ts";
import { read, transaction, type Writer } from "./client.ts";
import { countElsewhere, findSentBefore, isKnown, isOnPage, recentFrom } from "./comment-facts.ts";
import { followStanding } from "./comment-standing.ts";
import { addCommenter, addressHash, findCommenterBy } from "./commenters.ts";
import { askForReplies } from "./follows.ts";
import { ageOfStamp } from "./form-stamp.ts";
import { queuePostedMail } from "./mail-queue.ts";
import { prepared, preparedOn } from "./prepared.ts";
import { isPublished } from "./published.ts";
import { article, attempt, comment, commenter, section } from "./schema.ts";
import { readSettings } from "./settings.ts";
import { recall } from "./spam-memory.ts";

/** What arrives with a comment beside its words. */
export type Sender = {
  /** IP address as the trusted proxies tell it; only a keyed hash of its network is kept. */
  network: string;
  /** The hidden fields of the form: what is in the trap, the stamp, and how long the writing took where that is known. */
  trap: string;
  stamp: string;
  seconds: number | undefined;
};

/** `parent-gone`: what it replies to is no longer on the page. */
export type CommentRefusal = PostRefusal | "parent-gone";

const addComment = preparedOn((tx: Writer) =>
  tx
    .insert(comment)
    .values({
      articleId: sql.placeholder("articleId"),
      parentId: sql.placeholder("parentId"),
      commenterId: sql.placeholder("commenterId"),
      authorName: sql.placeholder("authorName"),
      website: sql.placeholder("website"),
      text: sql.placeholder("text"),
      status: sql.placeholder("status"),
      findings: sql.placeholder("findings"),
      postedAt: sql.placeholder("now"),
      networkHash: sql.placeholder("networkHash"),
      submissionHash: sql.placeholder("submissionHash"),
      wordsHash: sql.placeholder("wordsHash"),
    })
    .returning({ id: comment.id })
    .prepare(),
);

const noteAttempt = preparedOn((tx: Writer) =>
  tx
    .insert(attempt)
    .values({ kind: "comment", key: sql.placeholder("networkHash"), at: sql.placeholder("now") })
    .prepare(),
);

/**
 * `mayBeProven`: where it waits, it may be that its writer's click is all it waits for. The same for every address, since it
 * must not tell which are known here.
 */
export type PostedComment = { id: number; articleId: number; approved: boolean; mayBeProven: boolean };

/** Characters from which the same words twice are no accident: many people write "Thank you!". */
const REPEATED_FROM = 60;

const articleToComment = prepared((reader) =>
  reader
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
        eq(article.slug, sql.placeholder("slug")),
        isPublished(sql.param(sql.placeholder("now"), article.publishedAt)),
      ),
    )
    .prepare(),
);

/** The article readers can comment on at this moment, by the last part of its address. */
export async function findArticleToComment(slug: string, now: Date) {
  return articleToComment().get({ slug, now });
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
  // From another network it is another comment: else whoever tries addresses with words from the page would be told who wrote them.
  const submissionHash = keyedHash(
    "submission",
    JSON.stringify([to.id, form.parentId ?? null, normaliseEmail(form.email), text, networkHash]),
  );
  const wordsHash = keyedHash("words", text);
  const hash = addressHash(form.email);
  const written = { text, name: authorName, website: form.website };
  const mayBeProven = to.sectionModeration === null && settings.commentModeration === "first-time";
  return transaction(async (tx, changed) => {
    const earlier = findSentBefore(tx, submissionHash);
    const known = findCommenterBy(tx, hash);
    const decision = decide({
      ...written,
      closed: commentsClosed(to, settings, now),
      alreadySent: earlier !== undefined,
      ...recentFrom(tx, networkHash, now),
      senderBanned: Boolean(known?.bannedAt),
      network: sender.network,
      spam: judgeSpam(
        written,
        {
          trapFilled: sender.trap !== "",
          stampAge: ageOfStamp(sender.stamp, to.id, now),
          seconds: sender.seconds,
          elsewhere: text.length < REPEATED_FROM ? 0 : countElsewhere(tx, wordsHash, to.id),
        },
        recall(tx, written),
      ),
      sender: isKnown(tx, known) ? "known" : "unknown",
      rules: rulesOf(settings, to.sectionModeration),
    });
    if (decision.kind === "refuse") return refuse(decision.reason);
    if (decision.kind === "already-sent" || earlier) {
      return accept({ id: earlier?.id ?? 0, articleId: to.id, approved: earlier?.status === "approved", mayBeProven });
    }
    if (form.parentId !== undefined && !isOnPage(tx, form.parentId, to.id)) return refuse("parent-gone");
    // Only now: nobody's address is kept for a comment that was refused.
    const who = known ?? addCommenter(tx, form.email, now, hash);
    const { id } = addComment(tx).get({
      articleId: to.id,
      parentId: form.parentId ?? null,
      commenterId: who.id,
      authorName,
      website: form.website || null,
      text,
      status: decision.status,
      findings: decision.findings,
      now,
      networkHash,
      submissionHash,
      wordsHash,
    });
    noteAttempt(tx).run({ networkHash, now });
    if (form.follow) askForReplies(tx, who.id, id);
    if (decision.status !== "spam") queuePostedMail(tx, who.id, id, now);
    followStanding(tx, changed, { id, articleId: to.id, before: undefined, after: decision.status }, now);
    return accept({ id, articleId: to.id, approved: decision.status === "approved", mayBeProven });
  });
}

const rulesOf = (settings: Settings, sectionModeration: ModerationRules["sectionModeration"]): ModerationRules => ({
  moderation: settings.commentModeration,
  sectionModeration,
  bannedWords: settings.bannedWords,
  bannedNetworks: settings.bannedNetworks,
  pauseSeconds: settings.commentPauseSeconds,
  perHour: settings.commentsPerHour,
});

/**
 * What the policy says of a comment whose writer has come through the mailed link, which proves the address: of new words,
 * since a moderator approved the former ones, or of the same.
 */
export async function judgeProven(id: number, text: string, now: Date): Promise<Filed | undefined> {
  const settings = await readSettings();
  const found = read()
    .select({
      name: comment.authorName,
      website: comment.website,
      commenterId: comment.commenterId,
      bannedAt: commenter.bannedAt,
      sectionModeration: section.moderation,
    })
    .from(comment)
    .innerJoin(commenter, eq(commenter.id, comment.commenterId))
    .innerJoin(article, eq(article.id, comment.articleId))
    .innerJoin(section, eq(section.id, article.sectionId))
    .where(eq(comment.id, id))
    .get();
  if (!found?.commenterId) return undefined;
  const written = { text, name: found.name, website: found.website ?? "" };
  const signs = { trapFilled: false, stampAge: 0, seconds: undefined, elsewhere: 0 };
  const decision = decide({
    ...written,
    closed: undefined,
    alreadySent: false,
    secondsSinceLast: undefined,
    lastHourFromNetwork: 0,
    senderBanned: found.bannedAt !== null,
    network: "",
    spam: judgeSpam(written, signs, recall(read(), written)),
    sender: isKnown(read(), { id: found.commenterId, confirmedAt: now, bannedAt: found.bannedAt }, id)
      ? "proven"
      : "unknown",
    rules: rulesOf(settings, found.sectionModeration),
  });
  return decision.kind === "file" ? decision : undefined;
}
