/** Why an article takes no comments. */
export type ClosedReason = "everywhere" | "article" | "time";

type OfArticle = { commentsOpen: boolean; commentsCloseAt: Date | null; publishedAt: Date | null };
type OfPublication = { comments: "open" | "closed"; commentsCloseAfterDays: number | null };

const DAY = 86_400_000;

/** The moment at which an article stops taking comments by the clock: its own, or so many days after publication. */
export function commentsCloseAt(article: OfArticle, { commentsCloseAfterDays }: OfPublication): Date | undefined {
  if (article.commentsCloseAt) return article.commentsCloseAt;
  if (commentsCloseAfterDays === null || !article.publishedAt) return undefined;
  return new Date(article.publishedAt.getTime() + commentsCloseAfterDays * DAY);
}

/** Whether an article takes comments now, and if not, why. */
export function commentsClosed(article: OfArticle, publication: OfPublication, now: Date): ClosedReason | undefined {
  if (publication.comments === "closed") return "everywhere";
  if (!article.commentsOpen) return "article";
  const closing = commentsCloseAt(article, publication);
  return closing && closing <= now ? "time" : undefined;
}
