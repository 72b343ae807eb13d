import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { z } from "zod";

const versions = z.record(z.string(), z.string());
const declared = z
  .object({ dependencies: versions, devDependencies: versions, optionalDependencies: versions })
  .transform((kinds) => Object.values(kinds).flatMap(Object.keys))
  .parse(JSON.parse(readFileSync("package.json", "utf8")));

/** Packages that are used under another name than their own. */
const alias: Readonly<Record<string, string>> = { "@swc/core": "swc" };

const files = globSync([
  "{app,bench,cli,components,core,db,delivery,demo,e2e,exchange}/**/*.{ts,tsx,mjs,css}",
  "{*.ts,.*.mjs,biome.json,tsconfig.json}",
]).filter((file) => file !== "next-env.d.ts" && !import.meta.filename.endsWith(file));
const code = files.map((file) => readFileSync(file, "utf8")).join("\n");

/** Types belong to the package they describe, whose name may have a scope: `@types/babel__core`. */
const described = (name: string): string =>
  name.replace(/^@types\/(?:(.+)__)?/, (_, scope) => (scope ? `@${scope}/` : ""));

/** Whether it is imported, or named by its place, anywhere outside of package.json. */
function isUsed(name: string): boolean {
  const used = described(alias[name] ?? name).replaceAll(/[.+]/g, "\\$&");
  return new RegExp(`(?:["'\`]|node_modules/)${used}["'/]`).test(code);
}

test("every package that is declared is used somewhere", () => {
  assert.deepEqual(
    declared.filter((name) => !isUsed(name)),
    [],
  );
});

test("a package that nothing names is not taken for used, nor is one whose name only begins another's", () => {
  assert.deepEqual(["left-pad", "@types/left-pad", "reac", "drizzle", "next-auth"].filter(isUsed), ["next-auth"]);
});
