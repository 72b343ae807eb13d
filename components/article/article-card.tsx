import { bylineText } from "#core/byline";
import { textDirection } from "#core/language";
import styles from "./article-card.module.css";
import { type Calendar, Day } from "./day";
import { HeadlineLink } from "./headline-link";
import { Kicker } from "./kicker";
import { Picture, type PictureFile, type PicturePlace } from "./picture";

/** An article as lists show it. */
export type ArticleSummary = {
  id: number;
  slug: string;
  section: { slug: string; name: string };
  kicker: string;
  headline: string;
  standfirst: string;
  language: string | null;
  publishedAt: Date;
  picture: (PictureFile & { alt: string }) | null;
  bylines: readonly { name: string }[];
  /** Absent where there are none, and in lists that do not tell. */
  commentCount?: number | undefined;
};

/**
 * `lead` heads the front page and `wide` a section, `feature` heads a band, `card` stands in a row of them, `row` in a
 * list, `brief` has no picture.
 */
export type CardLayout = "lead" | "wide" | "feature" | "card" | "row" | "brief";

const pictureOf: Record<CardLayout, PicturePlace | undefined> = {
  lead: "lead",
  wide: "lead",
  feature: "feature",
  card: "card",
  row: "thumb",
  brief: undefined,
};

type Props = {
  article: ArticleSummary;
  layout: CardLayout;
  calendar: Calendar;
  headingLevel: 2 | 3;
  hasStandfirst?: boolean;
  isFirst?: boolean;
};

export function ArticleCard({ article, layout, calendar, headingLevel, hasStandfirst = true, isFirst = false }: Props) {
  const Heading = `h${headingLevel}` as const;
  const place = pictureOf[layout];
  const language = article.language ?? undefined;
  return (
    <article className={`${styles.article} ${styles[layout]}`} data-later={layout === "row" ? "" : undefined}>
      {place && article.picture && (
        <div className={styles.picture}>
          <Picture picture={article.picture} alt="" place={place} isFirst={isFirst} isCropped />
        </div>
      )}
      <div className={styles.text}>
        <div lang={language} dir={language && textDirection(language)}>
          <Kicker>{article.kicker}</Kicker>
          <Heading className={styles.headline}>
            <HeadlineLink article={article}>{article.headline}</HeadlineLink>
          </Heading>
          {hasStandfirst && article.standfirst && <p className={styles.standfirst}>{article.standfirst}</p>}
        </div>
        <p className={styles.credits}>
          {article.bylines.length > 0 && <span>{bylineText(article.bylines)}</span>}
          <Day at={article.publishedAt} calendar={calendar} />
          {article.commentCount && <CommentCount number={article.commentCount} language={calendar.language} />}
        </p>
      </div>
    </article>
  );
}

function CommentCount({ number, language }: { number: number; language: string }) {
  return <span>{number === 1 ? "1 comment" : `${number.toLocaleString(language)} comments`}</span>;
}
