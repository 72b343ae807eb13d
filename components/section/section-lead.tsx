import { ArticleCard, type ArticleSummary } from "#components/article/article-card";
import type { Calendar } from "#components/article/day";
import styles from "./section-lead.module.css";

type Props = { lead: ArticleSummary; next: readonly ArticleSummary[]; calendar: Calendar };

/** The head of a section: its first story, and a row of those that come next. */
export function SectionLead({ lead, next, calendar }: Props) {
  return (
    <>
      <ArticleCard article={lead} layout="wide" headingLevel={2} calendar={calendar} isFirst />
      {next.length > 0 && (
        <div className={styles.next}>
          {next.map((article) => (
            <ArticleCard key={article.id} article={article} layout="card" headingLevel={2} calendar={calendar} />
          ))}
        </div>
      )}
    </>
  );
}
