import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { after, test } from "node:test";
import type { Log } from "#delivery/log";
import { OutsideCaches } from "#delivery/purge-outside";

const purges: IncomingMessage[] = [];
let status = 200;
const cache = createServer((request, response) => {
  purges.push(request);
  response.writeHead(status).end();
  cache.emit("purge");
}).listen(0, "127.0.0.1");
await once(cache, "listening");
const address = `http://127.0.0.1:${(cache.address() as AddressInfo).port}/`;
after(() => {
  cache.closeAllConnections();
  cache.close();
});

test("changes of one moment are told to a cache together, and once more for what slipped through", async () => {
  const caches = new OutsideCaches([address], { error: () => undefined } as unknown as Log, 10);
  const keepAlive = setInterval(() => undefined, 1_000);
  caches.purge(["article:1", "latest"]);
  caches.purge(["article:1", "section:2"]);
  await once(cache, "purge");
  await once(cache, "purge");
  clearInterval(keepAlive);
  assert.deepEqual(
    purges.map(({ method, headers }) => [method, headers["cache-tag"], headers["x-purge-tags"]]),
    Array(2).fill(["PURGE", "article:1,latest,section:2,any", "article:1|latest|section:2|any"]),
  );
});

test("a cache that refuses is named in the log", async () => {
  status = 403;
  const told = new Promise<object>((resolve) => {
    new OutsideCaches([address], { error: resolve } as unknown as Log, 10).purge(["latest"]);
  });
  const keepAlive = setInterval(() => undefined, 1_000);
  assert.deepEqual(await told, { cache: new URL(address).host, reason: "answered 403" });
  clearInterval(keepAlive);
});
