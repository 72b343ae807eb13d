import styles from "./kicker.module.css";

/** The few words above a headline. */
export function Kicker({ children }: { children: string }) {
  return children === "" ? null : <p className={styles.kicker}>{children}</p>;
}
