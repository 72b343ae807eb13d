import type { ReactNode } from "react";
import styles from "./panel.module.css";

/** A part of a page with a heading of its own. */
export function Panel({ title, about, children }: { title?: string; about?: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.panel}>
      {title && <h2 className={styles.title}>{title}</h2>}
      {about && <p className={styles.about}>{about}</p>}
      {children}
    </section>
  );
}

export type Tone = "plain" | "good" | "warn" | "danger" | "accent";

/** A state in one word: "Draft", "Invited". */
export function Badge({ tone = "plain", children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`${styles.badge} ${styles[tone]}`}>{children}</span>;
}

/** A sentence that matters to the page as a whole. Read aloud at once where it is a refusal. */
export function Notice({ tone = "plain", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <div role={tone === "danger" ? "alert" : "status"} className={`${styles.notice} ${styles[tone]}`}>
      {children}
    </div>
  );
}

/** What a list says while nothing is on it, and what to do about that. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p className={styles.emptyTitle}>{title}</p>
      {children && <div className={styles.emptyWords}>{children}</div>}
    </div>
  );
}
