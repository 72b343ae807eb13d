import type { Footnote } from "#core/document";
import styles from "./body.module.css";
import type { BodyContext } from "./body-context";
import { MarkedText } from "./body-text";

/** The notes of a body at its foot, each with a way back to where it was called. */
export function Footnotes({ notes, context }: { notes: readonly Footnote[]; context: BodyContext }) {
  if (notes.length === 0) return null;
  return (
    <section className={styles.notes} aria-label="Notes" role="doc-endnotes">
      <ol>
        {notes.map((note, index) => {
          const id = context.noteId(index + 1);
          return (
            <li id={id} key={id}>
              {(note.content ?? []).map((node, place) => (
                <MarkedText key={String(place)} node={node} />
              ))}{" "}
              <a href={`#${id}-reference`} role="doc-backlink" aria-label={`Back to reference ${index + 1}`}>
                ↩
              </a>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
