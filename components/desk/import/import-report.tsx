import { kindsInOrder, reasonInGeneral } from "#core/report-reason";
import { Table } from "../table.tsx";
import styles from "./import.module.css";

type Remark = { kind: string; id: string; title: string; outcome: string; why: string };

export type ImportReportProps = {
  /** How many things of each kind met which end. */
  counts: Readonly<Record<string, Readonly<Partial<Record<string, number>>>>>;
  remarks: readonly Remark[];
};

/** What may become of a thing, in the order in which an editor wants to read of it. */
const outcomes: Readonly<Record<string, string>> = {
  taken: "Taken",
  changed: "Changed",
  unchanged: "Here already",
  "edited here": "Edited here since",
  "removed here": "Removed here",
  "left out": "Left out",
};
const readFirst = ["left out", "removed here", "edited here", "changed", "taken", "unchanged"];

/** Things of one reason that the page names; the rest is in the file. */
const MOST_NAMED = 200;

/** The account of an import, or of a try: every kind with its numbers, and each thing there is something to say of. */
export function ImportReport({ counts, remarks }: ImportReportProps) {
  const kinds = kindsInOrder(counts);
  const columns = Object.entries(outcomes).filter(([outcome]) => kinds.some(([, numbers]) => numbers[outcome]));
  return (
    <>
      {kinds.length === 0 ? (
        <p>There is nothing in it that has a place here.</p>
      ) : (
        <Table
          caption="What became of each kind of thing"
          rows={kinds}
          keyOf={([kind]) => kind}
          columns={[
            { title: "Kind", cell: ([kind]) => capital(kind) },
            ...columns.map(([outcome, title]) => ({
              title,
              kind: "figure" as const,
              cell: ([, numbers]: (typeof kinds)[number]) => numbers[outcome]?.toLocaleString("en"),
            })),
          ]}
        />
      )}
      {readFirst.map((outcome) => (
        <Reasons key={outcome} outcome={outcome} remarks={remarks.filter((remark) => remark.outcome === outcome)} />
      ))}
    </>
  );
}

function Reasons({ outcome, remarks }: { outcome: string; remarks: readonly Remark[] }) {
  if (remarks.length === 0) return null;
  const byReason = Map.groupBy(remarks, ({ kind, why }) => `${capital(kind)}: ${reasonInGeneral(why)}`);
  return (
    <div>
      <h3 className={styles.outcome}>{outcome === "taken" ? "Taken, with a remark" : outcomes[outcome]}</h3>
      <ul className={styles.reasons}>
        {[...byReason].map(([reason, things]) => (
          <li key={reason}>
            <details>
              <summary>
                {reason} <span className={styles.number}>({things.length.toLocaleString("en")})</span>
              </summary>
              <ul className={styles.things}>
                {things.slice(0, MOST_NAMED).map(({ id, title, why }, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: an export may name a thing twice, and the list never changes
                  <li key={at}>
                    <code>{id}</code> {title}
                    {why !== reasonInGeneral(why) && <p className={styles.number}>{why}</p>}
                  </li>
                ))}
                {things.length > MOST_NAMED && (
                  <li>and {(things.length - MOST_NAMED).toLocaleString("en")} more, all in the downloaded report</li>
                )}
              </ul>
            </details>
          </li>
        ))}
      </ul>
    </div>
  );
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
