import styles from "./log-detail.module.css";

/** What a line of the log says beside who, what and when. Values are cut where they would fill the page. */
export function LogDetail({ detail }: { detail: Readonly<Record<string, unknown>> }) {
  const entries = Object.entries(detail);
  if (entries.length === 0) return null;
  return (
    <dl className={styles.detail}>
      {entries.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{inWords(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

function inWords(value: unknown): string {
  if (value === null || value === "") return "nothing";
  const words = typeof value === "object" ? JSON.stringify(value) : String(value);
  return words.length > 160 ? `${words.slice(0, 160)}…` : words;
}
