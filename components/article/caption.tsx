import styles from "./caption.module.css";

/** What a picture shows, and whose it is. */
export function Caption({ caption, credit }: { caption: string; credit: string }) {
  if (!caption && !credit) return null;
  return (
    <figcaption className={styles.caption}>
      {caption} {credit && <small className={styles.credit}>{credit}</small>}
    </figcaption>
  );
}
