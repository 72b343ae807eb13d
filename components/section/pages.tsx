import styles from "./pages.module.css";

type Props = { number: number; newerHref: string | undefined; olderHref: string | undefined };

/** The way to the newer and the older pages of a list. */
export function Pages({ number, newerHref, olderHref }: Props) {
  if (!newerHref && !olderHref) return null;
  return (
    <nav className={styles.pages} aria-label="Pages">
      {newerHref && (
        <a href={newerHref} rel="prev">
          ← Newer stories
        </a>
      )}
      <span className={styles.number}>Page {number}</span>
      {olderHref && (
        <a href={olderHref} rel="next">
          Older stories →
        </a>
      )}
    </nav>
  );
}
