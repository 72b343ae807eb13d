import { useState } from "react";
import type { NoteOnDraft, ReplyToNote } from "#core/note";
import { Ask } from "../ask.tsx";
import { Button } from "../button.tsx";
import { NoteForm } from "./note-form.tsx";
import { shortened } from "./note-words.ts";
import styles from "./notes-panel.module.css";
import type { UsedNotes } from "./use-notes.ts";

type Props = { notes: UsedNotes; clock: (at: Date) => string };

/** What colleagues, and outsiders with a link, have noted on the draft. The words each is about lead to their place. */
export function NotesPanel({ notes, clock }: Props) {
  const { open, resolved } = notes;
  return (
    <div className={styles.panel}>
      {open.length === 0 && <p className={styles.none}>Nothing open. Select words and press Note, or Ctrl Alt M.</p>}
      <ol className={styles.list} aria-label="Open notes">
        {open.map((note) => (
          <ListedNote key={note.id} note={note} notes={notes} clock={clock} />
        ))}
      </ol>
      <Button onClick={notes.begin}>Leave a note</Button>
      {resolved.length > 0 && (
        <details>
          <summary>Resolved: {resolved.length}</summary>
          <ol className={styles.list} aria-label="Resolved notes">
            {resolved.map((note) => (
              <ListedNote key={note.id} note={note} notes={notes} clock={clock} />
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}

type ListedProps = { note: NoteOnDraft; notes: UsedNotes; clock: (at: Date) => string };

/** A note with the words it is about, who wrote it, what was answered, and what can be done with it. */
export function ListedNote({ note, notes, clock }: ListedProps) {
  const [said, setSaid] = useState<string>();
  const [pending, setPending] = useState(false);
  const [isReplying, setReplying] = useState(false);
  const isResolved = note.resolvedAt !== null;
  const ask = async (deed: () => Promise<string | undefined>) => {
    setPending(true);
    setSaid(await deed());
    setPending(false);
  };
  const reply = async (text: string) => {
    const refused = await notes.reply(note, text);
    if (refused === undefined) setReplying(false);
    return refused;
  };
  return (
    <li className={isResolved ? styles.resolved : styles.note}>
      {note.passage &&
        (isResolved ? (
          <q className={styles.passage}>{shortened(note.passage)}</q>
        ) : (
          <button
            type="button"
            className={styles.passage}
            onClick={() => setSaid(notes.jump(note) ? undefined : "These words are no longer in the text.")}
          >
            <q>{shortened(note.passage)}</q>
          </button>
        ))}
      <Written {...note} clock={clock} />
      {note.replies.length > 0 && (
        <ol className={styles.replies} aria-label="Replies">
          {note.replies.map((reply) => (
            <li key={reply.id}>
              <Written {...reply} clock={clock} />
            </li>
          ))}
        </ol>
      )}
      <div className={styles.deeds}>
        <Button kind="quiet" aria-expanded={isReplying} onClick={() => setReplying(true)}>
          Reply
        </Button>
        <Button kind="quiet" disabled={pending} onClick={() => void ask(() => notes.resolve(note, !isResolved))}>
          {isResolved ? "Open again" : "Resolve"}
        </Button>
        {isResolved && (
          <Ask button="Delete" kind="quiet" question={`Delete the note “${shortened(note.text)}”?`}>
            <p>Its replies go with it, and it cannot be brought back. The history of the article keeps what it said.</p>
            {/* What stands below the note is behind the question. */}
            {said && <p role="alert">{said}</p>}
            <Button kind="danger" disabled={pending} onClick={() => void ask(() => notes.remove(note))}>
              Delete the note
            </Button>
          </Ask>
        )}
      </div>
      {isReplying && (
        <NoteForm
          label="Your reply"
          placeholder={
            note.isOutsider ? "Whoever has the same preview link reads it, too." : "Colleagues read it, readers never."
          }
          button="Send"
          send={reply}
          onLeave={() => setReplying(false)}
        />
      )}
      {said && (
        <p role="status" className={styles.said}>
          {said}
        </p>
      )}
    </li>
  );
}

/** Who wrote what, and when. */
function Written({ text, authorName, isOutsider, createdAt, clock }: ReplyToNote & Pick<Props, "clock">) {
  return (
    <>
      <p className={styles.text}>{text}</p>
      <p className={styles.author}>
        {authorName}
        {isOutsider && ", with a preview link"}, {clock(createdAt)}
      </p>
    </>
  );
}
