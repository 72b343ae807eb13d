import type { ReactNode } from "react";
import { findSettings } from "#app/_server/site-queries";
import type { ArticleSummary } from "#components/article/article-card";
import { ArticleList } from "#components/section/article-list";
import { SectionHead } from "#components/section/section-head";
import { SearchForm } from "#components/site/search-form";
import { Framed } from "./framed";
import styles from "./lost-reader.module.css";

type Props = { title: string; newest: readonly ArticleSummary[]; children: ReactNode };

/** A page for a reader who did not find what was looked for: search, the sections above, the newest stories. */
export async function LostReader({ title, newest, children }: Props) {
  return (
    <Framed>
      <SectionHead title={title}>{children}</SectionHead>
      <SearchForm />
      {newest.length > 0 && (
        <section className={styles.newest} aria-labelledby="newest">
          <h2 id="newest">The newest stories</h2>
          <ArticleList articles={newest} calendar={await findSettings()} headingLevel={3} />
        </section>
      )}
    </Framed>
  );
}
