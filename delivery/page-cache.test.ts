import assert from "node:assert/strict";
import { test } from "node:test";
import { gate, html, notFound, runPublication } from "#delivery/testing/running-publication";

test("a page is rendered once, however many ask for it at the same time and afterwards", async () => {
  const hold = gate();
  const { ask, rendered } = await runPublication(async () => {
    await hold.opened;
    return html("news");
  });
  const asking = Array.from({ length: 20 }, () => ask("/asia"));
  while (rendered.length === 0) await new Promise(setImmediate);
  hold.open();
  const answers = await Promise.all(asking);
  assert.ok(answers.every(({ status, text }) => status === 200 && text.includes("news")));
  await ask("/asia");
  assert.deepEqual(rendered, ["/asia"]);
});

test("a page without the framework's script has ours", async () => {
  const { ask } = await runPublication(() => html("news"));
  const { text } = await ask("/asia");
  assert.ok(!text.includes("framework()"));
  assert.match(text, /<script src="\/assets\/reader.js" defer><\/script><\/head>/);
});

test("each encoding says the same, has its own strong entity tag, and is told to caches", async () => {
  const { ask } = await runPublication(() => html("news ".repeat(200)));
  const answers = await Promise.all(
    [undefined, "gzip", "gzip, deflate, br, zstd", "br;q=0, gzip;q=0.5"].map((accepts) =>
      ask("/asia", { headers: accepts === undefined ? {} : { "Accept-Encoding": accepts } }),
    ),
  );
  assert.deepEqual(
    answers.map(({ headers }) => headers["content-encoding"]),
    [undefined, "gzip", "br", "gzip"],
  );
  assert.equal(new Set(answers.map(({ text }) => text)).size, 1);
  assert.equal(new Set(answers.map(({ headers }) => headers.etag)).size, 3);
  assert.ok(answers.every(({ headers }) => headers.vary === "Accept-Encoding" && headers.etag?.startsWith('"')));
});

test("who has the page is told so, whichever encoding they have; who has an older one gets it all", async () => {
  let words = "first";
  const { ask, forget } = await runPublication((_, { tags }) => {
    tags.add("latest");
    return html(words.repeat(100));
  });
  const { headers } = await ask("/", { headers: { "Accept-Encoding": "gzip" } });
  const known = { "If-None-Match": `"other", W/${headers.etag}` };
  const unchanged = await ask("/", { headers: { ...known, "Accept-Encoding": "br" } });
  assert.equal(unchanged.status, 304);
  assert.equal(unchanged.bytes.length, 0);
  assert.ok(unchanged.headers["content-security-policy"]);
  words = "second";
  forget(["latest"]);
  assert.equal((await ask("/", { headers: known })).status, 200);
});

test("HEAD has the headers of GET and no body", async () => {
  const { ask } = await runPublication(() => html("news"));
  const full = await ask("/asia");
  const head = await ask("/asia", { method: "HEAD" });
  assert.equal(head.bytes.length, 0);
  assert.equal(head.headers["content-length"], full.headers["content-length"]);
  assert.equal(head.headers.etag, full.headers.etag);
});

test("neither unknown parameters nor headers reach a page or make another one", async () => {
  const { ask, rendered } = await runPublication((address) => html(`page at ${address}`));
  const first = await ask("/asia/strait");
  const attempts = [
    ask("/asia/strait?utm_source=x&_rsc=1k2j"),
    ask("/asia/strait?page=2&__nextDataReq=1"),
    ask("/asia/strait", { headers: { RSC: "1", "Next-Router-Prefetch": "1", Cookie: "a=b" } }),
    ask("/asia/strait", {
      headers: { Host: "evil.example", "X-Forwarded-Host": "evil.example", "X-Original-URL": "/desk" },
    }),
    ask("/asia/strait", { headers: { "x-middleware-subrequest": "src/middleware", "x-invoke-path": "/desk" } }),
    ask("/asia/strait?reply=<script>&order=sideways&comments=-1"),
  ];
  for (const { status, text } of await Promise.all(attempts)) {
    assert.equal(status, 200);
    assert.equal(text, first.text);
  }
  assert.deepEqual(rendered, ["/asia/strait"]);
});

test("declared parameters make a page of their own, in one order and one writing", async () => {
  const { ask, rendered } = await runPublication((address) => html(address));
  await ask("/asia?page=2&utm=1");
  await ask("/asia?utm=2&page=2");
  await ask("/asia?page=1");
  await ask("/asia");
  await ask("/search?page=2&q=%20Seoul%20");
  await ask("/search?q=Seoul&page=2");
  assert.deepEqual(rendered, ["/asia?page=2", "/asia", "/search?q=Seoul&page=2"]);

  // What one route reads is nothing to another.
  rendered.length = 0;
  const pages = ["/", "/archive", "/privacy", "/feed.xml", "/asia/feed.xml", "/topics/ports/feed.json", "/sitemap.xml"];
  for (const path of pages) for (const extra of ["", "?page=2", "?comments=3", "?after=4&q=x"]) await ask(path + extra);
  for (const path of ["/topics/ports", "/archive/2026/11"])
    for (const extra of ["", "?after=4"]) await ask(path + extra);
  assert.deepEqual(rendered, [...pages, "/topics/ports", "/archive/2026/11"]);
});

test("a change renders the pages that show it, at the next request, and no other", async () => {
  let name = "old";
  const { ask, forget, rendered } = await runPublication((address, { tags }) => {
    tags.add(address === "/asia" ? "section:1" : "section:2");
    return html(name);
  });
  await ask("/asia");
  await ask("/europe");
  name = "new";
  forget(["section:1"]);
  assert.match((await ask("/asia")).text, /new/);
  assert.match((await ask("/europe")).text, /old/);
  assert.deepEqual(rendered, ["/asia", "/europe", "/asia"]);
});

