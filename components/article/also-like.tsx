import styles from "./also-like.module.css";
import { ArticleCard, type ArticleSummary } from "./article-card";
import type { Calendar } from "./day";

type Props = { articles: readonly ArticleSummary[]; calendar: Calendar };

/** What is like the article above, by its topics and its text. */
export function AlsoLike({ articles, calendar }: Props) {
  if (articles.length === 0) return null;
  return (
    <section className={styles.also} aria-labelledby="also-like" data-later="">
      <h2 className={styles.title} id="also-like">
        You may also like
      </h2>
      <div className={styles.row}>
        {articles.map((article) => (
          <ArticleCard
            key={article.id}
            article={article}
            layout="card"
            headingLevel={3}
            calendar={calendar}
            hasStandfirst={false}
          />
        ))}
      </div>
    </section>
  );
}
