import { globSync } from "node:fs";
import { relative } from "node:path";
import { run } from "node:test";
import { inspect } from "node:util";
import type { Finding } from "./parts.ts";

/** Every `*.test.ts` that stands beside the code, each file in a process of its own. */
export async function runUnitTests(): Promise<Finding> {
  const files = globSync("{app,components,core,db,delivery,exchange,cli,demo}/**/*.test.{ts,tsx}").sort();
  const failures: string[] = [];
  const skipped: string[] = [];
  let passed = 0;
  for await (const event of run({ files, concurrency: 2, execArgv: ["--disable-warning=ExperimentalWarning"] })) {
    if (event.type === "test:pass") {
      const { details, skip, todo } = event.data;
      if (details.type !== "suite" && skip === undefined && todo === undefined) passed += 1;
      if (skip !== undefined) skipped.push(`${event.data.name}: ${skip}`);
    }
    if (event.type === "test:fail") {
      const { name, file = "", line = 0, details } = event.data;
      if (details.type === "suite") continue;
      failures.push(
        `${relative(process.cwd(), file)}:${line} ${name}\n${inspect(details.error.cause ?? details.error)}`,
      );
    }
  }
  if (files.length === 0) return { passed: 0, failed: 1, output: "There are no unit tests here." };
  return { passed, failed: failures.length, output: failures.join("\n\n"), skipped };
}
