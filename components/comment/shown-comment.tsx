import type { PublishedComment } from "#core/comment-thread";
import { momentInWords } from "#core/dates";
import { CommentText } from "./comment-text.tsx";
import styles from "./shown-comment.module.css";

/** Colours to tell writers apart at a glance. */
const COLOURS = 8;

/** Made of the name as it is shown, and of nothing else: whoever comes back in a conversation keeps the colour. */
const colourOf = (name: string): number =>
  [...name.trim().toLowerCase()].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % COLOURS;

type Props = {
  comment: PublishedComment;
  language: string;
  timeZone: string;
  /** The address of the page of comments it stands on. */
  pagePath: string;
  /** Absent where comments are closed. */
  replyLink: string | undefined;
};

/** One comment: who, when, what, and ways to answer it or to tell a moderator. */
export function ShownComment({ comment, language, timeZone, pagePath, replyLink }: Props) {
  const { id, authorName, website, byStaff, postedAt, editedAt, inReplyTo, level } = comment;
  return (
    <article className={byStaff ? `${styles.comment} ${styles.byStaff}` : styles.comment} id={`comment-${id}`}>
      <span className={`${styles.initial} ${styles[`colour${colourOf(authorName)}`]}`} aria-hidden="true">
        {initialOf(authorName)}
      </span>
      <header className={styles.head}>
        <bdi className={styles.author}>
          {website ? (
            <a href={website} rel="ugc nofollow">
              {authorName}
            </a>
          ) : (
            authorName
          )}
        </bdi>
        {byStaff && <span className={styles.staff}>Staff</span>}
        <a className={styles.moment} href={`${pagePath}#comment-${id}`}>
          <time dateTime={postedAt.toISOString()}>{momentInWords(postedAt, timeZone, language)}</time>
        </a>
        {editedAt && <span className={styles.edited}>edited</span>}
      </header>
      {inReplyTo && level > 1 && (
        <p className={styles.answers}>
          in reply to{" "}
          <a href={`#comment-${inReplyTo.id}`}>
            {inReplyTo.authorName === undefined ? "a removed comment" : <bdi>{inReplyTo.authorName}</bdi>}
          </a>
        </p>
      )}
      <div className={styles.text}>
        <CommentText text={comment.text} />
      </div>
      <footer className={styles.actions}>
        {replyLink && (
          <a href={replyLink} rel="nofollow" aria-label={`Reply to ${authorName}`}>
            Reply
          </a>
        )}
        <a href={`/replies/report/${id}`} rel="nofollow" aria-label={`Report the comment by ${authorName}`}>
          Report
        </a>
      </footer>
    </article>
  );
}

/** Making one takes longer than the rest of a comment. */
const letters = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** The first letter as people see it, which may be more than one character of the machine's (in ASCII never). */
function initialOf(name: string): string {
  if (/^[!-~]{2}/.test(name)) return name.charAt(0).toUpperCase();
  const [first] = letters.segment(name);
  return first?.segment.toLocaleUpperCase() ?? "";
}
