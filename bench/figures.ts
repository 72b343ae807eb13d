import type { Load } from "./load.ts";

type Row = { figure: string; goal: string; found: string; met: boolean | undefined };
const rows: Row[] = [];

/** Tells a figure as soon as it is known. `met` is undefined where there is no goal, or it could not be tried. */
export function row(figure: string, goal: string, found: string, met?: boolean): void {
  rows.push({ figure, goal, found, met });
  console.log(`  ${met === undefined ? " " : met ? "✓" : "✗"} ${figure}: ${found}${goal ? ` (goal ${goal})` : ""}`);
}

/** All of them, as a table for docs/performance.md. */
export function printTable(): void {
  console.log("\n| figure | goal | found | met |\n|---|---|---|---|");
  for (const { figure, goal, found, met } of rows) {
    console.log(`| ${figure} | ${goal} | ${found} | ${met === undefined ? "" : met ? "yes" : "no"} |`);
  }
}

export const times = (one: number, other: number): string => `${(one / other).toFixed(2)} ×`;

export const speed = ({ requestsPerSecond, p99 }: Load): string =>
  `${Math.round(requestsPerSecond)}/s, p99 ${p99.toFixed(1)} ms`;

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
