import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { type Outcome, runQuietly } from "./subprocess.ts";

/**
 * What a part of the tests found: how many things it looked at were right, how many were not, and its words on those.
 * `skipped` names what could not be looked at here, and why; `remark` is said even where nothing failed.
 */
export type Finding = {
  passed: number;
  failed: number;
  output: string;
  skipped?: readonly string[];
  remark?: string | undefined;
};

/** One part of `npm test`. */
export type Part = { name: string; look: () => Promise<Finding> };

const oneThing = ({ code, output }: Outcome): Finding =>
  code === 0 ? { passed: 1, failed: 0, output } : { passed: 0, failed: 1, output };

const types: Part = {
  name: "types",
  look: async () => {
    // Next writes the types of routes and of style sheets, which a fresh clone does not have yet.
    const written = await runQuietly("node_modules/next/dist/bin/next", ["typegen"]);
    if (written.code !== 0) return oneThing(written);
    return oneThing(await runQuietly("node_modules/typescript/bin/tsc", ["--noEmit", "--incremental", "false"]));
  },
};

const lint: Part = {
  name: "lint and format",
  look: async () =>
    oneThing(await runQuietly("node_modules/@biomejs/biome/bin/biome", ["check", "--error-on-warnings", "."])),
};

const walls: Part = {
  name: "import walls",
  look: async () => {
    const folders = ["app", "components", "core", "db", "delivery", "exchange", "cli", "demo"].filter(existsSync);
    return oneThing(
      await runQuietly("node_modules/dependency-cruiser/bin/dependency-cruiser.mjs", ["--config", "--", ...folders]),
    );
  },
};

/** The schema and the migrations say the same: drizzle-kit finds nothing to write into a copy of them. */
const drift: Part = {
  name: "migrations",
  look: async () => {
    const copy = mkdtempSync("db/.drift-");
    try {
      cpSync("db/migrations", copy, { recursive: true });
      const before = readdirSync(copy);
      const typed = ["generate", "--dialect=sqlite", "--schema=./db/schema/*.ts", `--out=./${copy}`, "--name=drift"];
      const { code, output } = await runQuietly("node_modules/drizzle-kit/bin.cjs", typed);
      const drifted = readdirSync(copy).some((file) => !before.includes(file));
      if (code === 0 && !drifted) return { passed: 1, failed: 0, output };
      const reason = drifted ? "The schema has changed without a migration. Please run: npm run db:generate\n" : "";
      return { passed: 0, failed: 1, output: `${output}\n${reason}` };
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  },
};

const unitTests: Part = {
  name: "unit tests",
  look: async () => (await import("./unit-tests.ts")).runUnitTests(),
};

const productionBuild: Part = {
  name: "build",
  look: async () => {
    const outcome = await runQuietly("cli/command.ts", ["build"], { NODE_ENV: "production" });
    return oneThing(outcome);
  },
};

const journeys: Part = {
  name: "journeys",
  look: async () => (await import("./journeys.ts")).runJourneys(),
};

export const quickParts: readonly Part[] = [types, lint, walls, drift, unitTests];
export const allParts: readonly Part[] = [...quickParts, productionBuild, journeys];

/** A part that makes no sense once another has failed. */
export const needs: ReadonlyMap<Part, Part> = new Map([[journeys, productionBuild]]);
