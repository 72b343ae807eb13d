import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "playwright";
import { Refusal } from "./refusal.ts";

const KNOWN_PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The browser that journeys are made in: the one CHROMIUM_PATH names, the machine's own, or Playwright's. */
export function findChromium(): string | undefined {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!existsSync(named))
      throw new Refusal(`CHROMIUM_PATH accepts the path of a browser, but there is none at "${named}".`);
    return named;
  }
  return [...KNOWN_PLACES, chromium.executablePath()].find((path) => existsSync(path));
}

/** The same, installing one where there is none: Debian's package for root, else Playwright's own. */
export function requireChromium(): string {
  const found = findChromium();
  if (found) return found;
  console.log("No Chromium is here; installing one …");
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    command("apt-get", ["update", "-q"]);
    command("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium"]);
  }
  if (!findChromium())
    command(process.execPath, ["node_modules/playwright/cli.js", "install", "--with-deps", "chromium"]);
  const installed = findChromium();
  if (!installed)
    throw new Refusal("No Chromium could be installed. Install one, or name it: CHROMIUM_PATH=/path npm test");
  return installed;
}

function command(name: string, typed: string[]): void {
  spawnSync(name, typed, {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
}
