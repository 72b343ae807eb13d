import { LONGEST_NOTE } from "#core/note";
import styles from "./preview-notes.module.css";

type Props = {
  notes: readonly { id: number; passage: string; text: string; authorName: string }[];
  /** The form as it was sent and refused, with every typed word. */
  answered: { values: Readonly<Record<string, string>>; errors: Readonly<Record<string, string>> } | undefined;
  wasNoted: boolean;
};

/** Under a draft that an outsider reads: the open notes left with the same link, and a form for one. Needs no account. */
export function PreviewNotes({ notes, answered, wasNoted }: Props) {
  const { values = {}, errors = {} } = answered ?? {};
  const field = (name: string) => ({
    id: `note-${name}`,
    name,
    defaultValue: values[name] ?? "",
    "aria-invalid": errors[name] ? true : undefined,
    "aria-describedby": errors[name] ? `note-${name}-error` : undefined,
  });
  const refusal = (name: string) =>
    errors[name] && (
      <p id={`note-${name}-error`} className={styles.error}>
        {errors[name]}
      </p>
    );
  return (
    <section id="notes" className={styles.notes} aria-labelledby="notes-title">
      <h2 id="notes-title">Notes on this draft</h2>
      {wasNoted && (
        <p role="status" className={styles.done}>
          Your note is with the editors. Thank you.
        </p>
      )}
      {notes.map(({ id, passage, text, authorName }) => (
        <div key={id} className={styles.note}>
          {passage && <blockquote>{passage}</blockquote>}
          <p>{text}</p>
          <p className={styles.author}>{authorName}</p>
        </div>
      ))}
      <form method="post" action="#notes" className={styles.form}>
        <input type="hidden" name="form" value="preview-note" />
        {errors.form && (
          <p role="alert" className={styles.error}>
            {errors.form}
          </p>
        )}
        <label htmlFor="note-passage">About these words, if about some (select or copy them above)</label>
        <textarea {...field("passage")} rows={2} />
        {refusal("passage")}
        <label htmlFor="note-text">Your note</label>
        <textarea {...field("text")} rows={4} maxLength={LONGEST_NOTE} required />
        {refusal("text")}
        <label htmlFor="note-name">Your name</label>
        <input {...field("name")} autoComplete="name" required />
        {refusal("name")}
        <button type="submit">Leave the note</button>
      </form>
    </section>
  );
}
