import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "./fixtures.ts";
import { ask } from "./over-the-wire.ts";
import { freePort, openPublication, type Publication } from "./publication.ts";

/*
 * The caches of deploy/ in front of a publication, each as Debian has it and with the very file that operators are given,
 * with nothing but ports and folders changed. Skipped, and said to be, where one is not installed.
 */

type Ports = { cache: number; purge: number; publication: number };
type Outside = {
  missing: string | undefined;
  /** Whether the publication hears from it who has read what it keeps. */
  tellsOfViews: boolean;
  start: (folder: string, ports: Ports) => ChildProcess;
};

const missing = (...files: string[]) => files.find((file) => !existsSync(file));
const deploy = (file: string) => readFileSync(join("deploy", file), "utf8");

const caches: Record<string, Outside> = {
  nginx: {
    missing: missing("/usr/sbin/nginx", "/usr/lib/nginx/modules/ngx_http_lua_module.so"),
    tellsOfViews: true,
    start: (folder, { cache, purge, publication }) => {
      const site = deploy("nginx.conf")
        .replaceAll("/var/cache/nginx/national-update", join(folder, "kept"))
        .replaceAll("/etc/nginx/lua", join(process.cwd(), "deploy"))
        .replaceAll("127.0.0.1:3000", `127.0.0.1:${publication}`)
        .replaceAll("127.0.0.1:8099", `127.0.0.1:${purge}`)
        .replace("listen 80;", `listen 127.0.0.1:${cache};`);
      const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
        (name) => `${name}_temp_path ${folder}/temporary;`,
      );
      const modules = ["ndk_http_module.so", "ngx_http_lua_module.so"].map(
        (name) => `load_module /usr/lib/nginx/modules/${name};`,
      );
      writeFileSync(
        join(folder, "nginx.conf"),
        `${modules.join("\n")}\nuser ${userInfo().username}; daemon off; pid ${folder}/pid; error_log stderr; worker_processes 2;
         events {} http { access_log off; ${temporary.join(" ")}\n${site}\n}`,
      );
      return spawn("/usr/sbin/nginx", ["-p", folder, "-c", join(folder, "nginx.conf")], { stdio: ["ignore", 1, 2] });
    },
  },
  Varnish: {
    missing: missing("/usr/sbin/varnishd"),
    tellsOfViews: false,
    start: (folder, { cache, publication }) => {
      writeFileSync(
        join(folder, "varnish.vcl"),
        deploy("varnish.vcl").replace('.port = "3000"', `.port = "${publication}"`),
      );
      const given = ["-F", "-a", `127.0.0.1:${cache}`, "-f", join(folder, "varnish.vcl"), "-s", "malloc,64m"];
      return spawn("/usr/sbin/varnishd", [...given, "-p", "http_gzip_support=off", "-n", join(folder, "varnish")], {
        stdio: "ignore",
      });
    },
  },
};

async function openBehind(name: string, { start }: Outside, purges: boolean, occasion = String(purges)) {
  const ports = { cache: await freePort(), purge: await freePort() };
  const origin = `http://127.0.0.1:${ports.cache}`;
  const own = await openPublication(`behind-${name}-${occasion}`, {
    PUBLIC_URL: origin,
    TRUSTED_PROXIES: "127.0.0.1",
    PURGE_URLS: !purges ? "" : name === "nginx" ? `http://127.0.0.1:${ports.purge}/` : `${origin}/`,
  });
  const folder = mkdtempSync(join(tmpdir(), "national-update-cache-"));
  // Varnish works as somebody of its own.
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, "temporary"));
  const cache = start(folder, { ...ports, publication: Number(new URL(own.address).port) });
  const stop = async () => {
    const ended = cache.exitCode === null && new Promise((resolve) => cache.once("exit", resolve));
    cache.kill("SIGTERM");
    await Promise.all([ended, own.stop()]);
    rmSync(folder, { recursive: true, force: true });
  };
  const answers = () =>
    ask(origin, "/healthz").then(
      ({ status }) => status,
      () => 0,
    );
  await expect
    .poll(answers, { timeout: 20_000 })
    .toBe(200)
    .catch(async (error) => {
      await stop();
      throw error;
    });
  return { own, origin, stop };
}

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
  test(`${name} keeps pages until something they show changes, and nothing that is private`, async () => {
    test.skip(outside.missing !== undefined, `${name} is not tried here: there is no ${outside.missing}`);
    test.setTimeout(90_000);
    const { own, origin, stop } = await openBehind(name, outside, true);
    try {
      for (const path of ["/", "/asia", apart, "/feed.xml"]) {
        // Trending is ranked at the start, which takes pages away once more.
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
      const began = Date.now();
      for (const path of ["/asia/through-the-cache", "/asia", "/", "/feed.xml"]) {
        await expect
          .poll(async () => (await ask(origin, path)).text, { intervals: [50] })
          .toContain("through-the-cache");
      }
      expect(Date.now() - began).toBeLessThan(2_000);
      expect(await isKept(origin, apart)).toBe(true);

      // Later than the second purge, everything is kept again, and a broken publication takes nothing away.
      await new Promise((resolve) => setTimeout(resolve, 2_000));
      for (const path of ["/", "/asia"]) await ask(origin, path);
      await own.stop();
      for (const path of ["/", "/asia", apart]) expect((await ask(origin, path)).status, path).toBe(200);
      expect((await ask(origin, "/desk")).status).toBeGreaterThanOrEqual(500);
    } finally {
      await stop();
    }
  });

  test(`whoever reads a page that ${name} keeps counts, once each`, async ({ browser }) => {
    test.skip(outside.missing !== undefined, `${name} is not tried here: there is no ${outside.missing}`);
    test.setTimeout(90_000);
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
      if (!outside.tellsOfViews) return;
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
    test.skip(outside.missing !== undefined, `${name} is not tried here: there is no ${outside.missing}`);
    test.setTimeout(90_000);
    const { own, origin, stop } = await openBehind(name, outside, false);
    try {
      await ask(origin, "/asia");
      const fetched = Date.now();
      expect(await isKept(origin, "/asia")).toBe(true);
      publishIn(own, "asia", "a-little-later");
      await new Promise((resolve) => setTimeout(resolve, fetched + 6_000 - Date.now()));
      const late = await ask(origin, "/asia");
      expect([/kept|told/.test(String(late.headers["server-timing"])), late.text.includes("a-little-later")]).toEqual([
        true,
        false,
      ]);
      await expect.poll(async () => (await ask(origin, "/asia")).text).toContain("a-little-later");

      // An embargo allows no such moment.
      const lifts = new Date(Date.now() + 8_000);
      publishIn(own, "world", "sealed", lifts);
      await new Promise((resolve) => setTimeout(resolve, 600));
      expect((await ask(origin, "/world")).text).not.toContain("/world/sealed");
      await new Promise((resolve) => setTimeout(resolve, lifts.getTime() - Date.now() + 50));
      expect((await ask(origin, "/world")).text).toContain("/world/sealed");
    } finally {
      await stop();
    }
  });
}
