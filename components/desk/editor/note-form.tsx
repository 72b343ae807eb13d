import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { LONGEST_NOTE } from "#core/note";
import styles from "./context-bar.module.css";
import { shortened } from "./note-words.ts";
import type { UsedNotes } from "./use-notes.ts";

type Props = { passage: string; send: UsedNotes["send"]; onLeave: () => void };

/** Asks for a note on what was selected. Ctrl Enter sends it, Escape leaves it. */
export function NoteForm({ passage, send, onLeave }: Props) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [refused, setRefused] = useState<string>();
  const [pending, setPending] = useState(false);
  useEffect(() => field.current?.focus(), []);
  const leaveNote = async (event: FormEvent) => {
    event.preventDefault();
    const text = field.current?.value.trim() ?? "";
    if (text === "") {
      setRefused("Please write a note.");
      field.current?.focus();
      return;
    }
    setPending(true);
    setRefused(await send(text));
    setPending(false);
  };
  return (
    <form className={styles.note} onSubmit={leaveNote}>
      <label htmlFor={id}>{passage ? <q>{shortened(passage)}</q> : "Note on the article as a whole"}</label>
      <textarea
        ref={field}
        id={id}
        aria-label={passage ? "Note on these words" : "Note on the article"}
        aria-invalid={refused ? true : undefined}
        rows={2}
        maxLength={LONGEST_NOTE}
        placeholder="What colleagues should know. Readers never see it."
        onKeyDown={(event) => {
          if (event.key === "Escape") onLeave();
          else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
        }}
      />
      <button type="submit" disabled={pending}>
        Leave the note
      </button>
      <button type="button" onClick={onLeave}>
        Never mind
      </button>
      {refused && <p role="alert">{refused}</p>}
    </form>
  );
}
