import type { ReactNode } from "react";
import { articlePath } from "#core/paths";
import styles from "./headline-link.module.css";

type Props = { article: { slug: string; section: { slug: string } }; children: ReactNode };

/** The headline in a list. The whole card around it, its nearest positioned element, leads to the article. */
export function HeadlineLink({ article, children }: Props) {
  return (
    <a className={styles.link} href={articlePath(article.section.slug, article.slug)}>
      {children}
    </a>
  );
}
