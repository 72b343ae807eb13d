import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parseEnvironment } from "#core/environment";

const settings = (source: Record<string, string>) => {
  const parsed = parseEnvironment(source);
  return parsed.ok ? parsed.value : assert.fail(parsed.reason.join("\n"));
};
const names = Object.keys(settings({})).sort();

test(".env.example has every setting, each with a value that is accepted", () => {
  const lines = readFileSync(".env.example", "utf8").matchAll(/^#([A-Z_]+)=(.*)$/gm);
  const example = Object.fromEntries(Array.from(lines, ([, name = "", value = ""]) => [name, value]));
  assert.deepEqual(Object.keys(example).sort(), names);
  settings(example);
});

test("docs/operating.md explains every setting and no other", () => {
  const [, table = ""] = readFileSync("docs/operating.md", "utf8")
    .split(/^## /m)
    .filter((part) => /^Settings/.test(part))
    .join()
    .split("| variable");
  const explained = table
    .split("\n")
    .flatMap((row) => Array.from(row.split("|")[1]?.matchAll(/`([A-Z_]+)`/g) ?? [], ([, name]) => name));
  assert.deepEqual(explained.sort(), names);
});

test("each wrong setting is told in one sentence that says what is accepted; an empty one counts as unset", () => {
  assert.deepEqual(parseEnvironment({ PORT: "http", PURGE_URLS: "cache, http://a", DATA_DIR: " " }), {
    ok: false,
    reason: [
      'PORT accepts a port number from 0 to 65535, but is set to "http".',
      'PURGE_URLS accepts addresses of outside caches to purge, separated by commas, but is set to "cache, http://a".',
    ],
  });
  assert.equal(settings({ DATA_DIR: " " }).DATA_DIR, "data");
});
