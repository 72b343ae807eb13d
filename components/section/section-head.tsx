import type { ReactNode } from "react";
import styles from "./section-head.module.css";

type Props = { label?: string; title: string; children?: ReactNode };

/** The head of a page that lists: a section, a topic. */
export function SectionHead({ label, title, children }: Props) {
  return (
    <header className={styles.head}>
      {label && <p className={styles.label}>{label}</p>}
      <h1 className={styles.title}>{title}</h1>
      {children && <div className={styles.description}>{children}</div>}
    </header>
  );
}
