import assert from "node:assert/strict";
import { test } from "node:test";
import type { PageContext } from "#delivery/page-context";
import { gate, html, runPublication } from "#delivery/testing/running-publication";

const place = (name: string) => `<template data-part="${name}"></template>`;
const part = (words: string) => html(`<template data-part-content="">${words}</template>`);

/** A publication whose pages show what is trending; each page and the part depend on a tag of their own. */
const withTrending = (trending: (context: PageContext) => Promise<string> | string) =>
  runPublication(
    async (address, context) => {
      if (address.startsWith("/page-part/")) {
        context.tags.add("trending");
        return part(await trending(context));
      }
      context.tags.add(address === "/asia" ? "section:1" : "section:2");
      return html(`words of ${address}, read now: ${place("trending")}, and more`);
    },
    { now: () => clock },
  );

let clock = Date.now();

test("a part is rendered once for all pages, and stands in each of them", async () => {
  const { ask, rendered } = await withTrending(() => "the strait");
  for (const path of ["/asia", "/europe"]) {
    const { text, headers } = await ask(path);
    assert.ok(text.includes(`words of ${path}, read now: the strait, and more`));
    assert.match(String(headers["cache-tag"]), /section:.*trending/);
  }
  assert.deepEqual(rendered, ["/asia", "/page-part/trending", "/europe"]);
  assert.equal((await ask("/page-part/trending")).status, 404);
});

test("a change of a part is on every page at the next request, and renders nothing but the part", async () => {
  let words = "the strait";
  const { ask, forget, rendered } = await withTrending(() => words);
  const headers = { "Accept-Encoding": "br" };
  const first = await ask("/asia", { headers });
  await ask("/europe");
  rendered.length = 0;
  words = "the ferry and the strait";
  forget(["trending"]);
  const second = await ask("/asia", { headers: { ...headers, "If-None-Match": first.headers.etag } });
  assert.ok(second.text.includes("words of /asia, read now: the ferry and the strait, and more"));
  assert.ok((await ask("/europe")).text.includes("read now: the ferry and the strait, and more"));
  words = "nothing";
  forget(["trending"]);
  assert.ok((await ask("/asia")).text.includes("words of /asia, read now: nothing, and more"));
  assert.deepEqual(rendered, ["/page-part/trending", "/page-part/trending"]);
});

test("a part that says the same after a change leaves the pages as they are, and they change with it the next time", async () => {
  let words = "the strait";
  const { ask, forget, pages } = await withTrending(() => words);
  const headers = { "Accept-Encoding": "br" };
  const first = await ask("/asia", { headers });
  const kept = pages.fresh("/asia");
  forget(["trending"]);
  assert.equal(pages.fresh("/asia"), undefined);
  const again = await ask("/asia", { headers: { ...headers, "If-None-Match": first.headers.etag } });
  assert.equal(again.status, 304);
  assert.equal(pages.fresh("/asia"), kept);
  words = "the ferry";
  forget(["trending"]);
  assert.ok((await ask("/asia", { headers })).text.includes("read now: the ferry, and more"));
});

test("a new ranking reaches many pages little by little, and no cache outside keeps the older for long", async () => {
  let words = "the strait";
  const { ask, forget, rendered } = await withTrending(() => words);
  const paths = Array.from({ length: 40 }, (_, number) => `/topics/${number}`);
  const everywhere = () => Promise.all(paths.map((path) => ask(path)));
  await everywhere();
  rendered.length = 0;
  words = "the ferry";
  forget(["trending"]);
  for (const expected of [30, 20, 10, 0, 0]) {
    const pages = await everywhere();
    const older = pages.filter(({ text }) => text.includes("read now: the strait"));
    assert.equal(older.length, expected);
    for (const { headers } of older) assert.match(headers["cache-control"] ?? "", /s-maxage=5\d, must-revalidate/);
    for (const { headers } of pages.filter((page) => !older.includes(page))) {
      assert.doesNotMatch(headers["cache-control"] ?? "", /must-revalidate/);
    }
    clock += 100;
  }
  assert.deepEqual(rendered, ["/page-part/trending"]);
});

