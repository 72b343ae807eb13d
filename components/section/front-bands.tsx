import { ArticleCard, type ArticleSummary } from "#components/article/article-card";
import type { Calendar } from "#components/article/day";
import { sectionPath } from "#core/paths";
import styles from "./front-bands.module.css";

type Band = { section: { id: number; slug: string; name: string }; articles: readonly ArticleSummary[] };
type BandLayout = "feature" | "column" | "row";
type Props = { bands: readonly Band[]; calendar: Calendar };

/** The newest of each section. Neighbouring bands differ in layout, so that the page has a rhythm. */
export function FrontBands({ bands, calendar }: Props) {
  return (
    <div className={styles.bands}>
      {bands.map(({ section, articles }, index) => {
        const layout = layoutOf(index, bands.length);
        return (
          <section
            className={`${styles.band} ${styles[layout]}`}
            key={section.id}
            aria-labelledby={`band-${section.id}`}
            data-later=""
          >
            <h2 className={styles.title} id={`band-${section.id}`}>
              <a href={sectionPath(section.slug)}>{section.name}</a>
            </h2>
            <div className={styles.stories}>
              {articles.slice(0, storiesIn[layout]).map((article, place) => (
                <ArticleCard
                  key={article.id}
                  article={article}
                  layout={cardIn(layout, place)}
                  hasStandfirst={layout === "row" || place === 0 || !articles[0]?.picture}
                  headingLevel={3}
                  calendar={calendar}
                />
              ))}
            </div>
          </section>
        );
      })}
    </div>
  );
}

const storiesIn: Record<BandLayout, number> = { feature: 5, column: 3, row: 4 };

/** The first section is the fullest; then two side by side, then a row, and again. One that is left alone is a row. */
function layoutOf(index: number, bands: number): BandLayout {
  if (index === 0) return "feature";
  const turn = (index - 1) % 3;
  if (turn === 2) return "row";
  const isAlone = turn === 0 && index === bands - 1;
  return isAlone ? "row" : "column";
}

function cardIn(layout: BandLayout, place: number) {
  if (layout === "row") return "card";
  if (place === 0) return "feature";
  return layout === "feature" ? "card" : "brief";
}
