import styles from "./plot.module.css";

type Props = {
  /** What is plotted, with its sum: "Views of the last 30 days: 1,204". */
  label: string;
  values: readonly number[];
};

type BarProps = Props & {
  /** What each value is of. */
  titles: readonly string[];
};

/** Values side by side, the present at the right, under the highest of them and over the first and the last title. */
export function BarPlot({ label, values, titles }: BarProps) {
  const most = Math.max(1, ...values);
  return (
    <figure className={styles.plot}>
      <p className={styles.most} aria-hidden="true">
        {most.toLocaleString("en")}
      </p>
      <svg
        className={styles.bars}
        viewBox={`0 0 ${values.length * 10} 100`}
        preserveAspectRatio="none"
        role="img"
        aria-label={label}
      >
        {values.map((value, at) => {
          const height = value === 0 ? 0 : Math.max(1.5, (value / most) * 100);
          const title = titles[at] ?? String(at);
          return (
            <rect key={title} x={at * 10 + 1} y={100 - height} width={8} height={height}>
              <title>{`${title}: ${value.toLocaleString("en")}`}</title>
            </rect>
          );
        })}
      </svg>
      <p className={styles.ends} aria-hidden="true">
        <span>{titles[0]}</span>
        <span>{titles.at(-1)}</span>
      </p>
    </figure>
  );
}

/** The same as one small line, in a row of a list. */
export function LinePlot({ label, values }: Props) {
  const most = Math.max(1, ...values);
  const points = values.map((value, at) => `${at * 4},${(20 - (value / most) * 18 - 1).toFixed(1)}`);
  return (
    <svg
      className={styles.line}
      viewBox={`0 0 ${(values.length - 1) * 4} 20`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <polyline points={points.join(" ")} />
    </svg>
  );
}
