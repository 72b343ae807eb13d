import { textDirection } from "#core/language";
import { articlePath } from "#core/paths";
import styles from "./trending.module.css";

type Props = {
  articles: readonly {
    id: number;
    slug: string;
    section: { slug: string; name: string };
    headline: string;
    language: string | null;
  }[];
};

/** What is read most at present. Nothing at all where nothing has been read yet. */
export function Trending({ articles }: Props) {
  if (articles.length === 0) return null;
  return (
    <section className={styles.trending} aria-labelledby="trending">
      <h2 className={styles.title} id="trending">
        Trending
      </h2>
      <ol className={styles.list}>
        {articles.map(({ id, slug, section, headline, language }) => (
          <li key={id}>
            <p className={styles.section}>{section.name}</p>
            <a
              href={articlePath(section.slug, slug)}
              lang={language ?? undefined}
              dir={language ? textDirection(language) : undefined}
            >
              {headline}
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}
