import { VisuallyHidden } from "#components/ui/visually-hidden";
import { textDirection } from "#core/language";
import { articlePath } from "#core/paths";
import type { ArticleSummary } from "./article-card";
import { type Calendar, Day } from "./day";
import styles from "./further-articles.module.css";
import { Picture } from "./picture";

type Props = { sectionName: string; articles: readonly ArticleSummary[]; calendar: Calendar };

/** The section's next articles, below one of them. */
export function FurtherArticles({ sectionName, articles, calendar }: Props) {
  if (articles.length === 0) return null;
  return (
    <section className={styles.further} aria-labelledby="further">
      <h2 className={styles.title} id="further">
        More in {sectionName}
      </h2>
      {articles.map((article) => (
        <FurtherArticle key={article.id} article={article} calendar={calendar} />
      ))}
    </section>
  );
}

function FurtherArticle({ article, calendar }: { article: ArticleSummary; calendar: Calendar }) {
  const path = articlePath(article.section.slug, article.slug);
  const language = article.language ?? undefined;
  const direction = language && textDirection(language);
  return (
    <article className={styles.article}>
      {article.picture && (
        <div className={styles.picture}>
          <Picture picture={article.picture} alt="" place="thumb" isCropped />
        </div>
      )}
      <div className={styles.text}>
        <h3 className={styles.headline} lang={language} dir={direction}>
          <a href={path}>{article.headline}</a>
        </h3>
        <p className={styles.date}>
          <Day at={article.publishedAt} calendar={calendar} />
        </p>
        {article.standfirst && (
          <p className={styles.standfirst} lang={language} dir={direction}>
            {article.standfirst}
          </p>
        )}
        <p className={styles.more}>
          <a href={path}>
            Continue Reading <VisuallyHidden>“{article.headline}”</VisuallyHidden>
          </a>
        </p>
      </div>
    </article>
  );
}
