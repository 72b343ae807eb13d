import assert from "node:assert/strict";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { bundleReaderScript } from "./reader-assets-build.ts";

const MOST_BYTES = 4_096;

test("the script of readers' pages is there, and no larger than 4 KB on its way", async () => {
  const script = await bundleReaderScript();
  assert.match(Buffer.from(script).toString(), /"seconds"/);
  const bytes = brotliCompressSync(script).length;
  assert.ok(bytes <= MOST_BYTES, `${bytes} bytes`);
});
