import assert from "node:assert/strict";
import { test } from "node:test";
import { TooManyWaiting } from "#core/few-at-once";
import { EncodedBody } from "#delivery/encoded-body";
import { addresses, html, notFound, runPublication } from "#delivery/testing/running-publication";

test("what is not there answers 404 with the page made for it, and that page has no address of its own", async () => {
  const { ask } = await runPublication((address) =>
    address === "/not-found-page" ? html("Nothing here. Try a search.") : notFound,
  );
  const wrong = await ask("/asia/wrong");
  assert.equal(wrong.status, 404);
  assert.match(wrong.text, /Try a search/);
  assert.ok(!wrong.text.includes("framework()"));
  for (const path of ["/not-found-page", "/error-page", "/asia/..%2f..%2fdesk", "/asia/%00", "/%E0%A4", "/a%5Cb"]) {
    assert.equal((await ask(path)).status, 404, path);
  }
});

test("an address that leads nowhere is not rendered, whatever its shape; the page that says so is, once", async () => {
  const { ask, rendered } = await runPublication((address) => html(address), {
    addresses: {
      ...addresses,
      findRedirect: async ([path]) => (path === "/asia/old" ? "/asia" : undefined),
      findStanding: async (place) =>
        place.kind === "section" && place.slug === "asia" ? { kind: "there" } : { kind: "absent" },
    },
  });
  for (const path of ["/asia/wrong", "/wrong", "/topics/wrong", "/a/b/c", "/wp-login.php", "/asia/wrong?comments=2"]) {
    const { status, text } = await ask(path);
    assert.deepEqual([status, /not-found-page/.test(text)], [404, true], path);
  }
  assert.equal((await ask("/asia/old")).status, 301);
  assert.equal((await ask("/asia")).status, 200);
  assert.deepEqual(rendered, ["/not-found-page", "/asia"]);
});

test("where an article was withdrawn it says that it was, and answers 410", async () => {
  let standing: "withdrawn" | "there" = "withdrawn";
  const { ask, forget } = await runPublication((address) => html(address), {
    addresses: { ...addresses, findStanding: async () => ({ kind: standing }) },
  });
  const gone = await ask("/asia/strait");
  assert.deepEqual([gone.status, /withdrawn-page/.test(gone.text)], [410, true]);
  assert.match(gone.headers["cache-control"] ?? "", /s-maxage=5\b/);
  standing = "there";
  forget(["article:7"]);
  assert.equal((await ask("/asia/strait")).status, 200);
  assert.equal((await ask("/withdrawn-page")).status, 404);
});

test("a comment that cannot be answered any more leads to the form under its article", async () => {
  const { ask, rendered } = await runPublication((address) => html(address), {
    addresses: {
      ...addresses,
      findStanding: async (place) =>
        place.kind === "article" && place.replyTo === 9 ? { kind: "nothing-to-answer" } : { kind: "there" },
    },
  });
  const { status, headers } = await ask("/asia/strait?reply-to=9");
  assert.deepEqual([status, headers.location], [307, "/asia/strait#respond"]);
  assert.equal((await ask("/asia/strait?reply-to=8")).status, 200);
  assert.deepEqual(rendered, ["/asia/strait?reply-to=8"]);
});

test("a page of a list that would begin after nothing of it leads to the page of that number", async () => {
  const { ask, rendered } = await runPublication((address) => html(address), {
    addresses: {
      ...addresses,
      findStanding: async (place) =>
        place.kind === "section" && place.after === 9 ? { kind: "nothing-to-follow" } : { kind: "there" },
    },
  });
  const led = async (path: string) => {
    const { status, headers } = await ask(path);
    return [status, headers.location];
  };
  assert.deepEqual(await led("/asia?page=2&after=9"), [307, "/asia?page=2"]);
  assert.deepEqual(await led("/asia?after=9"), [307, "/asia"]);
  assert.deepEqual(await led("/asia?page=2&after=8"), [200, undefined]);
  assert.deepEqual(rendered, ["/asia?page=2&after=8"]);
});

