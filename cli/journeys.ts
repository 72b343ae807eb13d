import { globSync, readFileSync, rmSync } from "node:fs";
import { requireChromium } from "./chromium.ts";
import { readAccount } from "./journeys-account.ts";
import type { Finding } from "./parts.ts";
import { runQuietly } from "./subprocess.ts";

const ACCOUNT = "test-results/journeys.json";

/** What a page showed when its journey failed, as Playwright writes it down: where tests run elsewhere, only words come back. */
const FAILED_PAGES = "test-results/journeys/*/error-context.md";

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
  const { expected, unexpected, flaky, skipped } = readAccount(ACCOUNT);
  // A run that breaks before its first journey has none that failed, and is a failure all the same.
  const failed = Math.max(unexpected, code === 0 ? 0 : 1);
  const pages = globSync(FAILED_PAGES).map((path) => readFileSync(path, "utf8"));
  const told = [output, ...pages].join("\n\n");
  const remark = flaky > 0 ? `${flaky} went well only at the second try:\n\n${told}` : undefined;
  return { passed: expected + flaky, failed, output: told, skipped, remark };
}
