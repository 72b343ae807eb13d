import { eq } from "drizzle-orm";
import type { Document } from "#core/document";
import { transaction } from "#db/client";
import { article, comment } from "#db/schema";
import { publish } from "#db/testing/publication";
import { withoutPauses } from "./commenting.ts";
import { expect, test } from "./fixtures.ts";
import { ask } from "./over-the-wire.ts";
import { renderingsOf } from "./renderings.ts";
import { sectionIdOf } from "./sections.ts";

const ferry = "/asia/the-ferry-that-keeps-the-strait-open";
const pages = {
  "the front page": "/",
  "a section": "/asia",
  "an article": ferry,
  "a contributor": "/contributors/seo-yeon-ju",
  "a topic": "/topics/shipping",
  "a search": "/search?q=ferry",
  "a page that is not there": "/asia/nothing-of-the-kind",
};
const wellRead = { "accept-encoding": "br" };

/** What the framework would leave in a page: scripts other than data and ours, its payload, its comments. */
function leftOver(html: string): string[] {
  const scripts = html.match(/<script\b[^>]*>/g) ?? [];
  const foreign = scripts.filter((tag) => !/type="application\/ld\+json"|src="\/assets\/reader\.\w+\.js"/.test(tag));
  return [
    ...foreign,
    ...(html.match(/<!--|__next|self\.__|"modulepreload"|_next\/static\/[^"]+\.js|\sstyle="/g) ?? []),
  ];
}

for (const [name, path] of Object.entries(pages)) {
  test(`${name} comes without the framework, and its one script is ours`, async ({ publication, reader }) => {
    const { text, headers } = await ask(publication.address, path, { headers: wellRead });
    expect(leftOver(text)).toEqual([]);
    expect(text.match(/<script src=/g)).toHaveLength(1);
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect(headers["content-security-policy"]).not.toContain("unsafe");
    const page = await reader();
    const loaded: string[] = [];
    page.on("request", (request) => {
      if (request.resourceType() === "script") loaded.push(new URL(request.url()).pathname);
    });
    await page.goto(path, { waitUntil: "load" });
    expect(loaded).toEqual([expect.stringMatching(/^\/assets\/reader\.\w+\.js$/)]);
    expect(
      await page.evaluate(() => Object.keys(window).filter((key) => /next|react|turbopack|webpack/i.test(key))),
    ).toEqual([]);
  });
}

test("the answer to a comment comes without the framework too, refused or taken, with scripts off and on", async ({
  publication,
  reader,
}) => {
  await withoutPauses();
  const plain = await ask(publication.address, ferry);
  const stamp = /name="stamp" value="([^"]+)"/.exec(plain.text)?.[1] ?? "";
  const post = (fields: Record<string, string>) =>
    ask(publication.address, ferry, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", origin: publication.address },
      body: new URLSearchParams({ form: "reply", stamp, ...fields }).toString(),
    });
  const refused = await post({ text: "Only words." });
  expect(refused.status).toBe(422);
  expect(leftOver(refused.text)).toEqual([]);
  expect(refused.headers["cache-control"]).toContain("no-store");
  const taken = await post({ text: "Words and a name.", name: "Ada Reed", email: "ada@example.org" });
  expect(taken.status).toBe(303);
  const thanks = await ask(publication.address, taken.headers.location?.split("#")[0] ?? "");
  expect(thanks.text).toContain("Your comment is waiting");
  expect(leftOver(thanks.text)).toEqual([]);

  for (const javaScriptEnabled of [true, false]) {
    const page = await reader({ javaScriptEnabled });
    await page.goto(ferry);
    await page.getByRole("button", { name: "Post Comment" }).click();
    await expect(page.getByRole("alert")).toContainText("Your comment was not posted.");
    expect(leftOver(await page.content())).toEqual([]);
  }
});

const words = (count: number): Document => ({
  type: "doc",
  content: Array.from({ length: count / 75 }, (_, paragraph) => ({
    type: "paragraph",
    content: [
      {
        type: "text",
        text: Array.from({ length: 75 }, (_, word) => `word${(paragraph * 31 + word * 7) % 397}`).join(" "),
      },
    ],
  })),
});

