import { type CommentOrder, commentOrders } from "#core/comment-thread";
import { commentsCloseAt, commentsClosed } from "#core/comments-open";
import { commentsTag } from "#core/page-tags";
import { articlePath } from "#core/paths";
import { findCommentToAnswer, listPublishedComments } from "#db/comments-published";
import { formStamp } from "#db/form-stamp";
import type { PublishedArticle } from "#db/published-article";
import { answeredForm, changesAt, dependsOn } from "#delivery/page-context";
import { findSettings } from "./site-queries";

/** The query of an article's address, as Next gives it. */
type Query = Record<string, string | string[] | undefined>;

type OfArticle = Pick<
  PublishedArticle,
  "id" | "slug" | "section" | "publishedAt" | "commentsOpen" | "commentsCloseAt" | "commentCount"
>;

/**
 * What `CommentSection` shows under an article: `?comments=2` and `?order=newest` choose the page, `?reply-to=12` what the
 * form answers, `?reply=mailed` tells the writer what happens next. Undefined for a page of comments that is not there.
 */
export async function findCommentSection(article: OfArticle, query: Query, now: Date) {
  const settings = await findSettings();
  dependsOn(commentsTag(article.id));
  changesAt(laterThan(now, commentsCloseAt(article, settings)));
  const order = orderOf(query.order);
  const number = numberOf(query.comments) ?? 1;
  const page = await listPublishedComments(article.id, { order, page: number });
  if (number > page.pages) return undefined;
  const answered = answeredForm("reply");
  const parentId = numberOf(answered ? answered.values.parentId : query["reply-to"]);
  return {
    articlePath: articlePath(article.section.slug, article.slug),
    count: article.commentCount,
    page,
    order,
    closed: commentsClosed(article, settings, now),
    posted: answered ? undefined : nextSteps.find((step) => step === query.reply),
    replyTo: parentId === undefined ? undefined : await findCommentToAnswer(article.id, parentId),
    answered,
    stamp: formStamp(article.id, now),
    language: settings.language,
    timeZone: settings.timeZone,
  };
}

/** Who a comment that was just posted waits for: a moderator, or perhaps only its writer. */
const nextSteps = ["held", "mailed"] as const;

const orderOf = (given: Query[string]): CommentOrder => commentOrders.find((order) => order === given) ?? "oldest";

function numberOf(given: Query[string]): number | undefined {
  return typeof given === "string" && /^[1-9]\d{0,9}$/.test(given) ? Number(given) : undefined;
}

const laterThan = (now: Date, moment: Date | undefined) => (moment && moment > now ? moment : undefined);
