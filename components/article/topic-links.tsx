import { topicPath } from "#core/paths";
import styles from "./topic-links.module.css";

export function TopicLinks({ topics }: { topics: readonly { slug: string; name: string }[] }) {
  if (topics.length === 0) return null;
  return (
    <nav className={styles.topics} aria-label="Topics of this article">
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
