import type { ArticleSummary } from "#components/article/article-card";
import { type Calendar, Day } from "#components/article/day";
import { HeadlineLink } from "#components/article/headline-link";
import { Picture } from "#components/article/picture";
import { bylineText } from "#core/byline";
import { textDirection } from "#core/language";
import type { Stretch } from "#core/search-passage";
import { Marked } from "./marked";
import styles from "./search-result.module.css";

type Props = {
  article: ArticleSummary;
  headline: readonly Stretch[];
  passage: readonly Stretch[];
  calendar: Calendar;
};

/** One article that was found, with the place in it where the words stand. */
export function SearchResult({ article, headline, passage, calendar }: Props) {
  const language = article.language ?? undefined;
  return (
    <article className={styles.result}>
      <div className={styles.text}>
        <p className={styles.section}>{article.section.name}</p>
        <div lang={language} dir={language && textDirection(language)}>
          <h2 className={styles.headline}>
            <HeadlineLink article={article}>
              <Marked text={headline} />
            </HeadlineLink>
          </h2>
          {passage.length > 0 && (
            <p className={styles.passage}>
              <Marked text={passage} />
            </p>
          )}
        </div>
        <p className={styles.credits}>
          {article.bylines.length > 0 && <span className={styles.byline}>{bylineText(article.bylines)}</span>}
          <Day at={article.publishedAt} calendar={calendar} />
        </p>
      </div>
      {article.picture && (
        <div className={styles.picture}>
          <Picture picture={article.picture} alt="" place="thumb" isCropped />
        </div>
      )}
    </article>
  );
}
