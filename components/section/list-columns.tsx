import type { ReactNode } from "react";
import styles from "./list-columns.module.css";

/** A list with something narrow beside it where there is room, below it where there is not. */
export function ListColumns({ children, beside }: { children: ReactNode; beside: ReactNode }) {
  return (
    <div className={styles.columns}>
      <div>{children}</div>
      <div className={styles.beside}>{beside}</div>
    </div>
  );
}
