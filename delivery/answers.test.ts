import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { stopServer } from "#delivery/http-server";
import { StaticFiles } from "#delivery/static-files";
import { gate, html, runPublication } from "#delivery/testing/running-publication";
import { ProxyTrust } from "#delivery/trusted-proxy";

const folder = mkdtempSync(join(tmpdir(), "national-update-delivery-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const hash = createHash("sha256").update("picture").digest("hex");
mkdirSync(join(folder, "media", hash), { recursive: true });
writeFileSync(join(folder, "media", hash, "640.webp"), "webp bytes");
writeFileSync(join(folder, "secret.jpeg"), "secret");
symlinkSync(join(folder, "secret.jpeg"), join(folder, "media", "640.jpeg"));
mkdirSync(join(folder, "public", "assets"), { recursive: true });
writeFileSync(join(folder, "public", "assets", "reader.1a2b.js"), "let a=1;".repeat(100));

const run = (given = {}) =>
  runPublication(() => html("news"), {
    mediaFolder: join(folder, "media"),
    files: new StaticFiles(() => undefined)
      .add(join(folder, "public"), "", false)
      .add(join(folder, "public", "assets"), "/assets", true),
    ...given,
  });

test("every answer has the security headers and none names the software", async () => {
  const { ask } = await run();
  const paths = [
    "/",
    "/asia",
    "/desk",
    "/api/v1/articles",
    "/healthz",
    "/ASIA",
    "/_next/x",
    `/media/${hash}/640.webp`,
    "/assets/reader.1a2b.js",
  ];
  for (const path of paths) {
    const { headers } = await ask(path);
    assert.equal(headers["x-content-type-options"], "nosniff", path);

    assert.doesNotMatch(String(headers["content-security-policy"]), /unsafe/, path);
    assert.match(String(headers["content-security-policy"]), /frame-ancestors 'none'/, path);
    for (const name of [
      "referrer-policy",
      "permissions-policy",
      "cross-origin-opener-policy",
      "cross-origin-resource-policy",
    ]) {
      assert.ok(headers[name], `${name} of ${path}`);
    }
    assert.equal(headers["x-powered-by"], undefined);
    assert.equal(headers.server, undefined);
    assert.equal(headers["strict-transport-security"], undefined, path);
  }
});

test("over TLS browsers are told to stay there, also where a trusted proxy ends it, but not on anyone's word", async () => {
  const behind = await run({ trust: new ProxyTrust(["127.0.0.0/8"], undefined) });
  const alone = await run();
  const named = await run({ trust: new ProxyTrust([], "https://news.example") });
  const headers = { "X-Forwarded-Proto": "https" };
  for (const path of ["/asia", "/asia", "/desk", "/healthz"]) {
    assert.match(
      (await behind.ask(path, { headers })).headers["strict-transport-security"] ?? "",
      /max-age=\d{8}/,
      path,
    );
    assert.equal((await behind.ask(path)).headers["strict-transport-security"], undefined, path);
    assert.equal((await alone.ask(path, { headers })).headers["strict-transport-security"], undefined, path);
    assert.ok((await named.ask(path)).headers["strict-transport-security"], path);
  }
});

test("the desk gets a nonce of its own for each answer, is kept by nobody, and hears nothing that could fool it", async () => {
  const { ask } = await run();
  const headers = {
    "x-middleware-subrequest": "a",
    "X-Forwarded-For": "198.51.100.1",
    "Content-Security-Policy": "script-src *",
  };
  const [one, other] = [await ask("/desk?x=1", { headers }), await ask("/desk", { headers })];
  assert.equal(one.headers["cache-control"], "private, no-store");
  assert.notEqual(one.headers["content-security-policy"], other.headers["content-security-policy"]);
  const heard = JSON.parse(one.text);
  assert.equal(heard.url, "/desk?x=1");
  assert.equal(heard.headers["x-middleware-subrequest"], undefined);
  assert.equal(heard.headers["x-forwarded-for"], "127.0.0.1");
  assert.equal(heard.headers["content-security-policy"], one.headers["content-security-policy"]);
});

test("more than may be sent to the desk is refused, announced or not", async () => {
  const { ask } = await run();
  const body = "x".repeat(100_000);
  for (const headers of [{ "Content-Length": body.length }, { "Transfer-Encoding": "chunked" }]) {
    assert.equal((await ask("/sign-in", { method: "POST", body, headers })).status, 413);
  }
});

test("a picture is served as what it is, for a year, and only from its folder", async () => {
  const { ask } = await run();
  const picture = await ask(`/media/${hash}/640.webp`);
  assert.equal(picture.status, 200);
  assert.equal(picture.text, "webp bytes");
  assert.equal(picture.headers["content-type"], "image/webp");
  assert.match(picture.headers["cache-control"] ?? "", /max-age=31536000, immutable/);
  const known = { "If-None-Match": picture.headers.etag };
  assert.equal((await ask(`/media/${hash}/640.webp`, { headers: known })).status, 304);
  assert.equal((await ask(`/media/${hash}/640.webp`, { method: "HEAD" })).bytes.length, 0);
  const wrong = [
    "/media/640.jpeg",
    `/media/${hash}/../../secret.jpeg`,
    `/media/${hash}/..%2f..%2fsecret.jpeg`,
    `/media/${hash}/641.webp`,
    `/media/${hash.toUpperCase()}/640.webp`,
    "/media/",
  ];
  for (const path of wrong) assert.doesNotMatch((await ask(path)).text, /secret|bytes/, path);
});

test("a file of the build is compressed, lasts a year under its hash, and what is not on the list is not there", async () => {
  const { ask } = await run();
  const file = await ask("/assets/reader.1a2b.js", { headers: { "Accept-Encoding": "br" } });
  assert.equal(file.headers["content-encoding"], "br");
  assert.equal(file.headers["content-type"], "text/javascript; charset=utf-8");
  assert.match(file.headers["cache-control"] ?? "", /max-age=31536000, immutable/);
  assert.equal((await ask("/assets/reader.1a2b.js", { headers: { "If-None-Match": file.headers.etag } })).status, 304);
  assert.doesNotMatch((await ask("/assets/../../secret.jpeg")).text, /secret/);
  assert.equal((await ask("/_next/static/../server/app.js")).status, 404);
});

test("a file that could not be read once is there when it can be", async () => {
  const path = join(folder, "public", "assets", "reader.1a2b.js");
  const { ask } = await run();
  renameSync(path, `${path}.away`);
  assert.equal((await ask("/assets/reader.1a2b.js")).status, 500);
  renameSync(`${path}.away`, path);
  assert.equal((await ask("/assets/reader.1a2b.js")).status, 200);
});

test("who watches the process learns whether it is alive and whether it can serve", async () => {
  let ready = true;
  const { ask } = await run({ isReady: () => ready });
  assert.equal((await ask("/readyz")).status, 200);
  ready = false;
  assert.equal((await ask("/readyz")).status, 503);
  assert.equal((await ask("/healthz")).status, 200);
});

test("a request that is not HTTP, or whose head never ends, is not waited for", async () => {
  const { port, server } = await run();
  assert.equal(server.headersTimeout, 10_000);
  assert.equal(server.timeout, 120_000);
  const answer = await new Promise<string>((resolve) => {
    const socket = connect(port, "127.0.0.1", () => socket.write("GET http://evil.example/ nonsense\r\n\r\n"));
    socket.on("data", (bytes) => resolve(bytes.toString()));
  });
  assert.match(answer, /^HTTP\/1\.1 400/);
});

test("a target may name the server, as those of proxies do, and which server it names changes nothing", async () => {
  const { ask, rendered } = await run();
  for (const origin of ["http://127.0.0.1", "https://evil.example:99", "HTTP://user@evil.example"]) {
    assert.match((await ask(`${origin}/asia?utm=x`)).text, /news/, origin);
    assert.equal((await ask(origin)).status, 200, origin);
    assert.equal(JSON.parse((await ask(`${origin}/desk?x=1`)).text).url, "/desk?x=1");
    assert.equal((await ask(`${origin}/healthz`)).text, "ok\n");
  }
  for (const target of ["*", "ftp://127.0.0.1/asia"]) assert.equal((await ask(target)).status, 404, target);
  assert.deepEqual(rendered, ["/asia", "/", "/not-found-page"]);
});

test("under /api there is what has a route, and the rest costs no rendering", async () => {
  const { ask } = await run();
  const interfaces = readdirSync("app/api", { withFileTypes: true }).filter((entry) => entry.isDirectory());
  assert.ok(interfaces.length > 2);
  for (const { name } of interfaces) assert.equal(JSON.parse((await ask(`/api/${name}/x`)).text).url, `/api/${name}/x`);
  for (const path of ["/api", "/api/", "/api?x=1", "/api/v2/articles", "/api/.env", "/api/v1x", "/api//v1/articles"]) {
    const { status, text } = await ask(path);
    assert.deepEqual([status, text], [404, "There is nothing at this address.\n"], path);
  }
  // Whatever else begins with these letters is a page like any other.
  assert.match((await ask("/apiculture")).text, /news/);
});

test("what can be done at an address is told to whoever would do something else", async () => {
  const { ask } = await run();
  const allowed = async (method: string, path: string) => {
    const { status, headers } = await ask(path, { method });
    return status === 405 ? headers.allow : status;
  };
  for (const method of ["PUT", "DELETE", "TRACE", "PROPFIND", "PURGE", "OPTIONS"]) {
    for (const path of ["/asia", "/desk", "/sign-in", "/media/x", "/assets/reader.1a2b.js"]) {
      assert.equal(await allowed(method, path), "GET, HEAD, POST", `${method} ${path}`);
    }
  }
  assert.equal(await allowed("POST", "/desk"), 200);
  for (const method of ["POST", "PUT", "TRACE"]) {
    assert.equal(await allowed(method, "/api/v1/articles"), "GET, HEAD, OPTIONS");
  }
  assert.equal(await allowed("OPTIONS", "/api/v1/articles"), 200);
});

test("who has a page, a file or a picture is told so, however they say what they have", async () => {
  const { ask } = await run();
  for (const path of ["/asia", "/assets/reader.1a2b.js", `/media/${hash}/640.webp`]) {
    const etag = String((await ask(path)).headers.etag);
    const status = async (known: string) => (await ask(path, { headers: { "If-None-Match": known } })).status;
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, `"other",W/${etag} , "more"`, "*"]) {
      assert.equal(await status(known), 304, `${path} ${known}`);
    }
    for (const known of ['"other"', etag.slice(1, -1), `${etag.slice(0, -1)}more"`, "nonsense", '"*"']) {
      assert.equal(await status(known), 200, `${path} ${known}`);
    }
  }
});

test("a stop finishes what is being answered and takes nothing new", async () => {
  const hold = gate();
  const { ask, server, rendered } = await runPublication(async () => {
    await hold.opened;
    return html("finished");
  });
  const asking = ask("/asia");
  while (rendered.length === 0) await new Promise(setImmediate);
  const stopped = stopServer(server, 5_000);
  await assert.rejects(ask("/europe"), /ECONNREFUSED/);
  hold.open();
  assert.match((await asking).text, /finished/);
  await stopped;
});
