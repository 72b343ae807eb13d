import { defineConfig } from "playwright/test";
import { findChromium } from "#cli/chromium";

/** Journeys through the production build in .next (`npm run build`), each worker on a publication of its own. */
export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.e2e.ts",
  globalSetup: "./e2e/template.ts",
  workers: 2,
  // A machine that does this for everybody is three times slower than one's own. Neither of the two is a claim.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: "line",
  outputDir: "test-results/journeys",
  use: {
    locale: "en-GB",
    timezoneId: "Asia/Seoul",
    launchOptions: {
      executablePath: findChromium(),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