test("what comes to be at a wrong address is there at the next request", async () => {
  let there = false;
  const { ask, forget } = await runPublication(() => (there ? html("news") : notFound));
  assert.equal((await ask("/asia/strait")).status, 404);
  there = true;
  forget(["latest"]);
  assert.equal((await ask("/asia/strait")).status, 200);
});

test("an article that waits is there at its second, though its address was asked for before", async () => {
  let clock = Date.now();
  const appears = clock + 5_000;
  const { ask } = await runPublication(() => (clock < appears ? notFound : html("news")), {
    now: () => clock,
    addresses: { ...addresses, nextAppearance: async () => new Date(appears) },
  });
  assert.equal((await ask("/asia/strait")).status, 404);
  clock = appears;
  assert.equal((await ask("/asia/strait")).status, 200);
});

test("a page that may begin after an article at that article's second does so, though it was asked for before", async () => {
  let clock = Date.now();
  const appears = clock + 5_000;
  const { ask } = await runPublication(() => html("news"), {
    now: () => clock,
    addresses: {
      ...addresses,
      findStanding: async () => ({ kind: clock < appears ? "nothing-to-follow" : "there" }),
      nextAppearance: async () => new Date(appears),
    },
  });
  assert.equal((await ask("/asia?page=2&after=9")).status, 307);
  clock = appears;
  assert.equal((await ask("/asia?page=2&after=9")).status, 200);
});

test("a page that fails is served as it last was, and the log says so; other pages are unhurt", async () => {
  let broken = false;
  const { ask, forget, logged } = await runPublication((address, { tags }) => {
    tags.add("latest");
    if (broken && address === "/asia") throw new Error("disk on fire");
    return html(`page ${address}`);
  });
  const before = await ask("/asia");
  broken = true;
  forget(["latest"]);
  const afterwards = await ask("/asia?utm=1");
  assert.equal(afterwards.status, 200);
  assert.equal(afterwards.text, before.text);
  assert.equal(afterwards.headers["cache-control"], "no-store");
  assert.match(logged[0]?.words ?? "", /last good copy/);
  assert.equal((await ask("/europe")).status, 200);
  broken = false;
  assert.match((await ask("/asia")).headers["cache-control"] ?? "", /s-maxage/);
});

test("an article withdrawn since is not served from its last good copy", async () => {
  let broken = false;
  const { ask, forget } = await runPublication(
    (address, { tags }) => {
      tags.add("article:7");
      if (broken && address !== "/error-page") return { ...html("framework's error"), status: 500 };
      return html(address === "/error-page" ? "Out of order" : "secret");
    },
    {
      addresses: { ...addresses, findStanding: async () => ({ kind: "there", articleId: 7 }) },
      maybeShown: async () => false,
    },
  );
  await ask("/asia/strait");
  broken = true;
  forget(["article:7"]);
  const { status, text, headers } = await ask("/asia/strait");
  assert.equal(status, 500);
  assert.match(text, /Out of order/);
  assert.doesNotMatch(text, /secret|framework/);
  assert.equal(headers["cache-control"], "no-store");
});

test("where not even the page for errors can be rendered there is still a page", async () => {
  const { ask } = await runPublication(() => {
    throw new Error("no memory");
  });
  const { status, text } = await ask("/asia");
  assert.equal(status, 500);
  assert.match(text, /out of order/);
});

test("a view of an article counts whether its page was kept or not, a look at its headers does not", async () => {
  const { ask, views } = await runPublication(
    (_, { tags }) => {
      tags.add("article:7");
      return html("news");
    },
    {
      addresses: {
        ...addresses,
        findStanding: async (place) => (place.kind === "article" ? { kind: "there", articleId: 7 } : { kind: "there" }),
      },
    },
  );
  await ask("/asia/strait");
  await ask("/asia/strait");
  await ask("/asia/strait", { method: "HEAD" });
  await ask("/asia");
  assert.deepEqual(views, [7, 7]);
});

