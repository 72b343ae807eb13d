import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { RefusedSource } from "../move-in/refused-source.ts";
import { rowsInAll, testWholeExport } from "../testing/whole-export.ts";
import { importWordPress } from "./import-wordpress.ts";

const now = new Date("2026-11-23T12:00:00Z");
const options = { dryRun: false, now };
const folder = mkdtempSync(join(tmpdir(), "national-update-wxr-"));

function file(name: string, contents: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, contents);
  return path;
}

testWholeExport({
  path: "exchange/testing/harbour-letter.wxr.xml",
  section: "coast",
  published: [
    "2024-03-04T07:30:00.000Z",
    "2024-03-11T07:30:00.000Z",
    "2024-03-18T07:30:00.000Z",
    "2024-03-25T07:30:00.000Z",
    "2024-04-01T06:30:00.000Z",
  ],
  ofParagraphs: [101, 104, 107],
  bylines: {
    "Mira Okafor": "Reader in Coastal Law, University of Port Ansel",
    "Tomás Reyes": "Fellow for Soft Engineering, Tidal Works Institute",
  },
  signs: ["“", "’", "—", "Café de la Jetée", "(one way]", "& a box", "[sic]"],
  formerPath: "/?p=101",
});

const head = `<?xml version="1.0"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="c" xmlns:excerpt="e" xmlns:dc="d"><channel><title>T</title>`;
const item = `<item><title>One</title><content:encoded><![CDATA[Text.]]></content:encoded><wp:post_id>1</wp:post_id><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>`;

const refused: Record<string, [contents: string | Buffer, why: RegExp]> = {
  "another feed": [`<rss version="2.0"><channel><title>T</title></channel></rss>`, /not a WordPress export/],
  "a web page": [`<!-- x --><html><body>x</body></html>`, /not a WordPress export/],
  "a picture": [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), /no XML file/],
  "an empty file": ["", /empty/],
  "one that is cut off within a post": [`${head}${item}<item><title>Tw`, /cut off/],
  "one that is cut off between posts": [`${head}${item}`, /cut off/],
  "one with a DOCTYPE": [
    `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "b">]>${head.slice(21)}</channel></rss>`,
    /DOCTYPE/,
  ],
  "one with an entity of its own": [
    `${head}<item><title>&bomb;</title></item></channel></rss>`,
    /well-formed XML: [^.]*entity\. Nothing was taken in\.$/,
  ],
  "one in Latin 1 that says UTF-8": [
    Buffer.from(`${head}<item><title>Défense</title></item></channel></rss>`, "latin1"),
    /not in UTF-8/,
  ],
  "one in another encoding": [
    `<?xml version="1.0" encoding="ISO-8859-1"?>${head.slice(21)}</channel></rss>`,
    /ISO-8859-1/,
  ],
  "one in UTF-16": [Buffer.from(`\ufeff${head}</channel></rss>`, "utf16le"), /no XML file in UTF-8/],
  "one with an attribute without end": [
    `${head}<item a="${"x".repeat(20 * 2 ** 20)}"></item></channel></rss>`,
    /more than 16 MB/,
  ],
};

for (const [what, [contents, why]] of Object.entries(refused)) {
  test(`${what} is refused with one sentence, and nothing is written`, async () => {
    const before = rowsInAll();
    await assert.rejects(importWordPress([file("refused.xml", contents)], options), (error) => {
      assert.ok(error instanceof RefusedSource, String(error));
      assert.match(error.message, why);
      assert.doesNotMatch(error.message, /\n/);
      return true;
    });
    assert.deepEqual(rowsInAll(), before);
  });
}

test("when one of several files is broken, none is taken in", async () => {
  const before = rowsInAll();
  const whole = file("whole.xml", `${head}${item}</channel></rss>`);
  await assert.rejects(importWordPress([whole, file("broken.xml", `${head}${item}`)], options), RefusedSource);
  assert.deepEqual(rowsInAll(), before);
});
