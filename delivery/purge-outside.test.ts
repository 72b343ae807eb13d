import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { after, test } from "node:test";
import { articleTag, tagsOfEveryPage } from "#core/page-tags";
import type { Log } from "#delivery/log";
import { OutsideCaches } from "#delivery/purge-outside";

/** A cache that answers each purge as `status` says, and hangs up where that says nothing. */
async function cacheThat(status: () => number | undefined) {
  const purges: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    purges.push(request);
    const answer = status();
    if (answer === undefined) request.socket.destroy();
    else response.writeHead(answer).end();
    server.emit("purge");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  after(() => server.close());
  const purged = async (times: number) => {
    while (purges.length < times) await once(server, "purge");
    return purges.map(({ headers }) => String(headers["cache-tag"]).replace(/,any$/, ""));
  };
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, purges, purged };
}

function newLog() {
  const told: { words: string; fields: Record<string, unknown> }[] = [];
  const note = (fields: Record<string, unknown>, words: string) => void told.push({ words, fields });
  return { log: { error: note, info: note } as unknown as Log, told };
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const never = 60_000;

test("changes of one moment are told to a cache together, and once more for what slipped through", async () => {
  const cache = await cacheThat(() => 200);
  const caches = new OutsideCaches([cache.address], newLog().log, { again: 10 });
  caches.purge(["article:1", "latest"]);
  caches.purge(["article:1", "section:2"]);
  await cache.purged(2);
  await pause(100);
  assert.deepEqual(
    cache.purges.map(({ method, headers }) => [method, headers["cache-tag"], headers["x-purge-tags"]]),
    Array(2).fill(["PURGE", "article:1,latest,section:2,any", "article:1|latest|section:2|any"]),
  );
});

test("a cache that refuses or is away is named in the log, and told again and again until it has heard", async () => {
  const answers = [403, undefined, 503, 200];
  const cache = await cacheThat(() => answers.shift());
  const other = await cacheThat(() => 404);
  const { log, told } = newLog();
  const caches = new OutsideCaches([cache.address, other.address], log, { again: never, retry: 60, patience: 100 });
  caches.purge(["latest"]);
  await cache.purged(1);
  await pause(20);
  // What changes meanwhile goes along.
  caches.purge(["article:7"]);
  assert.deepEqual(await cache.purged(4), ["latest", ...Array(3).fill("latest,article:7")]);
  await pause(150);
  assert.equal(cache.purges.length, 4);
  const host = new URL(cache.address).host;
  assert.deepEqual(
    told.map(({ fields }) => fields),
    [
      { cache: host, reason: "answered 403", againInMs: 60 },
      { cache: host, reason: "ECONNRESET", againInMs: 100 },
      { cache: host, reason: "answered 503", againInMs: 100 },
      { cache: host },
    ],
  );
  // Nobody else waits for it, and one that had nothing to let go of has heard.
  assert.deepEqual(await other.purged(2), ["latest", "article:7"]);
});

test("what a cache misses while it is away for long becomes every page, not an endless list", async () => {
  let isAway = true;
  const cache = await cacheThat(() => (isAway ? 503 : 200));
  const caches = new OutsideCaches([cache.address], newLog().log, { again: never, retry: 30, patience: 30 });
  for (let id = 1; id <= 5_000; id += 1) caches.purge([articleTag(id)]);
  await cache.purged(1);
  isAway = false;
  assert.equal((await cache.purged(2)).at(-1), tagsOfEveryPage.join(","));
});

test("before the process ends, what waits is told at once, and what was told once is told again", async () => {
  const cache = await cacheThat(() => 200);
  const caches = new OutsideCaches([cache.address], newLog().log, { again: never });
  caches.purge(["article:1"]);
  await cache.purged(1);
  caches.purge(["latest"]);
  await caches.flush();
  assert.deepEqual(await cache.purged(2), ["article:1", "latest,article:1"]);
  await pause(50);
  assert.equal(cache.purges.length, 2);
});

test("an end waits for no cache that is away, and for none where nothing changed", async () => {
  const cache = await cacheThat(() => undefined);
  const { log, told } = newLog();
  const caches = new OutsideCaches([cache.address], log, { retry: 10 });
  await caches.flush();
  assert.equal(cache.purges.length, 0);
  caches.purge(["latest"]);
  await caches.flush();
  await pause(50);
  assert.deepEqual([cache.purges.length, told.length], [1, 1]);
});