test("other methods are refused with the ones that are not", async () => {
  const { ask } = await runPublication(() => html("news"));
  for (const method of ["PUT", "DELETE", "PATCH", "OPTIONS", "PURGE"]) {
    const { status, headers } = await ask("/asia", { method });
    assert.equal(status, 405, method);
    assert.equal(headers.allow, "GET, HEAD, POST");
  }
});

test("a page behind a private link is as plain as others, and kept by nobody", async () => {
  const { ask, rendered, pages } = await runPublication((address) => html(`yours: ${address}`));
  for (let time = 0; time < 2; time += 1) {
    const { text, headers } = await ask("/replies/aB3_-xYz?done=saved&utm=1");
    assert.match(text, /\/replies\/aB3_-xYz\?done=saved/);
    assert.doesNotMatch(text, /framework/);
    assert.equal(headers["cache-control"], "no-store");
    assert.equal(headers["cache-tag"], undefined);
    assert.equal(headers["referrer-policy"], "same-origin");
  }
  assert.equal(rendered.length, 2);
  assert.equal(pages.extent.pages, 0);
});

test("a private link that opens nothing is remembered by no cache either", async () => {
  const { ask } = await runPublication((address) => html(address), {
    addresses: { ...addresses, findStanding: async () => ({ kind: "absent" }) },
  });
  assert.match(String((await ask("/asia/wrong")).headers["cache-control"]), /s-maxage=5/);
  const { status, headers } = await ask("/replies/wrong");
  assert.deepEqual([status, headers["cache-control"]], [404, "no-store"]);
  assert.match(String((await ask("/asia/wrong")).headers["cache-control"]), /s-maxage=5/);
});

test("a page that is asked for often gets smaller; where that fails, the log says why and readers get what there is", async (t) => {
  const { ask, logged } = await runPublication((address) => html(`${address} `.repeat(300)));
  const often = async (path: string) => {
    const asked = () => ask(path, { headers: { "accept-encoding": "br" } });
    const first = await asked();
    for (let times = 1; times < 64; times += 1) await asked();
    // Before this one, whatever waited to be polished has been.
    await new EncodedBody(Buffer.from("news"), "text/plain").polish();
    return { first, last: await asked() };
  };
  const asia = await often("/asia");
  assert.notEqual(asia.last.headers.etag, asia.first.headers.etag);
  assert.equal(asia.last.text, asia.first.text);
  assert.deepEqual(logged, []);

  const error = new Error("Out of memory.");
  t.mock.method(EncodedBody.prototype, "polish", () => Promise.reject(error), { times: 1 });
  const europe = await often("/europe");
  assert.deepEqual([europe.last.status, europe.last.headers.etag], [200, europe.first.headers.etag]);
  assert.deepEqual(logged, [{ words: "A page stays larger than it could be", fields: { error, path: "/europe" } }]);
});

test("a page for which too many wait is to be asked for again; no log fills with it, and what was kept is served", async () => {
  let crowded = false;
  const { ask, forget, logged } = await runPublication((_, { tags }) => {
    tags.add("latest");
    if (crowded) throw new TooManyWaiting();
    return html("news");
  });
  const before = await ask("/asia");
  crowded = true;
  forget(["latest"]);
  assert.equal((await ask("/asia")).text, before.text);
  const { status, text, headers } = await ask("/search?q=flood");
  assert.deepEqual([status, headers["retry-after"], headers["cache-control"]], [503, "10", "no-store"]);
  assert.match(text, /<h1>Please try again in a moment/);
  assert.deepEqual(logged, []);
  crowded = false;
  assert.equal((await ask("/search?q=flood")).status, 200);
});
