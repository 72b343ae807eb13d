import { spawnSync } from "node:child_process";
import { join } from "node:path";
import Database from "better-sqlite3";
import { caches, complaintsOfNginx, openBehind } from "./behind-caches.ts";
import { expect, test } from "./fixtures.ts";
import { ask } from "./over-the-wire.ts";
import type { Publication } from "./publication.ts";

const isKept = async (origin: string, path: string, headers: Record<string, string> = {}) =>
  /^(?:kept|told)$/.test(String((await ask(origin, path, { headers })).headers["server-timing"]));

/** Publishes in another publication than the worker's: at once, or at a moment. */
function publishIn({ dataFolder }: Publication, section: string, slug: string, at?: Date): void {
  const given = ["--disable-warning=ExperimentalWarning", "e2e/publish-there.ts", section, slug];
  const { status, stderr } = spawnSync(process.execPath, at ? [...given, String(at.getTime())] : given, {
    encoding: "utf8",
    env: { ...process.env, DATA_DIR: dataFolder },
  });
  if (status !== 0) throw new Error(stderr);
}

/** How often an article of a publication was read, as far as it has been written down. */
function viewsOf({ dataFolder }: Publication, slug: string): number {
  const database = new Database(join(dataFolder, "national-update.sqlite"), { readonly: true });
  try {
    const select =
      "select sum(views) as views from article_views join article on article.id = article_id where slug = ?";
    return (database.prepare(select).get(slug) as { views: number | null }).views ?? 0;
  } finally {
    database.close();
  }
}

const browserOf = (number: number) => `Mozilla/5.0 (X11; Linux x86_64; rv:${100 + number}.0) Gecko/20100101 Firefox`;

/** A page that shows no article, so that what is published changes nothing of it. */
const apart = "/privacy";