test("what was rendered before a change is given to nobody who asks after it, and is not kept", async () => {
  const hold = gate();
  let name = "old";
  const { ask, forget, rendered } = await runPublication(async (_, { tags }) => {
    const read = name;
    tags.add("article:1");
    if (read === "old") await hold.opened;
    return html(read);
  });
  const before = ask("/asia/strait");
  while (rendered.length === 0) await new Promise(setImmediate);
  name = "new";
  forget(["article:1"]);
  const afterwards = ask("/asia/strait");
  await new Promise((resolve) => setTimeout(resolve, 20));
  hold.open();
  assert.match((await before).text, /old/);
  assert.match((await afterwards).text, /new/);
  assert.match((await ask("/asia/strait")).text, /new/);
});

test("a change of something else leaves a rendering under way as good as it was", async () => {
  const hold = gate();
  const { ask, forget, rendered } = await runPublication(async (_, { tags }) => {
    await hold.opened;
    tags.add("article:1");
    return html("news");
  });
  const asking = ask("/asia/strait");
  while (rendered.length === 0) await new Promise(setImmediate);
  forget(["article:2"]);
  hold.open();
  await asking;
  await ask("/asia/strait");
  assert.equal(rendered.length, 1);
});

test("an embargo lifts at its second, and no cache outside may keep the page beyond it", async () => {
  let clock = Date.now();
  const lifts = clock + 10_000;
  const { ask, rendered } = await runPublication(
    (_, context) => {
      if (clock < lifts) context.changesAt = lifts;
      return html(clock < lifts ? "soon" : "now");
    },
    { now: () => clock },
  );
  const waiting = await ask("/");
  assert.match(waiting.text, /soon/);
  assert.match(waiting.headers["cache-control"] ?? "", /s-maxage=(?:8|9), must-revalidate/);
  clock = lifts - 1;
  assert.match((await ask("/")).text, /soon/);
  clock = lifts;
  assert.match((await ask("/")).text, /now/);
  assert.deepEqual(rendered, ["/", "/"]);
});

test("a cache that counts in whole seconds has no grace that ends after the change", async () => {
  const told = async (left: number) => {
    const { ask } = await runPublication(
      (_, context) => {
        context.changesAt = Date.now() + left;
        return html("soon");
      },
      { caching: { seconds: 5, whileRevalidating: 5 } },
    );
    return (await ask("/")).headers["cache-control"];
  };
  assert.equal(await told(10_900), "public, max-age=0, s-maxage=5, must-revalidate");
  assert.equal(await told(15_000), "public, max-age=0, s-maxage=5, stale-while-revalidate=5");
});

test("a flood of wrong addresses costs no page its place", async () => {
  const { ask, rendered, pages } = await runPublication(
    (address) => (/wrong|not-found/.test(address) ? notFound : html(address)),
    {
      cacheBytes: 100_000,
    },
  );
  await ask("/asia");
  for (let number = 0; number < 300; number += 1) await ask(`/asia/wrong-${number}`);
  await ask("/asia");
  assert.equal(rendered.filter((address) => address === "/asia").length, 1);
  assert.ok(pages.extent.bytes < 100_000);
});

test("pages with parameters cannot push out the pages themselves, and memory stays within bounds", async () => {
  const { ask, rendered, pages } = await runPublication((address) => html(address.repeat(100)), {
    cacheBytes: 200_000,
  });
  await ask("/asia");
  for (let number = 2; number < 200; number += 1) await ask(`/asia?page=${number}`);
  await ask("/asia");
  assert.equal(rendered.filter((address) => address === "/asia").length, 1);
  assert.ok(pages.extent.bytes <= 200_000, `${pages.extent.bytes} bytes`);
});

test("a page takes the memory of the form it is asked for, and is still found by what it shows", async () => {
  const { ask, pages, forget } = await runPublication((_, { tags }) => {
    tags.add("latest");
    return html("news ".repeat(4_000));
  });
  await ask("/asia", { headers: { "Accept-Encoding": "br" } });
  assert.equal(pages.extent.pages, 1);
  assert.ok(pages.extent.bytes < 5_000, `${pages.extent.bytes} bytes`);
  await ask("/asia");
  assert.ok(pages.extent.bytes > 20_000, `${pages.extent.bytes} bytes`);
  assert.ok(pages.fresh("/asia"));
  forget(["latest"]);
  assert.equal(pages.fresh("/asia"), undefined);
});

test("the least recently read page goes first", async () => {
  const { ask, rendered } = await runPublication(() => html("x".repeat(20_000)), { cacheBytes: 100_000 });
  for (const path of ["/a", "/b", "/c", "/a", "/d", "/a", "/b"]) await ask(path);
  assert.deepEqual(rendered, ["/a", "/b", "/c", "/d", "/b"]);
});

test("an often read page is pressed harder, says the same, and who had it before still has it", async () => {
  const { ask } = await runPublication(() => html("The strait was calm that morning. ".repeat(300)));
  const headers = { "Accept-Encoding": "br" };
  const first = await ask("/asia", { headers });
  let last = first;
  for (let count = 0; count < 400 && last.headers.etag === first.headers.etag; count += 1)
    last = await ask("/asia", { headers });
  assert.notEqual(last.headers.etag, first.headers.etag);
  assert.ok(last.bytes.length <= first.bytes.length);
  assert.equal(last.text, first.text);
  assert.equal((await ask("/asia", { headers: { ...headers, "If-None-Match": first.headers.etag } })).status, 304);
});
