import type { ReactNode } from "react";
import styles from "./private-page.module.css";

/** A page that tells one thing. */
export function NoticePage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{title}</h1>
      {children}
    </div>
  );
}
