import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { readAccount } from "./journeys-account.ts";

const path = join(mkdtempSync(join(tmpdir(), "national-update-account-")), "journeys.json");
const account = (written: unknown) => {
  writeFileSync(path, typeof written === "string" ? written : JSON.stringify(written));
  return readAccount(path);
};

const journey = (title: string, status: string, annotations: { type: string; description?: string }[] = []) => ({
  title,
  tests: [{ status, annotations, results: [] }],
});

test("journeys that were skipped are named with their reason, however deep they stand", () => {
  const skipped = journey("nginx keeps pages", "skipped", [{ type: "skip", description: "there is no nginx" }]);
  const inner = { title: "", specs: [skipped, journey("Varnish keeps pages", "expected")] };
  const outer = { title: "a.e2e.ts", specs: [journey("never begun", "skipped")], suites: [inner] };
  const stats = { expected: 7, unexpected: 1, flaky: 2, skipped: 2, duration: 1.5 };
  assert.deepEqual(account({ stats, suites: [outer] }), {
    expected: 7,
    unexpected: 1,
    flaky: 2,
    skipped: ["never begun: not begun", "nginx keeps pages: there is no nginx"],
  });
});

test("a run that left no account, or half of one, has failed", () => {
  const failed = { expected: 0, unexpected: 1, flaky: 0, skipped: [] };
  assert.deepEqual(account('{"stats":'), failed);
  assert.deepEqual(account({ suites: [] }), failed);
  assert.deepEqual(readAccount(`${path}.nowhere`), failed);
});
