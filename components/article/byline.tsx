import { Fragment } from "react";
import { joinedBy } from "#core/byline";
import { contributorPath } from "#core/paths";
import styles from "./byline.module.css";

type Props = { bylines: readonly { slug: string; name: string; affiliation: string }[] };

/**
 * The line as it is printed on an article: each name with the affiliation of its time. Three and more, and any in the
 * narrow column of a wide screen, stand below each other; the words that join them are then heard and not seen.
 */
export function Byline({ bylines }: Props) {
  if (bylines.length === 0) return null;
  const last = bylines.length - 1;
  return (
    <p className={last > 1 ? `${styles.byline} ${styles.many}` : styles.byline}>
      By{" "}
      {bylines.map(({ slug, name, affiliation }, position) => (
        <Fragment key={slug}>
          {position > 0 && (
            <span className={styles.joint}>
              {affiliation || bylines[position - 1]?.affiliation
                ? between(position, last)
                : joinedBy(position, bylines.length)}
            </span>
          )}
          <span className={styles.writer}>
            <a className={styles.name} href={contributorPath(slug)} rel="author">
              {name}
            </a>
            {affiliation && (
              <>
                <span className={styles.joint}>, </span>
                <span className={styles.affiliation}>{affiliation}</span>
              </>
            )}
          </span>
        </Fragment>
      ))}
    </p>
  );
}

/** Affiliations hold commas of their own, so the line sets a comma before its "and" as well. */
const between = (position: number, last: number): string => (position === last ? ", and " : ", ");
