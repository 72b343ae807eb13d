import type { ReactNode } from "react";
import styles from "./gate.module.css";

type Props = { publication: string; title: string; about?: ReactNode; children: ReactNode; below?: ReactNode };

/** A page before the desk: signing in, choosing a password. */
export function Gate({ publication, title, about, children, below }: Props) {
  return (
    <main className={styles.gate}>
      <p className={styles.mark}>
        {publication} <span>Desk</span>
      </p>
      <div className={styles.card}>
        <h1 className={styles.title}>{title}</h1>
        {about && <p className={styles.about}>{about}</p>}
        {children}
      </div>
      {below && <div className={styles.below}>{below}</div>}
    </main>
  );
}
