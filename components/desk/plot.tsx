import styles from "./plot.module.css";

type Props = {
  /** What is plotted, with its sum: "Views of the last 30 days: 1,204". */
  label: string;
  values: readonly number[];
  /** What each value is of, for whoever points at it. */
  titles?: readonly string[];
};

/** Values side by side, the present at the right. */
export function BarPlot({ label, values, titles }: Props) {
  const most = Math.max(1, ...values);
  return (
    <svg
      className={styles.bars}
      viewBox={`0 0 ${values.length * 10} 100`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      {values.map((value, at) => {
        const height = value === 0 ? 0 : Math.max(1.5, (value / most) * 100);
        const title = titles?.[at] ?? String(at);
        return (
          <rect key={title} x={at * 10 + 1} y={100 - height} width={8} height={height}>
            <title>{`${title}: ${value.toLocaleString("en")}`}</title>
          </rect>
        );
      })}
    </svg>
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
