import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { LONGEST_NOTE } from "#core/note";
import { useUnsent } from "../unsent.ts";
import styles from "./context-bar.module.css";

type Props = {
  label: ReactNode;
  /** What the field is called where the label is a quotation. */
  name?: string;
  /** Who will read it. */
  placeholder: string;
  button: string;
  /** Takes what was written. Returns a sentence where it was refused. */
  send: (text: string) => Promise<string | undefined>;
  onLeave: () => void;
};

/** Asks for a note or a reply. Ctrl Enter sends it, Escape leaves an empty one; either leads back to where one was. */
export function NoteForm({ label, name, placeholder, button, send, onLeave }: Props) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [refused, setRefused] = useState<string>();
  const [pending, setPending] = useState(false);
  useUnsent(() => !pending && (field.current?.value ?? "").trim() !== "");
  useEffect(() => {
    const before = document.activeElement;
    field.current?.focus();
    return () => {
      if (before instanceof HTMLElement && document.activeElement === document.body) before.focus();
    };
  }, []);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (pending) return;
    const text = field.current?.value.trim() ?? "";
    if (text === "") {
      setRefused("Please write something first.");
      field.current?.focus();
      return;
    }
    setPending(true);
    setRefused(await send(text));
    setPending(false);
  };
  return (
    <form className={styles.note} onSubmit={submit}>
      <label htmlFor={id}>{label}</label>
      <textarea
        ref={field}
        id={id}
        aria-label={name}
        aria-invalid={refused ? true : undefined}
        aria-describedby={refused ? `${id}-refused` : undefined}
        rows={2}
        maxLength={LONGEST_NOTE}
        placeholder={placeholder}
        readOnly={pending}
        onKeyDown={(event) => {
          // By a key that is pressed by mistake no words go.
          if (event.key === "Escape" && event.currentTarget.value.trim() === "") onLeave();
          else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
        }}
      />
      <button type="submit" aria-disabled={pending || undefined}>
        {button}
      </button>
      <button type="button" onClick={onLeave}>
        Never mind
      </button>
      {refused && (
        <p role="alert" id={`${id}-refused`}>
          {refused}
        </p>
      )}
    </form>
  );
}
