import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import walls from "../.dependency-cruiser.mjs";

const design = readFileSync("docs/design.md", "utf8");

test("docs/design.md says of each folder what it may import, as the walls have it", () => {
  const rules = walls.forbidden.filter(({ name }) => name.endsWith("-imports"));
  const folders = rules.map(({ name }) => name.replace("-imports", ""));
  assert.ok(folders.length > 6);
  for (const { name, comment = "" } of rules) {
    const folder = name.replace("-imports", "");
    const allowed = comment
      .replace(/^.*may import|\\\.ts|\.$/g, "")
      .split(",")
      .map((each) => each.trim());
    const row = design.split("\n").find((line) => line.startsWith(`| \`${folder}\``)) ?? "";
    const said = (row.split("|")[3] ?? "").match(/[a-z]+(?:\/[a-z-]+)?/g) ?? [];
    for (const other of folders.filter((each) => each !== folder)) {
      const isSaid = said.filter((each) => each.split("/")[0] === other);
      assert.deepEqual(
        isSaid,
        allowed.filter((each) => each.split("/")[0] === other),
        `${folder} and ${other}`,
      );
    }
  }
});

test("every file that docs/design.md names is there", () => {
  const named = Array.from(design.matchAll(/`([\w/-]+\.tsx?)`/g), ([, name = ""]) => name);
  assert.ok(named.length > 15);
  for (const name of named) {
    const found = globSync([name, `{app,cli,components,core,db,delivery,exchange}/**/${name}`]);
    assert.equal(found.length, 1, `${name}: ${found.join(", ") || "nowhere"}`);
  }
});
