import { type CommentOrder, commentsPagePath, type PageOfComments } from "#core/comment-thread";
import type { ClosedReason } from "#core/comments-open";
import { CommentForm, type CommentFormProps } from "./comment-form.tsx";
import styles from "./comment-section.module.css";
import { RemovedNote } from "./removed-note.tsx";
import { ShownComment } from "./shown-comment.tsx";

export type CommentSectionProps = Pick<CommentFormProps, "replyTo" | "answered" | "stamp" | "posted"> & {
  articlePath: string;
  count: number;
  page: PageOfComments;
  order: CommentOrder;
  closed: ClosedReason | undefined;
  language: string;
  timeZone: string;
};

const closedWords: Record<ClosedReason, string> = {
  everywhere: "Comments are closed.",
  article: "Comments on this article are closed.",
  time: "Comments on this article have closed.",
};

/** Everything about comments under an article: what was said, and the form to say something. */
export function CommentSection(props: CommentSectionProps) {
  const { articlePath, count, page, order, closed, language, timeZone } = props;
  const replyLink = (id: number) =>
    `${articlePath}?${new URLSearchParams({ ...pageQuery(page.page, order), "reply-to": String(id) })}#respond`;
  return (
    <section className={styles.section} id="comments" aria-labelledby="comments-heading">
      <div className={styles.head}>
        <h2 className={styles.heading} id="comments-heading">
          {headingWords(count, language)}
        </h2>
        {count > 1 && <Order articlePath={articlePath} order={order} />}
      </div>
      {count === 0 && !closed && <p className={styles.none}>Nobody has commented yet. What do you think?</p>}
      {page.comments.length > 0 && (
        <ol className={styles.list} data-later="each">
          {page.comments.map((comment) => (
            <li className={styles[`level${comment.level}`]} key={comment.id}>
              {"removedBy" in comment ? (
                <RemovedNote comment={comment} />
              ) : (
                <ShownComment
                  comment={comment}
                  language={language}
                  timeZone={timeZone}
                  pagePath={commentsPagePath(articlePath, page.page, order)}
                  replyLink={closed ? undefined : replyLink(comment.id)}
                />
              )}
            </li>
          ))}
        </ol>
      )}
      {page.pages > 1 && <Pages articlePath={articlePath} page={page} order={order} />}
      {closed && !props.answered ? (
        <p className={styles.closed} id="respond">
          {closedWords[closed]}
        </p>
      ) : (
        <CommentForm {...props} />
      )}
    </section>
  );
}

function headingWords(count: number, language: string): string {
  if (count === 0) return "Comments";
  return count === 1 ? "1 Comment" : `${count.toLocaleString(language)} Comments`;
}

function pageQuery(page: number, order: CommentOrder): Record<string, string> {
  return { ...(order !== "oldest" && { order }), ...(page > 1 && { comments: String(page) }) };
}

function Order({ articlePath, order }: { articlePath: string; order: CommentOrder }) {
  const choices = { oldest: "Oldest first", newest: "Newest first" } as const;
  return (
    <nav className={styles.order} aria-label="Order of comments">
      {(["oldest", "newest"] as const).map((choice) => (
        <a
          href={`${commentsPagePath(articlePath, 1, choice)}#comments`}
          aria-current={choice === order ? "true" : undefined}
          rel={choice === "oldest" ? undefined : "nofollow"}
          key={choice}
        >
          {choices[choice]}
        </a>
      ))}
    </nav>
  );
}

function Pages({
  articlePath,
  page: { page, pages },
  order,
}: Pick<CommentSectionProps, "articlePath" | "page" | "order">) {
  const to = (number: number) => `${commentsPagePath(articlePath, number, order)}#comments`;
  return (
    <nav className={styles.pages} aria-label="Pages of comments">
      {page > 1 ? (
        <a href={to(page - 1)} rel="prev">
          Earlier page
        </a>
      ) : (
        <span />
      )}
      <span>
        Page {page} of {pages}
      </span>
      {page < pages ? (
        <a href={to(page + 1)} rel="next">
          Next page
        </a>
      ) : (
        <span />
      )}
    </nav>
  );
}
