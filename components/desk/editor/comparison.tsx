import type { Comparison } from "./compare-words.ts";
import styles from "./comparison.module.css";

type Props = { comparison: Comparison; nothing: string };

/** Two texts of an article in one: what is gone struck through, what is new underlined. */
export function ComparisonInWords({ comparison, nothing }: Props) {
  if (comparison.length === 0) return <p className={styles.nothing}>{nothing}</p>;
  return (
    <dl className={styles.parts}>
      {comparison.map(({ part, passages }) => (
        <div key={part}>
          <dt>{part}</dt>
          <dd>
            {passages.map(({ kind, text }, at) => {
              const key = `${at} ${kind}`;
              if (kind === "gone") return <del key={key}>{text}</del>;
              if (kind === "new") return <ins key={key}>{text}</ins>;
              return <span key={key}>{text}</span>;
            })}
          </dd>
        </div>
      ))}
    </dl>
  );
}
