import type { ReactNode } from "react";
import styles from "./empty-note.module.css";

/** What stands where there is nothing to list. */
export function EmptyNote({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className={styles.note}>
      <p className={styles.title}>{title}</p>
      {children && <p>{children}</p>}
    </div>
  );
}
