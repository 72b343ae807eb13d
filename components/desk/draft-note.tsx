import type { ReactNode } from "react";
import styles from "./preview-frame.module.css";

type Props = {
  note: {
    passage: string;
    text: string;
    authorName: string;
    isOutsider: boolean;
    createdAt: Date;
    resolvedAt: Date | null;
  };
  clock: (at: Date) => string;
  children: ReactNode;
};

/** A note on a draft: the words it is about, what it says, who says it. */
export function DraftNote({ note, clock, children }: Props) {
  return (
    <div className={note.resolvedAt ? `${styles.note} ${styles.settled}` : styles.note}>
      {note.passage && <blockquote>{note.passage}</blockquote>}
      <p>{note.text}</p>
      <p className={styles.author}>
        {note.authorName}
        {note.isOutsider && " (with a preview link)"}, {clock(note.createdAt)}
        {note.resolvedAt && " · settled"}
      </p>
      {children}
    </div>
  );
}
