import { ArticleCard, type ArticleSummary } from "#components/article/article-card";
import type { Calendar } from "#components/article/day";
import styles from "./article-list.module.css";

type Props = { articles: readonly ArticleSummary[]; calendar: Calendar; headingLevel?: 2 | 3 };

/** Articles below each other. */
export function ArticleList({ articles, calendar, headingLevel = 2 }: Props) {
  return (
    <div className={styles.list}>
      {articles.map((article) => (
        <ArticleCard key={article.id} article={article} layout="row" headingLevel={headingLevel} calendar={calendar} />
      ))}
    </div>
  );
}
