import type { ArticleSummary } from "#components/article/article-card";
import type { Calendar } from "#components/article/day";
import { bylineText } from "#core/byline";
import { dayInWords } from "#core/dates";
import { textDirection } from "#core/language";
import { articlePath } from "#core/paths";
import styles from "./archive-days.module.css";

type Props = { articles: readonly ArticleSummary[]; calendar: Calendar };

/** Articles by the day of their publication, one line each. */
export function ArchiveDays({ articles, calendar }: Props) {
  const days = Map.groupBy(articles, ({ publishedAt }) =>
    dayInWords(publishedAt, calendar.timeZone, calendar.language),
  );
  return [...days].map(([day, ofDay]) => (
    <section className={styles.day} key={day}>
      <h2 className={styles.date}>{day}</h2>
      <ul className={styles.articles}>
        {ofDay.map((article) => {
          const language = article.language ?? undefined;
          return (
            <li key={article.id}>
              <a
                className={styles.headline}
                href={articlePath(article.section.slug, article.slug)}
                lang={language}
                dir={language && textDirection(language)}
              >
                {article.headline}
              </a>
              <span className={styles.credits}>
                {[article.section.name, bylineText(article.bylines)].filter(Boolean).join(" · ")}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  ));
}
