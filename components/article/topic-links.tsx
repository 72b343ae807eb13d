import { topicPath } from "#core/paths";
import styles from "./topic-links.module.css";

type Props = { topics: readonly { slug: string; name: string }[]; language: string };

/** `language` is that of the publication, in which topics are named. */
export function TopicLinks({ topics, language }: Props) {
  if (topics.length === 0) return null;
  return (
    <nav className={styles.topics} aria-label="Topics of this article" lang={language}>
      <p className={styles.label}>Topics</p>
      <ul>
        {topics.map(({ slug, name }) => (
          <li key={slug}>
            <a href={topicPath(slug)}>{name}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