for (const [name, outside] of Object.entries(caches)) {
  test.describe(() => {
    // An operator's machine need not have both: what is not installed cannot be tried, and the run says so.
    test.skip(outside.missing !== undefined, `${name} is not tried here: there is no ${outside.missing}`);
    test.describe.configure({ timeout: 180_000 });

    test(`${name} keeps pages until something they show changes, and nothing that is private`, async () => {
      const { own, origin, ports, openOnceMore, stop } = await openBehind(name, outside, true);
      try {
        // At its start the publication lets go of everything, and ranks what is read: each is told a second time (`again` in
        // delivery/purge-outside.ts).
        await new Promise((resolve) => setTimeout(resolve, 2_500));
        for (const path of ["/", "/asia", apart, "/feed.xml"]) {
          await expect.poll(() => isKept(origin, path), path).toBe(true);
        }
        const brotli = { "accept-encoding": "gzip, deflate, br, zstd" };
        const packed = await ask(origin, "/asia", { headers: brotli });
        expect(packed.headers["content-encoding"]).toBe("br");
        expect(await isKept(origin, "/asia", { "accept-encoding": "br" })).toBe(true);
        const encodingFor = async (wished: string) =>
          (await ask(origin, "/asia", { headers: { "accept-encoding": wished } })).headers["content-encoding"];
        expect(await encodingFor("gzip, br;q=0")).toBe("gzip");
        expect(await encodingFor("br;q=0.0, gzip;q=0, zstd")).toBeUndefined();
        expect(await encodingFor("BR;q=0.5, gzip;q=0")).toBe("br");
        expect((await ask(origin, "/asia")).headers["content-encoding"]).toBeUndefined();
        expect(packed.headers["cache-tag"]).toBeUndefined();
        const known = { ...brotli, "if-none-match": String(packed.headers.etag) };
        expect((await ask(origin, "/asia", { headers: known })).status).toBe(304);

        // What is at the address of a picture never changes.
        const picture = /\/media\/[0-9a-f]{64}\/\d+\.\w+/.exec((await ask(origin, "/")).text)?.[0] ?? "";
        for (const lasting of [picture, /\/assets\/reader\.\w+\.js/.exec((await ask(origin, "/")).text)?.[0] ?? ""]) {
          expect((await ask(origin, lasting)).status, lasting).toBe(200);
          expect(await isKept(origin, lasting), lasting).toBe(true);
        }

        // Nobody gets a cookie with a page, and no request can put something into one.
        const evil = { cookie: "desk-session=evil", "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" };
        const trick = await ask(origin, "/world", { headers: { ...evil, "x-forwarded-for": "192.0.2.1", rsc: "1" } });
        expect(trick.text).not.toContain("evil");
        expect(trick.headers["strict-transport-security"]).toBeUndefined();
        expect(await isKept(origin, "/world")).toBe(true);
        const next = await ask(origin, "/world");
        expect([next.headers["set-cookie"], next.text === trick.text]).toEqual([undefined, true]);
        for (const path of ["/sign-in", "/desk", "/replies/secret", "/preview/secret", "/api/auth/csrf"]) {
          await ask(origin, path);
          const { headers } = await ask(origin, path);
          expect([headers["server-timing"], headers["cache-control"]], path).toEqual([
            undefined,
            expect.stringContaining("no-store"),
          ]);
        }

        // What is published is there at once, on each page that shows it; other pages stay where they are.
        expect((await ask(origin, "/asia/through-the-cache")).status).toBe(404);
        publishIn(own, "asia", "through-the-cache");
        // Without a purge it would take a day.
        for (const path of ["/asia/through-the-cache", "/asia", "/", "/feed.xml"]) {
          await expect
            .poll(async () => (await ask(origin, path)).text, { intervals: [50], timeout: 5_000 })
            .toContain("through-the-cache");
        }
        expect(await isKept(origin, apart)).toBe(true);
        expect(await isKept(origin, picture)).toBe(true);

        if (name === "nginx") {
          const plain = await ask(`http://127.0.0.1:${ports.plain}`, "/asia?page=2", {
            headers: { host: "news.example" },
          });
          expect([plain.status, plain.headers.location]).toEqual([301, "https://news.example/asia?page=2"]);
        } else {
          // Nobody whom something else passes on may purge, from the same machine or not.
          const purge = { "x-purge-tags": "navigation" };
          for (const from of ["192.0.2.1", "127.0.0.1", ""]) {
            const headers = { ...purge, "x-forwarded-for": from };
            expect((await ask(origin, "/", { method: "PURGE", headers })).status, from).toBe(403);
          }
          expect(await isKept(origin, apart)).toBe(true);
          expect((await ask(origin, "/", { method: "PURGE", headers: purge })).status).toBe(200);
          expect(await isKept(origin, apart)).toBe(false);
          // By whatever name somebody asks for it, it is one site.
          expect(await isKept(origin, apart, { host: "evil.example" })).toBe(true);
        }

        // Later than the second purge, everything is kept again, and a broken publication takes nothing away.
        await new Promise((resolve) => setTimeout(resolve, 2_000));
        for (const path of ["/", "/asia"]) await ask(origin, path);
        await own.stop();
        for (const path of ["/", "/asia", apart]) expect((await ask(origin, path)).status, path).toBe(200);
        expect((await ask(origin, "/desk")).status).toBeGreaterThanOrEqual(500);

        // What changed while it was down is there once it is up again.
        publishIn(own, "asia", "while-it-was-down");
        await openOnceMore();
        await expect
          .poll(async () => (await ask(origin, "/asia")).text, { timeout: 5_000 })
          .toContain("while-it-was-down");
      } finally {
        await stop();
      }
    });

    test(`whoever reads a page that ${name} keeps counts, once each`, async ({ browser }) => {
      const { own, origin, stop } = await openBehind(name, outside, true, "views");
      try {
        const path = "/world/read-from-afar";
        publishIn(own, "world", "read-from-afar");
        // As a program that no view is counted of, so that the page is kept for who comes after.
        await expect.poll(() => isKept(origin, path), { timeout: 15_000 }).toBe(true);
        expect(viewsOf(own, "read-from-afar")).toBe(0);

        const withScripts = await browser.newContext({ userAgent: browserOf(0) });
        const page = await withScripts.newPage();
        for (let time = 0; time < 2; time += 1) await page.goto(origin + path, { waitUntil: "networkidle" });
        await withScripts.close();
        await expect.poll(() => viewsOf(own, "read-from-afar"), { timeout: 15_000 }).toBe(1);

        // Whoever has scripts off: nginx tells of them, Varnish has no way to.
        if (!outside.tellsOfViews) {
          // TLS may end in front of it: then that says who reads, and they are not all one.
          for (const address of ["192.0.2.1", "192.0.2.2", "192.0.2.2"]) {
            const headers = { "user-agent": browserOf(1), "x-viewed": "1", "x-forwarded-for": address };
            await ask(origin, path, { method: "HEAD", headers });
          }
          await expect.poll(() => viewsOf(own, "read-from-afar"), { timeout: 15_000 }).toBe(3);
          return;
        }
        for (const number of [1, 2, 2, 3]) await ask(origin, path, { headers: { "user-agent": browserOf(number) } });
        const prefetch = { "user-agent": browserOf(4), "sec-purpose": "prefetch" };
        for (let time = 0; time < 2; time += 1) await ask(origin, path, { headers: prefetch });
        await ask(origin, path, { headers: { "user-agent": "curl/8.0 (x86_64-pc-linux-gnu) libcurl" } });
        await expect.poll(() => viewsOf(own, "read-from-afar"), { timeout: 15_000 }).toBe(4);
      } finally {
        await stop();
      }
    });

    test(`${name} without purging sends a page a few seconds old once, while it fetches the new one`, async () => {
      const { own, origin, stop } = await openBehind(name, outside, false);
      try {
        let fetched = 0;
        await expect
          .poll(async () => {
            const before = Date.now();
            const kept = await isKept(origin, "/asia");
            if (!kept) fetched = before;
            return kept;
          })
          .toBe(true);
        publishIn(own, "asia", "a-little-later");
        await new Promise((resolve) => setTimeout(resolve, fetched + 6_000 - Date.now()));
        const late = await ask(origin, "/asia");
        expect([/kept|told/.test(String(late.headers["server-timing"])), late.text.includes("a-little-later")]).toEqual(
          [true, false],
        );
        await expect.poll(async () => (await ask(origin, "/asia")).text).toContain("a-little-later");

        // An embargo allows no such moment.
        const lifts = new Date(Date.now() + 12_000);
        publishIn(own, "world", "sealed", lifts);
        await new Promise((resolve) => setTimeout(resolve, 600));
        expect((await ask(origin, "/world")).text).not.toContain("/world/sealed");
        await new Promise((resolve) => setTimeout(resolve, lifts.getTime() - Date.now() + 50));
        expect((await ask(origin, "/world")).text).toContain("/world/sealed");
      } finally {
        await stop();
      }
    });
  });
}

test("nginx takes the file as it is, and complains of nothing", async () => {
  const absent = caches.nginx?.missing;
  // As above: what is not installed cannot be tried, and the run says so.
  test.skip(absent !== undefined, `there is no ${absent}`);
  expect(await complaintsOfNginx()).toBe("");
});
