import { kindsInOrder, reasonInGeneral } from "#core/report-reason";

/** What became of a thing of the source. */
export const outcomes = ["taken", "changed", "unchanged", "edited here", "removed here", "left out"] as const;
export type Outcome = (typeof outcomes)[number];

/** One thing of the source about which there is more to say than that it was taken. */
export type Remark = { kind: string; id: string; title: string; outcome: Outcome; why: string };

export type ReportData = {
  source: string;
  dryRun: boolean;
  counts: Record<string, Partial<Record<Outcome, number>>>;
  remarks: Remark[];
};

/** The account of an import, for people and, as JSON, for programs. Counts everything; remarks on what needs a look. */
export class Report {
  readonly data: ReportData;

  constructor(source: string, dryRun: boolean) {
    this.data = { source, dryRun, counts: {}, remarks: [] };
  }

  count(kind: string, outcome: Outcome, number = 1): void {
    const kinds = this.data.counts;
    kinds[kind] ??= {};
    kinds[kind][outcome] = (kinds[kind][outcome] ?? 0) + number;
  }

  /** `why` is a sentence without its subject: "the byline was taken from the text: …". */
  remark(remark: Remark): void {
    this.data.remarks.push(remark);
  }

  leaveOut(kind: string, id: string, title: string, why: string): void {
    this.count(kind, "left out");
    this.remark({ kind, id, title, outcome: "left out", why });
  }

  /** How many things were taken or changed. Nothing of either: the publication is as it was. */
  get written(): number {
    return Object.values(this.data.counts).reduce((sum, { taken = 0, changed = 0 }) => sum + taken + changed, 0);
  }
}

const LONGEST_LIST = 12;

/** The report as lines of text. Remarks of one kind and reason stand together, with the numbers of the things. */
export function reportLines({ source, dryRun, counts, remarks }: ReportData): string[] {
  const lines = [dryRun ? `${source} (dry run: nothing is written)` : source, ""];
  const width = Math.max(...Object.keys(counts).map(({ length }) => length), 0);
  for (const [kind, byOutcome] of kindsInOrder(counts)) {
    const parts = outcomes.flatMap((outcome) => (byOutcome[outcome] ? [`${byOutcome[outcome]} ${outcome}`] : []));
    lines.push(`  ${kind.padEnd(width)}  ${parts.join(", ")}`);
  }
  const byReason = Map.groupBy(remarks, ({ kind, outcome, why }) => `${kind}, ${outcome}: ${reasonInGeneral(why)}`);
  if (byReason.size > 0) lines.push("");
  for (const [reason, group] of byReason) {
    const shown = group.slice(0, LONGEST_LIST);
    lines.push(`  ${reason}`);
    // Where the things differ in their particulars, each has a line for its own.
    if (group.some(({ why }) => why !== reasonInGeneral(why))) {
      lines.push(...shown.map((remark) => `    ${named(remark)}: ${remark.why}`));
    } else {
      lines.push(`    ${shown.map(named).join(", ")}`);
    }
    if (group.length > LONGEST_LIST) lines.push(`    and ${group.length - LONGEST_LIST} more (all in --json)`);
  }
  return lines;
}

const named = ({ id, title }: Remark): string => (title === "" ? id : `${id} “${shorten(title)}”`);

const shorten = (title: string): string => ([...title].length > 60 ? `${[...title].slice(0, 59).join("")}…` : title);
