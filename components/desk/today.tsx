import Link from "next/link";
import type { ReactNode } from "react";
import { deskClock } from "./desk-clock.tsx";
import styles from "./today.module.css";

type Article = { id: number; headline: string; section: string; at: Date | null };

type ListProps = {
  title: string;
  articles: readonly Article[];
  /** What stands there while nothing does. */
  nothing: string;
  timeZone: string;
  now: Date;
};

/** One of the desk's short lists: what waits, what is ready, what went out. */
export function TodayList({ title, articles, nothing, timeZone, now }: ListProps) {
  const clock = deskClock(timeZone, now);
  return (
    <section className={styles.list}>
      <h2>{title}</h2>
      {articles.length === 0 ? (
        <p className={styles.nothing}>{nothing}</p>
      ) : (
        <ul>
          {articles.map(({ id, headline, section, at }) => (
            <li key={id}>
              <Link href={`/desk/articles/${id}`} prefetch={false}>
                {headline || "Untitled"}
              </Link>
              <p>
                {section}
                {at && <> · {clock(at)}</>}
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

export function TodayGrid({ children }: { children: ReactNode }) {
  return <div className={styles.grid}>{children}</div>;
}

/** Something that waits for this person. */
export function TodayNotice({ href, note, children }: { href: string; note?: string; children: ReactNode }) {
  return (
    <Link href={href} className={styles.notice} prefetch={false}>
      <strong>{children}</strong>
      {note && <span>{note}</span>}
    </Link>
  );
}
