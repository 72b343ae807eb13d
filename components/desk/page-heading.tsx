import type { ReactNode } from "react";
import styles from "./page-heading.module.css";

type Props = {
  title: string;
  /** One sentence, where the title does not say it all. */
  about?: ReactNode;
  /** The page's main button, and perhaps one beside it. */
  children?: ReactNode;
};

export function PageHeading({ title, about, children }: Props) {
  return (
    <header className={styles.heading}>
      <div>
        <h1 className={styles.title}>{title}</h1>
        {about && <p className={styles.about}>{about}</p>}
      </div>
      {children && <div className={styles.actions}>{children}</div>}
    </header>
  );
}
