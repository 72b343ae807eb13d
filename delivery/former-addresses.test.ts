import assert from "node:assert/strict";
import { test } from "node:test";
import { addresses, html, notFound, runPublication } from "#delivery/testing/running-publication";

test("a former address leads to the present one for good; a page still there is never taken for one", async () => {
  const { ask } = await runPublication((address) => (address === "/asia/new" ? html("news") : notFound), {
    addresses: {
      ...addresses,
      findRedirect: async (paths) =>
        paths.some((path) => ["/asia/old", "/2024/11/old/", "/?p=2104", "/asia/new"].includes(path))
          ? "/asia/new"
          : undefined,
    },
  });
  for (const path of ["/asia/old", "/2024/11/old/", "/?p=2104", "/asia/Old"]) {
    const { status, headers } = await ask(path);
    assert.ok([301, 308].includes(status), path);
    assert.match(headers.location ?? "", /^\/asia\/(?:new|old)$/, path);
  }
  assert.equal((await ask("/asia/new")).status, 200);
});

const toldOf = async (left: number, seconds: number, path: string) => {
  const { ask } = await runPublication(() => notFound, {
    addresses: {
      ...addresses,
      nextAppearance: async (now) => (left < Number.POSITIVE_INFINITY ? new Date(now.getTime() + left) : undefined),
      findRedirect: async ([from]) => (from === "/asia/briefing" || from === "/?p=2104" ? "/asia/a" : undefined),
    },
    caching: { seconds, whileRevalidating: 5 },
  });
  return (await ask(path)).headers["cache-control"] ?? "";
};

test("caches remember where a former address leads no longer than pages, nor beyond what may come to be there", async () => {
  const never = Number.POSITIVE_INFINITY;
  for (const path of ["/asia/briefing", "/?p=2104", "/Asia"]) {
    assert.match(await toldOf(never, 86_400, path), /s-maxage=300, stale-while-revalidate=0$/, path);
    assert.match(await toldOf(never, 5, path), /s-maxage=5, stale/, path);
    assert.match(await toldOf(60_900, 86_400, path), /s-maxage=59, must-revalidate$/, path);
  }
});

test("once another story comes out at a former address, nobody is sent away from there any more", async () => {
  let clock = Date.now();
  const noon = clock + 60_000;
  const { ask } = await runPublication(() => html("the briefing"), {
    now: () => clock,
    addresses: {
      nextAppearance: async () => (clock < noon ? new Date(noon) : undefined),
      findRedirect: async () => "/asia/a",
      findStanding: async () => (clock < noon ? { kind: "absent" } : { kind: "there" }),
    },
  });
  assert.equal((await ask("/asia/briefing")).headers.location, "/asia/a");
  clock = noon - 1;
  assert.equal((await ask("/asia/briefing")).status, 301);
  clock = noon;
  assert.match((await ask("/asia/briefing")).text, /the briefing/);
});

test("every other writing of an address leads to the one it has, and never to another site", async () => {
  const { ask } = await runPublication(() => html("news"));
  const moved = {
    "/asia/": "/asia",
    "/Asia/Strait?page=2": "/asia/strait?page=2",
    "//evil.example/": "/evil.example",
    "/asia//strait": "/asia/strait",
    "/asia/%6eew": "/asia/new",
    "/asia/%ed%95%9c": "/asia/%ED%95%9C",
  };
  for (const [from, to] of Object.entries(moved)) {
    const { status, headers } = await ask(from);
    assert.deepEqual([status, headers.location], [308, to]);
  }
});
