import { readingMinutes } from "#core/document";
import { sectionPath } from "#core/paths";
import styles from "./article-header.module.css";
import { Byline } from "./byline";
import { type Calendar, Day } from "./day";
import { Kicker } from "./kicker";
import { TextSize } from "./text-size";
import { TranslationLinks } from "./translation-links";

type Props = {
  article: {
    section: { slug: string; name: string };
    kicker: string;
    headline: string;
    standfirst: string;
    bylines: readonly { slug: string; name: string; affiliation: string }[];
    publishedAt: Date;
    updatedAt: Date | null;
    wordCount: number;
  };
  calendar: Calendar;
  /** The language of the publication's own words, which stand among the article's. */
  language: string;
  /** Where "Click to comment" leads; absent where nobody can comment and nobody has. */
  commentsHref: string | undefined;
  /** The versions in other languages. */
  translations: readonly { language: string; path: string }[];
};

export function ArticleHeader({ article, calendar, language, commentsHref, translations }: Props) {
  const minutes = readingMinutes(article.wordCount);
  return (
    <header className={styles.header}>
      <div className={styles.head}>
        <p className={styles.section} lang={language}>
          <a href={sectionPath(article.section.slug)}>{article.section.name}</a>
        </p>
        <Kicker>{article.kicker}</Kicker>
        <h1 className={styles.headline}>{article.headline}</h1>
        {article.standfirst && <p className={styles.standfirst}>{article.standfirst}</p>}
      </div>
      <div className={styles.credits} lang={language} dir="ltr">
        <Byline bylines={article.bylines} />
        <p className={styles.dates}>
          <span>
            Published on <Day at={article.publishedAt} calendar={calendar} />
          </span>
          {article.updatedAt && (
            <span>
              Updated on <Day at={article.updatedAt} calendar={calendar} />
            </span>
          )}
          <span>{minutes} min read</span>
          <TranslationLinks translations={translations} />
          {commentsHref && (
            <a href={commentsHref}>{commentsHref === "#respond" ? "Click to comment" : "Read the comments"}</a>
          )}
          {/* reader.js shows it, before development's script compares the page with what was rendered. */}
          <span data-share="" hidden suppressHydrationWarning>
            <button type="button" className={styles.share}>
              Share
            </button>
          </span>
        </p>
        <TextSize />
      </div>
    </header>
  );
}