test("an article of 900 words with ten comments is 30 KB, its letters 60 KB, in six requests before pictures", async ({
  publication,
  reader,
}) => {
  const now = new Date();
  const sectionId = sectionIdOf("asia");
  const id = await publish({ sectionId, slug: "nine-hundred-words", content: { body: words(900) } }, now);
  await transaction(async (tx, changed) => {
    for (let number = 0; number < 10; number += 1) {
      const said = {
        articleId: id,
        authorName: `Reader ${number}`,
        text: `Comment ${number}, of some thirty words. `.repeat(5),
      };
      tx.insert(comment)
        .values({ ...said, status: "approved", postedAt: now })
        .run();
    }
    tx.update(article).set({ commentCount: 10 }).where(eq(article.id, id)).run();
    changed(`article:${id}`, `comments:${id}`);
  });
  const path = "/asia/nine-hundred-words";
  await expect(async () => expect((await ask(publication.address, path)).text).toContain("Comment 9")).toPass();

  const page = await reader();
  const requested: { type: string; path: string }[] = [];
  page.on("request", (request) =>
    requested.push({ type: request.resourceType(), path: new URL(request.url()).pathname }),
  );
  await page.goto(path, { waitUntil: "networkidle" });
  const before = requested.filter(({ type }) => type !== "image");
  expect(before.length, JSON.stringify(before)).toBeLessThanOrEqual(6);
  const sizes = { page: 0, letters: 0 };
  for (const { type, path } of before) {
    const { bytes, headers } = await ask(publication.address, path, { headers: wellRead });
    if (type === "font") sizes.letters += bytes.length;
    else sizes.page += bytes.length;
    if (type === "script" || type === "stylesheet") expect(headers["cache-control"]).toContain("immutable");
  }
  expect(sizes.letters).toBeGreaterThan(0);
  const askedFor = await page.locator('body > link[rel="preload"][as="font"]').count();
  expect(askedFor, "fonts are asked for before the styles name them").toBeGreaterThan(0);
  expect(sizes.letters).toBeLessThanOrEqual(60 * 1_024);
  expect(sizes.page).toBeGreaterThan(5 * 1_024);
  expect(sizes.page).toBeLessThanOrEqual(30 * 1_024);
  const blocking = await page.evaluate(() =>
    [...document.fonts]
      .filter((font) => font.display !== "swap" && !font.family.includes("place"))
      .map((font) => font.family),
  );
  expect(blocking).toEqual([]);
});

test("who has a page, a feed or a file is told so in each encoding; HEAD says what GET says", async ({
  publication,
}) => {
  const script = /\/assets\/reader\.\w+\.js/.exec((await ask(publication.address, "/")).text)?.[0] ?? "";
  for (const path of ["/", "/asia", ferry, "/topics/shipping", "/feed.xml", "/sitemap.xml", script]) {
    const tags = new Set<string>();
    for (const encoding of ["br", "gzip", "identity"]) {
      const headers = { "accept-encoding": encoding };
      const full = await ask(publication.address, path, { headers });
      const etag = String(full.headers.etag);
      expect(etag, path).toMatch(/^"[^"]+"$/);
      tags.add(etag);
      expect(full.headers.vary, path).toBe("Accept-Encoding");
      const again = await ask(publication.address, path, { headers: { ...headers, "if-none-match": etag } });
      expect([again.status, again.bytes.length], path).toEqual([304, 0]);
      expect(again.headers.etag).toBe(etag);
      const other = await ask(publication.address, path, { headers: { ...headers, "if-none-match": '"other"' } });
      expect(other.status).toBe(200);
      const head = await ask(publication.address, path, { method: "HEAD", headers });
      expect([head.status, head.bytes.length], path).toEqual([200, 0]);
      expect(head.headers["content-length"]).toBe(String(full.bytes.length));
      expect(head.headers.etag).toBe(etag);
    }
    expect(tags.size, path).toBe(3);
  }
});

test("no parameter and no header of a request makes another page of it, or gets into it", async ({ publication }) => {
  const { text } = await ask(publication.address, ferry);
  const renderings = await renderingsOf(publication, ferry);
  const tricks: Record<string, string>[] = [
    { host: "evil.example" },
    { "x-forwarded-host": "evil.example", "x-forwarded-proto": "https", forwarded: "host=evil.example" },
    { "x-original-url": "/desk", "x-rewrite-url": "/desk", "x-http-method-override": "DELETE" },
    { rsc: "1", "next-router-prefetch": "1", "next-router-state-tree": "%5B%22%22%5D", accept: "text/x-component" },
    { "x-middleware-subrequest": "middleware", "x-nextjs-data": "1", "x-matched-path": "/desk" },
    { cookie: "desk-session=evil; __prerender_bypass=evil", authorization: "Bearer evil" },
    { "accept-language": "ko", "user-agent": "evil", range: "bytes=0-10", "save-data": "on" },
  ];
  for (const headers of tricks) {
    const answer = await ask(publication.address, ferry, { headers });
    expect([answer.status, answer.text === text], JSON.stringify(headers)).toEqual([200, true]);
    expect(answer.headers["set-cookie"]).toBeUndefined();
  }
  for (const query of ["utm_source=evil", "_rsc=1", "__nextDefaultLocale=evil", "page=evil", "order=evil&comments=0"]) {
    expect((await ask(publication.address, `${ferry}?${query}`)).text === text, query).toBe(true);
  }
  expect(await renderingsOf(publication, ferry)).toBe(renderings);
  // A page that nobody has asked for before, first asked for with tricks.
  const first = await ask(publication.address, "/topics/railways?utm=evil", {
    headers: { ...tricks[1], ...tricks[3] },
  });
  expect(first.status).toBe(200);
  expect(first.text).not.toContain("evil");
  expect((await ask(publication.address, "/topics/railways")).text === first.text).toBe(true);
});
