import { reportReasons, reportWords } from "#core/comment-report";
import { CommentText } from "./comment-text.tsx";
import { Field } from "./field.tsx";
import styles from "./private-page.module.css";

type Props = {
  comment: { id: number; authorName: string; text: string };
  back: string;
  answered: { values: Readonly<Record<string, string>>; errors: Readonly<Record<string, string>> } | undefined;
};

/** Asks what is wrong with a comment. */
export function ReportForm({ comment, back, answered }: Props) {
  const { values = {}, errors = {} } = answered ?? {};
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>Report a comment</h1>
      {errors.form && (
        <p className={styles.refused} role="alert">
          {errors.form}
        </p>
      )}
      <blockquote className={styles.words}>
        <CommentText text={comment.text} />
        <footer>
          <bdi>{comment.authorName}</bdi>
        </footer>
      </blockquote>
      <form className={styles.part} method="post" action={`/replies/report/${comment.id}`} noValidate>
        <input type="hidden" name="form" value="report" />
        <fieldset className={styles.choices} aria-describedby={errors.reason ? "reason-error" : undefined}>
          <legend>What is wrong with it?</legend>
          {errors.reason && (
            <p className={styles.error} id="reason-error">
              {errors.reason}
            </p>
          )}
          {reportReasons.map((reason) => (
            <label key={reason}>
              <input type="radio" name="reason" value={reason} defaultChecked={values.reason === reason} />{" "}
              {reportWords[reason]}
            </label>
          ))}
        </fieldset>
        <Field name="words" label="Anything a moderator should know" value={values.words ?? ""} error={errors.words}>
          {(input) => <textarea {...input} rows={3} />}
        </Field>
        <button className={styles.button} type="submit">
          Send the report
        </button>{" "}
        <a href={back}>Back to the article</a>
      </form>
    </div>
  );
}
