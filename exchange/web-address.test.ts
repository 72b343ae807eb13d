import assert from "node:assert/strict";
import { createServer } from "node:http";
import { test } from "node:test";
import { askWebAddress, headOf, isPublic } from "#exchange/web-address";

test("addresses of this machine and its neighbours are not public, however they are written", () => {
  for (const address of [
    "127.0.0.1",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "::1",
    "::ffff:127.0.0.1",
    "fe80::1",
    "fd00::1",
    "not an address",
  ]) {
    assert.equal(isPublic(address), false, address);
  }
  assert.ok(isPublic("93.184.215.14"));
  assert.ok(isPublic("2606:2800:21f:cb07:6820:80da:af6b:8b2c"));
});

test("a service inside the house is not knocked at", async () => {
  let knocks = 0;
  const server = createServer((_, response) => {
    knocks += 1;
    response.end("secret");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const at = server.address();
  const port = at && typeof at === "object" ? at.port : 0;
  for (const href of [
    `http://127.0.0.1:${port}/`,
    `http://localhost:${port}/`,
    "http://localhost/",
    "http://2130706433/",
    "http://0x7f.1/",
    "http://[::1]/",
    "http://user:word@example.org/",
    "file:///etc/passwd",
    "ftp://example.org/",
    "no address",
  ]) {
    assert.deepEqual(await askWebAddress(href), { ok: false, reason: "not-public" }, href);
  }
  server.close();
  assert.equal(knocks, 0);
});

test("a page is called as it wants to be shared, else by its title", () => {
  const html =
    '<title>Plain &amp; simple\n</title><meta property="og:title" content="Shared"><meta name="description" content=" What it is ">';
  assert.deepEqual(headOf(html), { title: "Shared", description: "What it is" });
  assert.deepEqual(headOf("<title>Only\n this</title>"), { title: "Only this", description: "" });
  assert.deepEqual(headOf(""), { title: "", description: "" });
});
