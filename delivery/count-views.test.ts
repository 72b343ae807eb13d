import assert from "node:assert/strict";
import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { test } from "node:test";
import { ViewCounter } from "#delivery/count-views";
import type { Log } from "#delivery/log";
import { ProxyTrust } from "#delivery/trusted-proxy";

const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0";
const silent = { error: () => undefined } as unknown as Log;

function counterAt(clock: { now: number }) {
  const written: Record<number, number>[] = [];
  const fails = { next: false };
  const counter = new ViewCounter(
    new ProxyTrust(["10.0.0.1"], undefined),
    async (views) => {
      if (fails.next) throw new Error("disk full");
      written.push(Object.fromEntries(views));
    },
    silent,
    () => clock.now,
  );
  return { counter, written, fails };
}

function from(address: string, headers: Record<string, string> = {}): IncomingMessage {
  const socket = { remoteAddress: address } as Socket;
  return { socket, headers: { "user-agent": firefox, ...headers } } as unknown as IncomingMessage;
}

test("a reader counts once a day for each article, over however many connections", async () => {
  const clock = { now: Date.parse("2026-11-23T23:00:00Z") };
  const { counter, written } = counterAt(clock);
  for (const request of [from("192.0.2.1"), from("192.0.2.1"), from("192.0.2.2")]) counter.count(7, request);
  counter.count(8, from("192.0.2.1"));
  await counter.flush();
  clock.now += 2 * 3_600_000;
  counter.count(7, from("192.0.2.1"));
  await counter.flush();
  assert.deepEqual(written, [{ 7: 2, 8: 1 }, { 7: 1 }]);
});

test("readers behind one trusted proxy are told apart; who only claims to be others is not", async () => {
  const { counter, written } = counterAt({ now: Date.now() });
  const proxy = from("10.0.0.1");
  for (const address of ["192.0.2.1", "192.0.2.2", "192.0.2.1"]) {
    counter.count(7, {
      ...proxy,
      headers: { ...proxy.headers, "x-forwarded-for": address },
    } as unknown as IncomingMessage);
    counter.count(8, from("203.0.113.5", { "x-forwarded-for": address }));
  }
  await counter.flush();
  assert.deepEqual(written, [{ 7: 2, 8: 1 }]);
});

test("an office is as many readers as it has; one network that claims to be thousands is not, in whichever of its addresses", async () => {
  const clock = { now: Date.parse("2026-11-23T12:00:00Z") };
  const { counter, written } = counterAt(clock);
  const claims = (number: number) => ({ "user-agent": `Mozilla/5.0 (X11; Linux) ${number}` });
  for (let number = 0; number < 60; number += 1) counter.count(7, from("192.0.2.1", claims(number)));
  for (let number = 0; number < 5_000; number += 1) {
    counter.count(8, from("192.0.2.1", claims(number)));
    counter.count(9, from(`2001:db8:0:1::${number.toString(16)}`, claims(number)));
  }
  counter.count(8, from("192.0.2.2"));
  counter.count(9, from("2001:db8:0:2::1"));
  await counter.flush();
  assert.deepEqual(written, [{ 7: 60, 8: 101, 9: 101 }]);
  clock.now += 24 * 3_600_000;
  counter.count(8, from("192.0.2.1", claims(0)));
  await counter.flush();
  assert.deepEqual(written.at(-1), { 8: 1 });
});

test("programs and pages fetched ahead do not count", async () => {
  const { counter, written } = counterAt({ now: Date.now() });
  const agents = [
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    "curl/8.5.0",
    "",
    "Mozilla/5.0 (X11) HeadlessChrome/140.0.0.0 Safari/537.36",
  ];
  for (const agent of agents) counter.count(7, from("192.0.2.1", { "user-agent": agent }));
  counter.count(7, from("192.0.2.1", { "sec-purpose": "prefetch;prerender" }));
  counter.count(7, from("192.0.2.1", { purpose: "prefetch" }));
  await counter.flush();
  assert.deepEqual(written, []);
});

test("views that could not be written are written later", async () => {
  const { counter, written, fails } = counterAt({ now: Date.now() });
  counter.count(7, from("192.0.2.1"));
  fails.next = true;
  await counter.flush();
  fails.next = false;
  counter.count(7, from("192.0.2.2"));
  await counter.flush();
  assert.deepEqual(written, [{ 7: 2 }]);
});

test("views of many articles are written little by little; a part that fails is written later, and no other twice", async () => {
  const { counter, written, fails } = counterAt({ now: Date.now() });
  for (let article = 1; article <= 250; article += 1) counter.count(article, from("192.0.2.1"));
  const first = counter.flush();
  while (written.length === 0) await Promise.resolve();
  fails.next = true;
  await first;
  fails.next = false;
  await counter.flush();
  assert.deepEqual(
    written.map((part) => Object.keys(part).length),
    [100, 100, 50],
  );
  assert.equal(new Set(written.flatMap((part) => Object.keys(part))).size, 250);
});

test("whoever stops the server waits for the views that are being written", async () => {
  const { counter, written } = counterAt({ now: Date.now() });
  for (let article = 1; article <= 250; article += 1) counter.count(article, from("192.0.2.1"));
  void counter.flush();
  await counter.flush();
  assert.equal(written.length, 3);
});

test("thousands of readers of thousands of articles are hardly ever taken for each other", async () => {
  const { counter, written } = counterAt({ now: Date.now() });
  for (let reader = 0; reader < 200; reader += 1) {
    const request = from(`192.0.2.${reader}`);
    for (let article = 1; article <= 100; article += 1) counter.count(article, request);
  }
  await counter.flush();
  const counted = Object.values(written[0] ?? {}).reduce((sum, views) => sum + views, 0);
  assert.ok(counted > 19_980 && counted <= 20_000, `${counted} of 20,000`);
});
