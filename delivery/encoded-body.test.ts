import assert from "node:assert/strict";
import { test } from "node:test";
import { EncodedBody } from "./encoded-body.ts";

const page = Buffer.from("<p>The ferry was late again.</p>".repeat(200));

for (const encoding of ["br", "gzip"] as const) {
  test(`a page kept as ${encoding} takes no more memory than its bytes`, () => {
    const bytes = new EncodedBody(page, "text/html").bytes(encoding);
    assert.ok(bytes.length < page.length / 10);
    assert.equal(bytes.buffer.byteLength, bytes.length);
  });
}

test("bytes that lie elsewhere are kept there alone", () => {
  const body = new EncodedBody(page, "text/html");
  const elsewhere = Buffer.from(body.bytes("br"));
  body.moved("br", elsewhere);
  assert.equal(body.bytes("br"), elsewhere);
  assert.deepEqual(body.content(), page);
});
