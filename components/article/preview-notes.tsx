import { LONGEST_NOTE, type NoteOnDraft } from "#core/note";
import styles from "./preview-notes.module.css";

type Answered = { values: Readonly<Record<string, string>>; errors: Readonly<Record<string, string>> };

type Props = {
  notes: readonly NoteOnDraft[];
  /** The form as it was sent and refused, with every typed word. */
  answered: Answered | undefined;
  wasNoted: boolean;
};

/** Under a draft that an outsider reads: the open notes left with the same link, and a form for one. Needs no account. */
export function PreviewNotes({ notes, answered, wasNoted }: Props) {
  const answeredNote = answered?.values.noteId ?? "";
  return (
    <section id="notes" className={styles.notes} aria-labelledby="notes-title">
      <h2 id="notes-title">Notes on this draft</h2>
      {wasNoted && (
        <p role="status" className={styles.done}>
          Your note is with the editors. Thank you.
        </p>
      )}
      {notes.map(({ id, passage, text, authorName, replies }) => (
        <div key={id} className={styles.note}>
          {passage && <blockquote>{passage}</blockquote>}
          <p>{text}</p>
          <p className={styles.author}>{authorName}</p>
          {replies.map((reply) => (
            <div key={reply.id} className={styles.reply}>
              <p>{reply.text}</p>
              <p className={styles.author}>{reply.authorName}</p>
            </div>
          ))}
          <details className={styles.answer} open={answeredNote === String(id)}>
            <summary>Reply</summary>
            <OutsidersForm noteId={id} answered={answeredNote === String(id) ? answered : undefined} />
          </details>
        </div>
      ))}
      <OutsidersForm answered={notes.some(({ id }) => answeredNote === String(id)) ? undefined : answered} />
    </section>
  );
}

/** For a note, or for a reply to the one of that number. */
function OutsidersForm({ noteId, answered }: { noteId?: number; answered: Answered | undefined }) {
  const { values = {}, errors = {} } = answered ?? {};
  const before = noteId === undefined ? "note" : `reply-${noteId}`;
  const field = (name: string) => ({
    id: `${before}-${name}`,
    name,
    defaultValue: values[name] ?? "",
    "aria-invalid": errors[name] ? true : undefined,
    "aria-describedby": errors[name] ? `${before}-${name}-error` : undefined,
  });
  const refusal = (name: string) =>
    errors[name] && (
      <p id={`${before}-${name}-error`} className={styles.error}>
        {errors[name]}
      </p>
    );
  return (
    <form method="post" action="#notes" className={styles.form}>
      <input type="hidden" name="form" value="preview-note" />
      {noteId !== undefined && <input type="hidden" name="noteId" value={noteId} />}
      {errors.form && (
        <p role="alert" className={styles.error}>
          {errors.form}
        </p>
      )}
      {noteId === undefined && (
        <>
          <label htmlFor="note-passage">About these words, if about some (select or copy them above)</label>
          <textarea {...field("passage")} rows={2} />
          {refusal("passage")}
        </>
      )}
      <label htmlFor={`${before}-text`}>{noteId === undefined ? "Your note" : "Your reply"}</label>
      <textarea {...field("text")} rows={noteId === undefined ? 4 : 3} maxLength={LONGEST_NOTE} required />
      {refusal("text")}
      <label htmlFor={`${before}-name`}>Your name</label>
      <input {...field("name")} autoComplete="name" required />
      {refusal("name")}
      <button type="submit">{noteId === undefined ? "Leave the note" : "Send the reply"}</button>
    </form>
  );
}
