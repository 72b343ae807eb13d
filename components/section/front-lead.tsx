import type { ReactNode } from "react";
import { ArticleCard, type ArticleSummary } from "#components/article/article-card";
import type { Calendar } from "#components/article/day";
import styles from "./front-lead.module.css";

type Props = {
  lead: ArticleSummary;
  secondary: readonly ArticleSummary[];
  trending: ReactNode;
  calendar: Calendar;
};

/** The head of the front page: the lead story, those beside it, and what is read now. */
export function FrontLead({ lead, secondary, trending, calendar }: Props) {
  const [beside, ...below] = secondary;
  return (
    <div className={styles.head}>
      <div className={styles.lead}>
        <ArticleCard article={lead} layout="lead" headingLevel={2} calendar={calendar} isFirst />
      </div>
      <div className={styles.secondary}>
        {beside && <ArticleCard article={beside} layout="card" headingLevel={2} calendar={calendar} />}
        {below.map((article) => (
          <ArticleCard
            key={article.id}
            article={article}
            layout="brief"
            headingLevel={2}
            hasStandfirst={false}
            calendar={calendar}
          />
        ))}
      </div>
      <div className={styles.trending}>{trending}</div>
    </div>
  );
}
