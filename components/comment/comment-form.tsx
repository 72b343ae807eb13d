import { MOST_MAILS_AN_HOUR } from "#core/comment-deeds";
import styles from "./comment-form.module.css";
import { Field } from "./field.tsx";

export type CommentFormProps = {
  articlePath: string;
  replyTo: { id: number; authorName: string } | undefined;
  /** What the reader has just sent and has to mend. */
  answered: { values: Readonly<Record<string, string>>; errors: Readonly<Record<string, string>> } | undefined;
  /** What the reader has just posted waits: for a moderator, or perhaps (`mailed`) only for a click behind the mailed link. */
  posted: "held" | "mailed" | undefined;
  /** Proves that the form is ours. */
  stamp: string;
};

const labels: Record<string, string> = { text: "Comment", name: "Name", email: "Email", website: "Website" };

/** The form under an article. Plain HTML: it works, and keeps every typed word, with scripts off. */
export function CommentForm({ articlePath, replyTo, answered, posted, stamp }: CommentFormProps) {
  const values = answered?.values ?? {};
  const errors = answered?.errors ?? {};
  const field = (name: string) => ({ name, value: values[name] ?? "", error: errors[name] });
  return (
    <section className={styles.respond} id="respond" aria-labelledby="respond-heading" data-later="">
      {posted && <WhatHappensNext posted={posted} />}
      <h2 className={styles.heading} id="respond-heading">
        {replyTo ? (
          <>
            Leave a Reply to{" "}
            <a href={`#comment-${replyTo.id}`}>
              <bdi>{replyTo.authorName}</bdi>
            </a>
          </>
        ) : (
          "Leave a Reply"
        )}
      </h2>
      {replyTo && (
        <p className={styles.cancel}>
          <a href={`${articlePath}#respond`}>Cancel reply</a>
        </p>
      )}
      {answered && <Summary errors={errors} />}
      <form className={styles.form} method="post" action={`${articlePath}#respond`} data-form="reply" noValidate>
        <input type="hidden" name="form" value="reply" />
        <input type="hidden" name="stamp" value={stamp} />
        {/* Filled in by the script where it runs; a reader without it is not asked. */}
        <input type="hidden" name="seconds" />
        <input type="hidden" name="parentId" value={answered ? values.parentId : (replyTo?.id ?? "")} />
        <p className={styles.promise}>Your email address will not be published. Required fields are marked *</p>
        <Field {...field("text")} label="Comment" required>
          {(input) => <textarea {...input} className={styles.words} rows={7} />}
        </Field>
        <div className={styles.person}>
          <Field {...field("name")} label="Name" required>
            {(input) => <input {...input} autoComplete="name" maxLength={200} />}
          </Field>
          <Field {...field("email")} label="Email" required>
            {(input) => <input {...input} type="email" autoComplete="email" spellCheck={false} />}
          </Field>
          <Field {...field("website")} label="Website">
            {(input) => <input {...input} type="url" autoComplete="url" inputMode="url" spellCheck={false} />}
          </Field>
        </div>
        <p className={styles.trap} aria-hidden="true">
          <label>
            Leave this empty <input name="topic" tabIndex={-1} autoComplete="off" />
          </label>
        </p>
        <p className={styles.choice}>
          <label>
            <input type="checkbox" name="follow" defaultChecked={values.follow === "on"} /> Email me when somebody
            replies
          </label>
        </p>
        <p className={styles.choice} data-remember hidden suppressHydrationWarning>
          <label>
            <input type="checkbox" /> Remember my name and email on this device
          </label>
        </p>
        <div className={styles.send}>
          <button type="submit">Post Comment</button>
          <a href="/privacy">What we keep, and for how long</a>
        </div>
      </form>
    </section>
  );
}

function WhatHappensNext({ posted }: { posted: NonNullable<CommentFormProps["posted"]> }) {
  return (
    <div className={styles.held} role="status">
      <p>
        <strong>
          Thank you. Your comment is waiting{posted === "held" ? " for a moderator" : ": please look at your mail"}.
        </strong>
      </p>
      {posted === "held" ? (
        <p>
          Nobody else can see it yet. It will stand here once it has been approved; there is no need to send it again.
        </p>
      ) : (
        <p>
          Nobody else can see it yet. Open the private link we mail to the address you gave, and confirm there that you
          wrote it. If comments of yours have been approved here before, it then stands here at once; else, or where
          something in it is to be looked at, a moderator reads it first.
        </p>
      )}
      <p>
        {posted === "held" ? "With the private link we mail to you" : "With the same link"} you can change the comment,
        take it back, or confirm that you want to hear of replies. An address gets up to {MOST_MAILS_AN_HOUR} of these
        mails in an hour{posted === "mailed" && "; the link in each lists what else waits for you"}.
      </p>
    </div>
  );
}

/** Says that the comment was not posted, and leads to each field that has to be mended. */
function Summary({ errors }: { errors: Readonly<Record<string, string>> }) {
  const { form, ...ofFields } = errors;
  return (
    <div className={styles.summary} role="alert" tabIndex={-1}>
      <p>
        <strong>Your comment was not posted.</strong> {form}
      </p>
      {Object.keys(ofFields).length > 0 && (
        <ul>
          {Object.entries(ofFields).map(([name, words]) => (
            <li key={name}>
              <a href={`#respond-${name}`}>
                {labels[name]}: {words}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
