import { readFileSync } from "node:fs";
import { expect } from "playwright/test";
import { ask } from "./over-the-wire.ts";
import type { Publication } from "./publication.ts";

/** How often the page at that path has been rendered, by the server's own log, once it has been asked for. */
export async function renderingsOf({ address, logFile }: Publication, path: string): Promise<number> {
  const told = (of: string) =>
    readFileSync(logFile, "utf8")
      .split("\n")
      .filter((line) => line.includes('"A page was rendered"') && line.includes(`"path":"${of}"`)).length;
  await ask(address, path);
  // The log is written line by line: what came before a page that nobody has asked for is there once this one is.
  const before = told("/search");
  await ask(address, `/search?q=${crypto.randomUUID()}`);
  await expect.poll(() => told("/search")).toBeGreaterThan(before);
  return told(path);
}
