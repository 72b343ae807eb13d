import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { readSheets } from "#delivery/style-sheets";

const face = (file: string, range: string, weight = "400 500") =>
  `@font-face{font-family:A;font-weight:${weight};src:url(../media/${file}.woff2)format("woff2");unicode-range:${range}}`;

test("a page asks at once for the letters it is set in, and not for those that few pages need", (context) => {
  const folder = mkdtempSync(join(tmpdir(), "sheets-"));
  context.after(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, "chunks"));
  writeFileSync(
    join(folder, "chunks/a.css"),
    `${face("roman", "U+??,U+131")}${face("italic", "U+0000-00FF")}${face("bold", "U+??", "600 700")}${face("vietnamese", "U+102-103")}@font-face{font-family:B;src:local(Georgia);unicode-range:U+20}`,
  );
  writeFileSync(join(folder, "chunks/b.css"), "p{color:red}");
  const sheets = readSheets(folder, "/_next/static");

  const { element, fonts } = sheets.joined(["/_next/static/chunks/a.css", "/_next/static/chunks/b.css"]);
  const preload = (file: string) =>
    `<link rel="preload" as="font" type="font/woff2" href="/_next/static/media/${file}.woff2" crossorigin>`;
  assert.ok(element.startsWith("<style>@font-face"), element.slice(0, 300));
  assert.equal(fonts, preload("roman") + preload("italic"));
  assert.deepEqual(sheets.joined(["/_next/static/chunks/b.css"]), {
    element: "<style>p{color:red}</style>",
    fonts: "",
    source: `'sha256-${createHash("sha256").update("p{color:red}").digest("base64")}'`,
  });
});
