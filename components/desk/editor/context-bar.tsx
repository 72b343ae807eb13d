import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { isSafeHref } from "#core/document";
import styles from "./context-bar.module.css";
import { NoteForm } from "./note-form.tsx";
import { shortened } from "./note-words.ts";
import { ListedNote } from "./notes-panel.tsx";
import { passagesAtCursor } from "./passages.ts";
import type { UsedNotes } from "./use-notes.ts";

type Props = {
  editor: Editor;
  isLinking: boolean;
  onLinked: () => void;
  notes: UsedNotes;
  clock: (at: Date) => string;
};

/** What can be said about the thing that the cursor stands in: where a link leads, whose words a quotation is, notes. */
export function ContextBar({ editor, isLinking, onLinked, notes, clock }: Props) {
  const at = useEditorState({
    editor,
    selector: ({ editor }) => ({
      href: editor.isActive("link") ? String(editor.getAttributes("link").href ?? "") : undefined,
      source: editor.isActive("blockquote") ? String(editor.getAttributes("blockquote").source ?? "") : undefined,
      caption: editor.isActive("table") ? String(editor.getAttributes("table").caption ?? "") : undefined,
      noted: passagesAtCursor(editor.state),
    }),
  });
  if (notes.begun) {
    const { passage } = notes.begun;
    return (
      <NoteForm
        label={passage ? <q>{shortened(passage)}</q> : "Note on the article as a whole"}
        name={passage ? "Note on these words" : "Note on the article"}
        placeholder="What colleagues should know. Readers never see it."
        button="Leave the note"
        send={notes.send}
        onLeave={notes.leaveOff}
      />
    );
  }
  if (isLinking || at.href !== undefined) {
    return <LinkForm key={at.href} editor={editor} href={at.href} takesFocus={isLinking} onLinked={onLinked} />;
  }
  const noted = notes.open.filter(({ id }) => at.noted.includes(String(id)));
  return (
    <>
      {noted.length > 0 && (
        <ul className={styles.noted} aria-label="Notes on these words">
          {noted.map((note) => (
            <ListedNote key={note.id} note={{ ...note, passage: "" }} notes={notes} clock={clock} />
          ))}
        </ul>
      )}
      {at.caption !== undefined && <TableForm editor={editor} caption={at.caption} />}
      {at.source !== undefined && (
        <div className={styles.bar}>
          <label>
            Source{" "}
            <input
              value={at.source}
              placeholder="Whose words these are"
              onChange={(event) =>
                editor.commands.updateAttributes("blockquote", { source: event.currentTarget.value })
              }
            />
          </label>
        </div>
      )}
    </>
  );
}

/** "example.org/a" is meant as a web address. */
function linkAddress(typed: string): string | undefined {
  const address = typed.trim();
  if (address === "") return undefined;
  if (isSafeHref(address)) return address;
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(address)) return `mailto:${address}`;
  const whole = `https://${address}`;
  return /^[^\s:]+\.[^\s:]+/.test(address) && isSafeHref(whole) ? whole : undefined;
}

type LinkProps = { editor: Editor; href: string | undefined; takesFocus: boolean; onLinked: () => void };

function LinkForm({ editor, href, takesFocus, onLinked }: LinkProps) {
  const [typed, setTyped] = useState(href ?? "");
  const [isUnfit, setUnfit] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [takesFocus]);
  const set = (event: FormEvent) => {
    event.preventDefault();
    const address = linkAddress(typed);
    if (!address) {
      setUnfit(true);
      return;
    }
    const chain = editor.chain().focus().extendMarkRange("link");
    if (editor.state.selection.empty && href === undefined) {
      chain.insertContent({ type: "text", text: address, marks: [{ type: "link", attrs: { href: address } }] }).run();
    } else chain.setLink({ href: address }).run();
    onLinked();
  };
  return (
    <form className={styles.bar} onSubmit={set}>
      <label>
        Leads to{" "}
        <input
          ref={field}
          value={typed}
          placeholder="https://…"
          aria-invalid={isUnfit || undefined}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setUnfit(false);
          }}
          onKeyDown={(event) => {
            if (event.key !== "Escape") return;
            onLinked();
            editor.commands.focus();
          }}
        />
      </label>
      <button type="submit">Set the link</button>
      {href !== undefined && (
        <button
          type="button"
          onClick={() => {
            editor.chain().focus().extendMarkRange("link").unsetLink().run();
            onLinked();
          }}
        >
          Take it off
        </button>
      )}
      {isUnfit && <p role="alert">A link leads to a web address, a mail address or a page of this site.</p>}
    </form>
  );
}

function TableForm({ editor, caption }: { editor: Editor; caption: string }) {
  const doing = (words: string, run: () => boolean) => (
    <button type="button" onMouseDown={(event) => event.preventDefault()} onClick={run}>
      {words}
    </button>
  );
  const chain = () => editor.chain().focus();
  return (
    <div className={styles.bar}>
      <label>
        Caption{" "}
        <input
          value={caption}
          placeholder="What the table shows"
          onChange={(event) => editor.commands.updateAttributes("table", { caption: event.currentTarget.value })}
        />
      </label>
      {doing("Row below", () => chain().addRowAfter().run())}
      {doing("Column after", () => chain().addColumnAfter().run())}
      {doing("Header row", () => chain().toggleHeaderRow().run())}
      {doing("Delete row", () => chain().deleteRow().run())}
      {doing("Delete column", () => chain().deleteColumn().run())}
      {doing("Delete table", () => chain().deleteTable().run())}
    </div>
  );
}

/** Asks for the address of a link card. */
export function EmbedForm({ onAddress }: { onAddress: (href: string | undefined) => void }) {
  const field = useRef<HTMLInputElement>(null);
  const [isUnfit, setUnfit] = useState(false);
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      className={styles.bar}
      onSubmit={(event) => {
        event.preventDefault();
        const address = linkAddress(field.current?.value ?? "");
        if (address && /^https?:/.test(address)) onAddress(address);
        else setUnfit(true);
      }}
    >
      <label>
        Card for{" "}
        <input
          ref={field}
          placeholder="https://…"
          aria-invalid={isUnfit || undefined}
          onKeyDown={(event) => event.key === "Escape" && onAddress(undefined)}
        />
      </label>
      <button type="submit">Put the card</button>
      <button type="button" onClick={() => onAddress(undefined)}>
        Leave it
      </button>
      {isUnfit && <p role="alert">A card leads to a web address.</p>}
    </form>
  );
}
