import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { z } from "zod";

const lockFile = z.object({
  packages: z.record(
    z.string(),
    z.object({ version: z.string().optional(), optionalDependencies: z.record(z.string(), z.string()).optional() }),
  ),
});

/*
 * npm leaves out of a lock file what it could not find for other platforms, and then `npm ci` refuses the file on every
 * platform: https://github.com/npm/cli/issues/4828. Whoever meets this test adds the entry by hand, with its `os`, `cpu`
 * and `optional`; npm keeps it from then on.
 */
test("the lock file names the packages of every platform, so that npm ci takes it anywhere", () => {
  const { packages } = lockFile.parse(JSON.parse(readFileSync("package-lock.json", "utf8")));
  for (const [path, { optionalDependencies }] of Object.entries(packages)) {
    for (const name of Object.keys(optionalDependencies ?? {})) {
      assert.ok(packages[`${path}/node_modules/${name}`] ?? packages[`node_modules/${name}`], `${name} of ${path}`);
    }
  }
});
