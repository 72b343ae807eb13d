import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findChromium } from "#cli/chromium";

/*
 * LIGHTHOUSE=…/lighthouse/cli/index.js node bench/lighthouse.ts http://127.0.0.1:3000/asia …
 *
 * What Lighthouse (mobile) says of each address, the median of three, and every audit that is not passed. Lighthouse is
 * too much to be a dependency: `npm install lighthouse` in a folder of your own, and say where.
 */
const RUNS = 3;
const categories = ["performance", "accessibility", "best-practices", "seo"] as const;

type Report = {
  categories: Record<string, { score: number; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, { score: number | null; title: string; displayValue?: string; scoreDisplayMode: string }>;
};

const lighthouse = process.env.LIGHTHOUSE;
const addresses = process.argv.slice(2);
if (!lighthouse || addresses.length === 0) {
  console.error("LIGHTHOUSE=…/lighthouse/cli/index.js node bench/lighthouse.ts ADDRESS …");
  process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), "national-update-lighthouse-"));

function reportOn(address: string, run: number): Report {
  const file = join(folder, `${run}.json`);
  const given = [address, "--quiet", "--output=json", `--output-path=${file}`, `--only-categories=${categories}`];
  const { status, stderr } = spawnSync(
    process.execPath,
    [lighthouse ?? "", ...given, "--chrome-flags=--headless=new --no-sandbox --disable-gpu"],
    { encoding: "utf8", env: { ...process.env, CHROME_PATH: findChromium() } },
  );
  if (status !== 0) throw new Error(`Lighthouse ended with ${status}.\n${stderr}`);
  return JSON.parse(readFileSync(file, "utf8")) as Report;
}

const median = (numbers: number[]) => numbers.toSorted((one, other) => one - other)[numbers.length >> 1] ?? 0;

for (const address of addresses) {
  const reports = Array.from({ length: RUNS }, (_, run) => reportOn(address, run));
  const scores = categories.map((name) => median(reports.map((report) => report.categories[name]?.score ?? 0)) * 100);
  console.log(`${address}: ${scores.map(Math.round).join(" / ")}  (${categories.join(" / ")})`);
  const [report] = reports;
  const counted = new Set(
    Object.values(report?.categories ?? {}).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0)),
  );
  for (const { id } of counted) {
    const audit = report?.audits[id];
    if (audit && audit.score !== null && audit.score < 1) {
      console.log(`  ${id}: ${audit.score} ${audit.displayValue ?? ""} – ${audit.title}`);
    }
  }
}
rmSync(folder, { recursive: true, force: true });
