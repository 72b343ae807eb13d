import { Fragment } from "react";
import { joinedBy } from "#core/byline";
import { contributorPath } from "#core/paths";
import styles from "./byline.module.css";

type Props = { bylines: readonly { slug: string; name: string; affiliation: string }[] };

/** The line as it is printed on an article: each name with the affiliation of its time. */
export function Byline({ bylines }: Props) {
  if (bylines.length === 0) return null;
  const last = bylines.length - 1;
  return (
    <p className={styles.byline}>
      By{" "}
      {bylines.map(({ slug, name, affiliation }, position) => (
        <Fragment key={slug}>
          {position === 0
            ? ""
            : affiliation || bylines[position - 1]?.affiliation
              ? between(position, last)
              : joinedBy(position, bylines.length)}
          <a className={styles.name} href={contributorPath(slug)} rel="author">
            {name}
          </a>
          {affiliation && <span className={styles.affiliation}>, {affiliation}</span>}
        </Fragment>
      ))}
    </p>
  );
}

/** Affiliations hold commas of their own, so the line sets a comma before its "and" as well. */
const between = (position: number, last: number): string => (position === last ? ", and " : ", ");