test("a page that still shows an older ranking weighs what it is asked for", async () => {
  let words = "the strait";
  const { ask, forget, pages } = await withTrending(() => `${words} ${"and so on ".repeat(50)}`);
  const paths = Array.from({ length: 11 }, (_, number) => `/topics/${number}`);
  for (const path of paths) await ask(path, { headers: { "Accept-Encoding": "br" } });
  words = "the ferry";
  forget(["trending"]);
  for (const path of paths) await ask(path, { headers: { "Accept-Encoding": "br" } });
  const { bytes } = pages.extent;
  const older = await ask("/topics/10", { headers: { "Accept-Encoding": "gzip" } });
  assert.ok(older.text.includes("the strait"));
  assert.equal(pages.extent.bytes - bytes, older.bytes.length);
});

test("what an older ranking shows is never stale: a withdrawn article leaves it at once, and so does a ranking before that", async () => {
  for (const change of ["article:7", "trending"] as const) {
    let words = "withdrawn later";
    const { ask, forget } = await withTrending((context) => {
      if (words === "withdrawn later") context.tags.add("article:7");
      return words;
    });
    const paths = Array.from({ length: 40 }, (_, number) => `/topics/${number}`);
    const everywhere = async () => (await Promise.all(paths.map((path) => ask(path)))).map(({ text }) => text);
    await everywhere();
    words = "the ferry";
    forget(["trending"]);
    assert.ok((await everywhere()).some((text) => text.includes("withdrawn later")));
    forget([change]);
    for (const text of await everywhere()) assert.ok(text.includes("read now: the ferry"));
  }
});

test("a change of a page renders that page, and no part", async () => {
  const { ask, forget, rendered } = await withTrending(() => "the strait");
  await ask("/asia");
  rendered.length = 0;
  forget(["section:1"]);
  await ask("/asia");
  assert.deepEqual(rendered, ["/asia"]);
});

test("a part that changes by the clock changes in every page, and no cache outside may keep one beyond it", async () => {
  const lifts = clock + 10_000;
  const { ask, rendered } = await withTrending((context) => {
    if (clock < lifts) context.changesAt = lifts;
    return clock < lifts ? "soon" : "lifted";
  });
  const waiting = await ask("/asia");
  assert.ok(waiting.text.includes("read now: soon"));
  assert.match(waiting.headers["cache-control"] ?? "", /must-revalidate/);
  clock = lifts;
  assert.ok((await ask("/asia")).text.includes("read now: lifted"));
  assert.deepEqual(rendered, ["/asia", "/page-part/trending", "/page-part/trending"]);
});

test("a part rendered before a change is given to nobody who asks after it, and is not kept in a page", async () => {
  const hold = gate();
  let words = "old";
  const { ask, forget, rendered } = await withTrending(async () => {
    const read = words;
    if (read === "old") await hold.opened;
    return read;
  });
  const before = ask("/asia");
  while (rendered.length < 2) await new Promise(setImmediate);
  words = "new";
  forget(["trending"]);
  const afterwards = ask("/asia");
  await new Promise((resolve) => setTimeout(resolve, 20));
  hold.open();
  assert.ok((await before).text.includes("read now: old"));
  assert.ok((await afterwards).text.includes("read now: new"));
  assert.ok((await ask("/asia")).text.includes("read now: new"));
});

test("a part that cannot be rendered hurts no page: its last good copy stands there, or nothing, and the log says so", async () => {
  let failing = true;
  const { ask, forget, logged } = await withTrending(() => {
    if (failing) throw new Error("no such table");
    return "the strait";
  });
  const without = await ask("/asia");
  assert.deepEqual([without.status, without.text.includes("read now: , and more")], [200, true]);
  assert.deepEqual(
    logged.map(({ words, fields }) => [words, (fields as { part: string }).part]),
    [["A part of many pages could not be rendered", "/page-part/trending"]],
  );
  failing = false;
  assert.ok((await ask("/asia")).text.includes("read now: the strait"));
  failing = true;
  forget(["trending"]);
  assert.ok((await ask("/asia")).text.includes("read now: the strait"));
});

test("the page that answers a refused form has its parts", async () => {
  const { ask } = await runPublication(
    (address) => (address.startsWith("/page-part/") ? part("the strait") : html(`read now: ${place("trending")}`)),
    {
      forms: {
        reply: async () => ({ kind: "refused", status: 422, form: { name: "reply", values: {}, errors: {} } }),
      },
    },
  );
  const { status, text } = await ask("/asia/strait", {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded", Host: "news.test", Origin: "http://news.test" },
    body: "form=reply",
  });
  assert.deepEqual([status, text.includes("read now: the strait")], [422, true]);
});
