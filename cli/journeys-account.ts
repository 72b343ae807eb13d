import { readFileSync } from "node:fs";
import { z } from "zod";

const journey = z.object({
  title: z.string(),
  tests: z.array(
    z.object({ status: z.string(), annotations: z.array(z.object({ description: z.string().optional() })) }),
  ),
});

const suite = z.object({
  specs: z.array(journey),
  get suites() {
    return z.array(suite).default([]);
  },
});

const account = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int() }),
  suites: z.array(suite),
});

type Account = { expected: number; unexpected: number; flaky: number; skipped: string[] };

/** The journeys that could not be gone on this machine, each with the reason. */
function skippedIn({ specs, suites }: z.output<typeof suite>): string[] {
  const own = specs.flatMap(({ title, tests }) =>
    tests
      .filter(({ status }) => status === "skipped")
      .map(
        ({ annotations }) =>
          `${title}: ${annotations.find(({ description }) => description)?.description ?? "not begun"}`,
      ),
  );
  return [...own, ...suites.flatMap(skippedIn)];
}

/** What Playwright wrote down of a run. One that breaks before its first journey leaves nothing, or half of it: a failure. */
export function readAccount(path: string): Account {
  try {
    const { stats, suites } = account.parse(JSON.parse(readFileSync(path, "utf8")));
    return { ...stats, skipped: suites.flatMap(skippedIn) };
  } catch (error) {
    if (error instanceof z.ZodError || error instanceof SyntaxError || isMissing(error)) {
      return { expected: 0, unexpected: 1, flaky: 0, skipped: [] };
    }
    throw error;
  }
}

const isMissing = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "ENOENT";
