import assert from "node:assert/strict";
import { createServer, type IncomingMessage } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { after, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { holdBody } from "#delivery/held-body";

const limits = { bytes: 10_000_000, ms: 60_000 };
/** Long enough that a machine that is busy with other tests is not taken for a slow line. */
const pace = { bytes: 1_000, ms: 1_000 };
const piece = Buffer.alloc(20_000, "x");
const SIZE = 15 * piece.length;

/** A server that reads what it is sent as `read` does; how many bytes it got, or that they broke off. */
async function listening(read: (request: IncomingMessage) => Promise<number>) {
  const got = Promise.withResolvers<number | "broken-off">();
  const server = createServer(async (request, response) => {
    await holdBody(request, limits, pace);
    read(request).then(got.resolve, () => got.resolve("broken-off"));
    await got.promise;
    response.end();
  }).listen(0, "127.0.0.1");
  after(() => server.close());
  await new Promise((resolve) => server.once("listening", resolve));
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  socket.on("error", () => undefined);
  const begin = (headers: string) =>
    socket.write(`POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n${headers}\r\n\r\n`);
  return { socket, begin, got: got.promise };
}

async function readAll(request: IncomingMessage): Promise<number> {
  let size = 0;
  for await (const part of request) size += part.length;
  return size;
}

test("an upload that comes by drops ends, announced or not", async () => {
  const announced = await listening(readAll);
  announced.begin(`Content-Length: ${SIZE}`);
  announced.socket.write(piece);
  const dripping = setInterval(() => announced.socket.write("drop"), 20);
  assert.equal(await announced.got, "broken-off");
  clearInterval(dripping);

  const unannounced = await listening(readAll);
  unannounced.begin("Transfer-Encoding: chunked");
  for (let sent = 0; sent < 14; sent += 1) unannounced.socket.write(`4e20\r\n${piece}\r\n`);
  assert.equal(await unannounced.got, "broken-off");
});

test("an upload over a slow line arrives whole, and so does one that we are slow to read", async () => {
  const slow = await listening(readAll);
  slow.begin(`Content-Length: ${SIZE}`);
  for (let sent = 0; sent < SIZE; sent += piece.length) {
    await wait(pace.ms / 5);
    slow.socket.write(piece);
  }
  assert.equal(await slow.got, SIZE);

  const busy = await listening(async (request) => {
    await wait(2.5 * pace.ms);
    return readAll(request);
  });
  busy.begin(`Content-Length: ${SIZE}`);
  for (let sent = 0; sent < SIZE; sent += piece.length) busy.socket.write(piece);
  assert.equal(await busy.got, SIZE);
});
