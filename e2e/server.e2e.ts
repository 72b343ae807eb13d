import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { eq } from "drizzle-orm";
import { articleTag } from "#core/page-tags";
import { transaction } from "#db/client";
import { article, revision } from "#db/schema";
import { paragraph, publish } from "#db/testing/publication";
import { expect, test } from "./fixtures.ts";
import { type Answer, ask, sendRaw } from "./over-the-wire.ts";
import { openPublication } from "./publication.ts";
import { sectionIdOf } from "./sections.ts";

const ferry = "/asia/the-ferry-that-keeps-the-strait-open";

/** What an answer lacks of what none may lack, or says that none should. */
function shortcomings({ headers }: Answer): string[] {
  const { server, via } = headers;
  const policy = String(headers["content-security-policy"]);
  const missing = [
    "x-content-type-options",
    "referrer-policy",
    "permissions-policy",
    "cross-origin-opener-policy",
    "cross-origin-resource-policy",
    "content-security-policy",
    "cache-control",
  ].filter((name) => headers[name] === undefined);
  const said = Object.keys(headers).filter((name) => /^x-(?:powered|next|runtime|aspnet|middleware)/.test(name));
  const unsafe = /unsafe-|\*/.exec(policy) ?? [];
  return [...missing, ...said, ...unsafe, ...[server, via].flatMap((software) => software ?? [])];
}

test("who would rather speak another protocol is answered in this one", async ({ publication: { address } }) => {
  // The first page of the desk is where the framework sees who asks.
  expect((await ask(address, "/sign-in")).status).toBe(200);
  const wishes = ["Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA", "Upgrade: websocket"];
  for (const wish of wishes) {
    const head = `Host: ${new URL(address).host}\r\nConnection: Upgrade, close\r\n${wish}`;
    expect(await sendRaw(address, `GET /asia HTTP/1.1\r\n${head}\r\n\r\n`), wish).toMatch(/^HTTP\/1\.1 200 /);
  }
});

