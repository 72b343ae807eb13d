import type { CommentStatus } from "#core/comment";
import { EDIT_MINUTES } from "#core/comment-deeds";
import { excerptOf } from "#core/comment-text";
import { momentInWords } from "#core/dates";
import { CommentText } from "./comment-text.tsx";
import { Field } from "./field.tsx";
import { PostButton } from "./post-button.tsx";
import styles from "./private-page.module.css";

type Props = {
  path: string;
  comment: {
    id: number;
    text: string;
    status: CommentStatus;
    headline: string | null;
    postedAt: Date;
    editableUntil: Date | undefined;
    /** Nothing but its writer's word keeps it from the page. */
    waitsForWriter: boolean;
  };
  articlePath: string;
  follows: "no" | "asked" | "yes";
  confirmed: boolean;
  /** Other comments under the address that wait for its owner alone. */
  alsoWaiting: readonly { id: number; text: string }[];
  /** How many comments the owner of the link has here. */
  written: number;
  answered: { values: Readonly<Record<string, string>>; errors: Readonly<Record<string, string>> } | undefined;
  done: string | undefined;
  language: string;
  timeZone: string;
};

const standing: Record<CommentStatus, string> = {
  approved: "It can be read on the page.",
  held: "It waits for a moderator. Nobody else can see it yet.",
  // Whoever sends spam is told what everybody is told.
  spam: "It waits for a moderator. Nobody else can see it yet.",
  removed: "It has been removed.",
};

const waitsForYou = "It waits for you. Nobody else can see it yet.";

const doneWords: Record<string, string> = {
  edited: "Your new words are on the page.",
  "edited-held": "Your new words have been kept. A moderator will look at them before others can see them.",
  deleted: "Your comment has been taken back, and its words are gone.",
  followed: "You will get a mail when somebody replies.",
  stopped: "You will get no more mails about replies.",
  shown: "Thank you. The comment is on the page.",
  confirmed: "Thank you. We know now that this address is yours.",
};

/** Behind the private link: where a comment stands, and everything its writer may do with it. */
export function PrivatePage(props: Props) {
  const { path, comment, articlePath, confirmed, answered, done, language, timeZone } = props;
  const gone = comment.text === "";
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>Your comment</h1>
      {done && doneWords[done] && (
        <p className={styles.done} role="status">
          {doneWords[done]}
        </p>
      )}
      {answered?.errors.form && (
        <p className={styles.refused} role="alert">
          {answered.errors.form}
        </p>
      )}
      <p className={styles.standing}>
        Under{" "}
        <a href={comment.status === "approved" ? `${articlePath}#comment-${comment.id}` : articlePath}>
          {comment.headline}
        </a>
        , {momentInWords(comment.postedAt, timeZone, language)}.{" "}
        <strong>{comment.waitsForWriter ? waitsForYou : standing[comment.status]}</strong>
      </p>
      {!gone && (
        <blockquote className={styles.words}>
          <CommentText text={comment.text} />
        </blockquote>
      )}
      {!gone && (!confirmed || comment.waitsForWriter) && <Confirm {...props} />}
      {props.alsoWaiting.length > 0 && <AlsoWaiting {...props} />}
      {!gone && <Replies {...props} />}
      {!gone && <Words {...props} />}
      <Everything {...props} />
      <section className={styles.part}>
        <h2>This link</h2>
        <p>
          Whoever has it can do all of this. If you have passed the mail on, or used a machine of somebody else, end it.
        </p>
        <PostButton action={path} form="manage" deed="end-link" label="End this link" />
      </section>
    </div>
  );
}

function Confirm({ path, comment }: Props) {
  return (
    <section className={styles.part}>
      <h2>Did you write this?</h2>
      <p>
        {comment.waitsForWriter
          ? "Anybody could have typed your address. Say that it was you, and the comment is on the page at once."
          : "Anybody could have typed your address. Say that it was you: once a comment of yours has been approved, later ones need no moderator."}
      </p>
      <PostButton action={path} form="manage" deed="confirm" label="Yes, I wrote this comment" main />
      {comment.waitsForWriter && (
        <p className={styles.hint}>If it was somebody else, take it back below. They are not told.</p>
      )}
    </section>
  );
}

function AlsoWaiting({ path, alsoWaiting }: Props) {
  return (
    <section className={styles.part}>
      <h2>{alsoWaiting.length === 1 ? "Another comment waits for you" : "Other comments wait for you"}</h2>
      {alsoWaiting.map(({ id, text }) => (
        <div className={styles.waiting} key={id}>
          <blockquote className={styles.words}>{excerptOf(text, 280)}</blockquote>
          <PostButton action={path} form="manage" deed="confirm" comment={id} label="Yes, I wrote this one too" />
        </div>
      ))}
    </section>
  );
}

function Replies({ path, follows }: Props) {
  return (
    <section className={styles.part}>
      <h2>Replies</h2>
      {follows === "yes" ? (
        <>
          <p>You get a mail when somebody replies to this comment; when many do, one mail for all.</p>
          <PostButton action={path} form="manage" deed="stop" label="Stop these mails" />
        </>
      ) : (
        <>
          <p>
            {follows === "asked"
              ? "You asked for a mail when somebody replies. Please confirm it."
              : "You can get a mail when somebody replies. Each has a link that ends them."}
          </p>
          <PostButton action={path} form="manage" deed="follow" label="Mail me about replies" />
        </>
      )}
    </section>
  );
}

function Words({ path, comment, answered, language, timeZone }: Props) {
  return (
    <section className={styles.part}>
      <h2>Your words</h2>
      {comment.editableUntil || answered?.values.text || answered?.errors.text ? (
        <form method="post" action={path} noValidate>
          <input type="hidden" name="form" value="manage" />
          <Field
            name="text"
            label="Comment"
            value={answered?.values.text || comment.text}
            error={answered?.errors.text}
            required
          >
            {(input) => <textarea {...input} rows={6} />}
          </Field>
          {comment.editableUntil && (
            <p className={styles.hint}>Until {momentInWords(comment.editableUntil, timeZone, language)}.</p>
          )}
          {comment.editableUntil && (
            <button className={styles.button} type="submit" name="deed" value="edit">
              Change the words
            </button>
          )}
        </form>
      ) : (
        <p>
          Words can be changed for {EDIT_MINUTES} minutes, and until somebody has replied. You can still take the
          comment back.
        </p>
      )}
      <PostButton action={path} form="manage" deed="delete" label="Take this comment back" />
    </section>
  );
}

function Everything({ path, written, answered }: Props) {
  return (
    <section className={styles.part}>
      <h2>Everything you wrote here</h2>
      <p>
        <a href={`${path}/export`} download="my-comments.json">
          Take it along
        </a>{" "}
        ({written === 1 ? "1 comment" : `${written} comments`}, without your address).
      </p>
      <form method="post" action={path}>
        <input type="hidden" name="form" value="manage" />
        {answered?.errors.sure && (
          <p className={styles.error} id="sure-error">
            {answered.errors.sure}
          </p>
        )}
        <p>
          <label className={styles.sure}>
            <input type="checkbox" name="sure" aria-describedby={answered?.errors.sure ? "sure-error" : undefined} />{" "}
            Erase all of it, my name and my address. This cannot be undone.
          </label>
        </p>
        <button className={styles.danger} type="submit" name="deed" value="erase">
          Erase everything
        </button>
      </form>
    </section>
  );
}
