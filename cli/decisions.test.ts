import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const folder = "docs/decisions";
const names = readdirSync(folder).filter((name) => name !== "README.md");
const numberOf = (name: string) => name.slice(0, 4);
const pages = new Map(names.map((name) => [numberOf(name), readFileSync(join(folder, name), "utf8")]));
const linksIn = (text: string) => Array.from(text.matchAll(/\]\((\d{4}-[a-z0-9-]+\.md)\)/g), ([, name = ""]) => name);

/** The line under a title that says what holds no longer. */
const supersededLine = (page: string): string => /^# .+\n\n_(Superseded [^_]+)_$/m.exec(page)?.[1] ?? "";

test("each decision has its number to itself, in its title and once in the index", () => {
  assert.equal(pages.size, names.length, "two decisions have the same number");
  for (const [number, page] of pages) assert.match(page, new RegExp(`^# ${number} \\S`), number);
  assert.deepEqual(linksIn(readFileSync(join(folder, "README.md"), "utf8")).sort(), names.sort());
});

test("a decision is superseded by a later one that is there", () => {
  for (const [number, page] of pages) {
    for (const name of linksIn(supersededLine(page))) {
      assert.ok(names.includes(name), `${number}: ${name}`);
      assert.ok(numberOf(name) > number, `${number} is superseded by ${name}`);
    }
  }
});

test("where a decision says that it supersedes another, that one says so under its title", () => {
  let said = 0;
  for (const [number, page] of pages) {
    for (const [sentence, rest = ""] of page.matchAll(
      /\b(?:This supersedes|This changes|Amends|extends)\b([^.]*)\./g,
    )) {
      for (const [, former = ""] of rest.matchAll(/\b(\d{4})\b/g)) {
        said += 1;
        assert.ok(
          linksIn(supersededLine(pages.get(former) ?? "")).some((name) => numberOf(name) === number),
          `${number}: “${sentence.replaceAll("\n", " ")}”, and ${former} says nothing of it`,
        );
      }
    }
  }
  assert.ok(said > 10);
});