test("no answer of any kind lacks a security header or names the software", async ({ publication: { address } }) => {
  const { text } = await ask(address, "/asia");
  const picture = /\/media\/[^" ]+\.(?:avif|webp|jpe?g)/.exec(text)?.[0] ?? "";
  const font = /\/_next\/static\/[^")]+\.woff2/.exec(text)?.[0] ?? "";
  const etag = String((await ask(address, "/asia")).headers.etag);
  const form = { "content-type": "application/x-www-form-urlencoded", origin: address };
  const asked: Record<number, [path: string, request?: Parameters<typeof ask>[2]][]> = {
    200: [
      ["/"],
      ["/asia"],
      [ferry],
      ["/feed.xml"],
      ["/robots.txt"],
      ["/sign-in"],
      ["/api/v1/articles"],
      [picture],
      [font],
      ["/healthz"],
      ["/readyz"],
      ["/favicon.ico"],
    ],
    303: [],
    304: [["/asia", { headers: { "if-none-match": etag } }]],
    308: [["/Asia/"]],
    400: [
      [ferry, { method: "POST", headers: form, body: "form=nothing" }],
      [
        "/sign-in",
        { method: "POST", headers: { ...form, "content-type": "multipart/form-data; boundary=b" }, body: "b" },
      ],
      ["/desk", { method: "POST", headers: { ...form, "content-type": "application/json" }, body: "b" }],
    ],
    403: [[ferry, { method: "POST", headers: { ...form, origin: "https://evil.example" }, body: "form=reply" }]],
    404: [
      ["/nowhere"],
      ["/media/nothing.jpeg"],
      ["/_next/static/nothing.js"],
      ["/api/v1/articles/999999"],
      ["/desk/nothing"],
    ],
    405: [
      ["/asia", { method: "DELETE" }],
      ["/", { method: "PROPFIND" }],
    ],
    413: [[ferry, { method: "POST", headers: form, body: `text=${"x".repeat(70_000)}` }]],
    415: [[ferry, { method: "POST", headers: { ...form, "content-type": "application/json" }, body: "{}" }]],
  };
  for (const [status, requests] of Object.entries(asked)) {
    for (const [path, request] of requests) {
      const answer = await ask(address, path, request);
      expect.soft(shortcomings(answer), `${status} ${path}`).toEqual([]);
      if (path !== "/desk/nothing") expect.soft(answer.status, path).toBe(Number(status));
    }
  }
  const desk = await ask(address, "/desk");
  expect(desk.status).toBeGreaterThanOrEqual(300);
  expect(desk.headers.location).toContain("/sign-in");
  for (const answer of [desk, await ask(address, "/sign-in")]) {
    expect(shortcomings(answer)).toEqual([]);
    expect(answer.headers["cache-control"]).toBe("private, no-store");
  }
});

test("what was withdrawn, what never was and what cannot be made have whole pages, scripts off included", async ({
  publication,
  reader,
  surprises,
}) => {
  const { address, logFile } = publication;
  surprises.expect(/answered 500/);
  const now = new Date();
  const [withdrawn, broken] = await Promise.all(
    ["was-withdrawn", "is-broken"].map((slug) =>
      publish({ sectionId: sectionIdOf("asia"), slug, content: { body: paragraph("Read me.") } }, now),
    ),
  );
  const spoil = (body: unknown, id = broken ?? 0) =>
    transaction(async (tx, changed) => {
      tx.update(revision)
        .set({ body: body as typeof revision.$inferInsert.body })
        .where(eq(revision.articleId, id))
        .run();
      changed(articleTag(id));
    });
  await transaction(async (tx, changed) => {
    tx.update(article)
      .set({ withdrawnAt: now })
      .where(eq(article.id, withdrawn ?? 0))
      .run();
    changed(articleTag(withdrawn ?? 0));
  });
  await expect.poll(async () => (await ask(address, "/asia/is-broken")).status).toBe(200);
  await expect.poll(async () => (await ask(address, "/asia/was-withdrawn")).status).toBe(410);

  const page = await reader({ javaScriptEnabled: false });
  const visit = async (path: string, status: number, words: RegExp) => {
    expect((await page.goto(path))?.status(), path).toBe(status);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(words);
    await expect(page.getByRole("navigation", { name: "Sections", exact: true }).getByRole("link")).not.toHaveCount(0);
    await expect(page.getByRole("main").getByRole("searchbox")).toBeVisible();
    await expect(page.getByRole("contentinfo")).toBeVisible();
  };
  await visit("/asia/was-withdrawn", 410, /withdrawn/);
  await visit("/asia/never-was", 404, /no page at this address/);

  // The first copy may have been rendered while news of the publication still came in, and not have been kept.
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  expect((await ask(address, "/asia/is-broken")).status).toBe(200);
  // What the database holds of the article cannot be read: the page stays as it last was, and the log says so.
  await spoil({ type: "doc", content: [{ type: "heading" }] });
  await expect.poll(async () => (await ask(address, "/asia/is-broken")).headers["cache-control"]).toBe("no-store");
  const copy = await ask(address, "/asia/is-broken");
  expect(copy.status).toBe(200);
  expect(copy.text).toContain("Read me.");
  const log = () => readFileSync(logFile, "utf8");
  await expect.poll(log).toMatch(/"path":"\/asia\/is-broken".*last good copy was served/);
  // Why, the framework tells nobody but us.
  const why = log()
    .split("\n")
    .find((line) => /"path":"\/asia\/is-broken","msg":"The application failed"/.test(line));
  expect(JSON.parse(why ?? "{}").error?.message).not.toMatch(/^$|answered 500/);
  expect((await ask(address, "/asia")).status).toBe(200);
  // Another way to the same article, of which there is no copy.
  await visit("/asia/is-broken?order=newest", 500, /could not be made/);

  await spoil(paragraph("Mended."));
  await expect.poll(async () => (await ask(address, "/asia/is-broken")).text).toContain("Mended.");
});

test("a request too large in any way is refused, and one that never ends is not waited for", async ({
  publication: { address },
}) => {
  test.setTimeout(60_000);
  const { host } = new URL(address);
  const head = `GET / HTTP/1.1\r\nHost: ${host}\r\n`;
  expect(await sendRaw(address, `${head}X-Large: ${"x".repeat(20_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431/);
  const many = Array.from({ length: 3_000 }, (_, number) => `X-${number}: 1\r\n`).join("");
  expect(await sendRaw(address, `${head}${many}\r\n`)).toMatch(/^HTTP\/1\.1 431/);
  expect(await sendRaw(address, `GET /${"a".repeat(20_000)} HTTP/1.1\r\nHost: ${host}\r\n\r\n`)).toMatch(
    /^HTTP\/1\.1 431/,
  );
  expect(await sendRaw(address, "GET / HTTP/1.1\r\n\r\n")).toMatch(/^HTTP\/1\.1 400/);
  // Two lengths, of which a proxy may believe one and we the other.
  const two = `POST ${ferry} HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`;
  expect(await sendRaw(address, two)).toMatch(/^HTTP\/1\.1 400/);

  const post = `POST ${ferry} HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${address}\r\nContent-Type: application/x-www-form-urlencoded\r\n`;
  const chunk = `10000\r\n${"x".repeat(0x10000)}\r\n`;
  expect(await sendRaw(address, `${post}Transfer-Encoding: chunked\r\n\r\n`, chunk, chunk, chunk)).toMatch(
    /^HTTP\/1\.1 413/,
  );
  expect(await sendRaw(address, `${post}Content-Length: 99999999\r\n\r\n`)).toMatch(/^HTTP\/1\.1 413/);

  const began = Date.now();
  const slow = Promise.all(Array.from({ length: 50 }, () => sendRaw(address, `${head}X-Slow: `)));
  expect((await ask(address, "/")).status).toBe(200);
  expect(new Set((await slow).map((heard) => heard.split("\r\n", 1)[0]))).toEqual(
    new Set(["HTTP/1.1 408 Request Timeout"]),
  );
  expect(Date.now() - began).toBeLessThan(20_000);
});

test("a stop finishes what is being sent and answered, takes nothing new, and ends well", async () => {
  const own = await openPublication("stops-in-time");
  const { hostname, port, host } = new URL(own.address);
  const body = new URLSearchParams({ form: "reply", text: "The last word." }).toString();
  const heard = new Promise<string>((resolve) => {
    const socket = connect(Number(port), hostname, () => {
      const head = `POST ${ferry} HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${own.address}\r\n`;
      socket.write(
        `${head}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 10)}`,
      );
    });
    let text = "";
    socket.on("data", (part) => {
      text += part;
    });
    socket.on("close", () => resolve(text));
    setTimeout(() => socket.write(body.slice(10)), 1_500);
  });
  await new Promise((resolve) => setTimeout(resolve, 500));
  const stopped = own.stop();
  await expect.poll(() => ask(own.address, "/readyz").catch(({ code }) => code)).toBe("ECONNREFUSED");
  expect(await heard).toMatch(/^HTTP\/1\.1 422[\s\S]*The last word\./);
  await stopped;
  expect(readFileSync(own.logFile, "utf8")).toContain('"msg":"Stopping"');
});

test("forwarding headers are believed of a proxy of ours alone, and no address of a reader is in the log", async ({
  publication,
  surprises,
}) => {
  surprises.expect(/answered/);
  const reader = "203.0.113.77";
  const forwarded = { "x-forwarded-for": `192.0.2.1, ${reader}`, "x-forwarded-proto": "https" };
  const isSecure = async (origin: string, headers: Record<string, string>) =>
    (await ask(origin, "/asia", { headers })).headers["strict-transport-security"] !== undefined;
  expect(await isSecure(publication.address, forwarded)).toBe(false);
  const own = await openPublication("behind-a-proxy", { TRUSTED_PROXIES: "127.0.0.1", LOG_LEVEL: "trace" });
  try {
    expect(await isSecure(own.address, forwarded)).toBe(true);
    expect(await isSecure(own.address, {})).toBe(false);
    const form = { ...forwarded, origin: own.address, "content-type": "application/x-www-form-urlencoded" };
    const secret = { email: "whisper@example.org", name: "Whisper", text: "Whispered words." };
    const body = new URLSearchParams({ form: "reply", ...secret }).toString();
    for (const path of [ferry, "/nowhere"]) await ask(own.address, path, { method: "POST", headers: form, body });
    for (const path of ["/search?q=whispered", "/desk", "/api/v1/articles/x", "/replies/0123456789abcdef", "/%00"]) {
      await ask(own.address, path, { headers: forwarded });
    }
  } finally {
    await own.stop();
  }
  const log = readFileSync(own.logFile, "utf8");
  expect(log).toContain("Stopping");
  for (const private_ of [reader, "192.0.2.1", "whisper", "0123456789abcdef"]) {
    expect(log.toLowerCase()).not.toContain(private_);
  }
});
