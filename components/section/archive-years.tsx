import { archivePath, monthName } from "#core/archive-path";
import styles from "./archive-years.module.css";

type Props = { months: readonly { year: number; month: number; articles: number }[]; language: string };

/** Every month that holds an article, by years, newest first. */
export function ArchiveYears({ months, language }: Props) {
  const years = Map.groupBy(months, ({ year }) => year);
  return [...years].map(([year, ofYear]) => (
    <section className={styles.year} key={year} aria-labelledby={`year-${year}`}>
      <h2 className={styles.title} id={`year-${year}`}>
        <a href={archivePath(year)}>{year}</a>
      </h2>
      <ul className={styles.months}>
        {ofYear.map(({ month, articles }) => (
          <li key={month}>
            <a href={archivePath(year, month)}>{monthName(month, language)}</a>{" "}
            <span className={styles.count}>
              {articles.toLocaleString(language)} {articles === 1 ? "article" : "articles"}
            </span>
          </li>
        ))}
      </ul>
    </section>
  ));
}
