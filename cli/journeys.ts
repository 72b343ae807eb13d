import { globSync, readFileSync, rmSync } from "node:fs";
import { z } from "zod";
import { requireChromium } from "./chromium.ts";
import type { Finding } from "./parts.ts";
import { runQuietly } from "./subprocess.ts";

const ACCOUNT = "test-results/journeys.json";

/** What a page showed when its journey failed, as Playwright writes it down: where tests run elsewhere, only words come back. */
const FAILED_PAGES = "test-results/journeys/*/error-context.md";

const account = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
});

/**
 * The journeys of e2e/ in a real browser against the production build. One that fails is tried once more, on a publication of
 * its own (docs/decisions/0064); what it met the first time is told in any case.
 */
export async function runJourneys(): Promise<Finding> {
  rmSync(ACCOUNT, { force: true });
  const { code, output } = await runQuietly(
    "node_modules/playwright/cli.js",
    ["test", "--retries=1", "--reporter=line,json"],
    {
      CHROMIUM_PATH: requireChromium(),
      PLAYWRIGHT_JSON_OUTPUT_NAME: ACCOUNT,
    },
  );
  const { expected, unexpected, flaky } = readAccount();
  // A run that breaks before its first journey has none that failed, and is a failure all the same.
  const failed = Math.max(unexpected, code === 0 ? 0 : 1);
  const pages = globSync(FAILED_PAGES).map((path) => readFileSync(path, "utf8"));
  const told = [output, ...pages].join("\n\n");
  const remark = flaky > 0 ? `${flaky} went well only at the second try:\n\n${told}` : undefined;
  return { passed: expected + flaky, failed, output: told, remark };
}

function readAccount() {
  try {
    return account.parse(JSON.parse(readFileSync(ACCOUNT, "utf8"))).stats;
  } catch (error) {
    if (error instanceof z.ZodError || error instanceof SyntaxError || isMissing(error)) {
      return { expected: 0, unexpected: 1, flaky: 0 };
    }
    throw error;
  }
}

const isMissing = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "ENOENT";
