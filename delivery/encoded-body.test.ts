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

test("a body that cannot be polished says why, stays as it was, and keeps no other from it", async () => {
  const broken = new EncodedBody(page, "text/html");
  const before = broken.etag("br");
  broken.bytes("br");
  broken.moved("br", Buffer.from("no brotli"));
  const whole = new EncodedBody(page, "text/html");
  const [failing, polishing] = [broken.polish(), whole.polish()];
  await assert.rejects(failing, /Decompression failed/);
  await polishing;
  assert.equal(broken.etag("br"), before);
  assert.equal(whole.etag("br"), `${before.slice(0, -1)}11"`);
  assert.deepEqual(whole.content(), page);
});

test("what is asked for often is to be polished once, and what does not get smaller never", () => {
  const askedFor = (type: string) => {
    const body = new EncodedBody(page, type);
    return Array.from({ length: 200 }, () => body.asked()).filter((isDue) => isDue).length;
  };
  assert.deepEqual([askedFor("text/html"), askedFor("image/jpeg")], [1, 0]);
});
