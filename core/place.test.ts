import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { dirname } from "node:path";
import { test } from "node:test";
import { placeAt } from "#core/place";

test("an address names a place by its shape", () => {
  const article = { kind: "article", section: "asia", slug: "the-ferry", replyTo: undefined, commentsPage: 1 };
  const section = { kind: "section", slug: "asia", page: 1, after: undefined };
  const places = {
    "/": { kind: "fixed" },
    "/search?q=tide": { kind: "search", hasWords: true, page: 1 },
    "/search?page=3": { kind: "search", hasWords: false, page: 3 },
    "/asia": section,
    "/asia?page=2&after=7": { ...section, page: 2, after: 7 },
    "/asia/feed.xml": { kind: "feed", of: "section", slug: "asia" },
    "/%ED%95%9C%EA%B5%AD": { ...section, slug: "한국" },
    "/asia/the-ferry": article,
    "/asia/the-ferry?comments=3": { ...article, commentsPage: 3 },
    "/asia/the-ferry?reply-to=12": { ...article, replyTo: 12 },
    "/topics/ports": { kind: "topic", slug: "ports", page: 1 },
    "/topics/ports/atom.xml": { kind: "feed", of: "topic", slug: "ports" },
    "/contributors/mina?page=2": { kind: "contributor", slug: "mina", page: 2 },
    "/archive/2026": { kind: "archive", year: 2026, month: undefined, page: 1 },
    "/archive/2026/11?page=2": { kind: "archive", year: 2026, month: 11, page: 2 },
    "/sitemap/articles-2.xml": { kind: "fixed" },
    "/cards/12-0123456789abcdef.jpeg": { kind: "fixed" },
    "/preview/secret": { kind: "preview", token: "secret" },
    "/replies/secret": { kind: "private-link", token: "secret" },
    "/replies/secret/export": { kind: "private-link", token: "secret" },
    "/replies/stop/secret": { kind: "private-link", token: "secret" },
    "/replies/erased": { kind: "fixed" },
    "/replies/ended": { kind: "fixed" },
    "/replies/report/12": { kind: "report", commentId: 12 },
  };
  for (const [address, place] of Object.entries(places)) assert.deepEqual(placeAt(address), place, address);
});

test("a shape that no address has names nothing", () => {
  const wrong = [
    "/a/b/c",
    "/a/b/c/d",
    "/topics/ports/other.xml",
    "/archive/26",
    "/archive/2026/13",
    "/archive/2026/11/2",
  ];
  for (const path of [
    ...wrong,
    "/sitemap/other.xml",
    "/cards/12.jpeg",
    "/asia/feed.xml/more",
    "/replies/report/x",
    "/preview/a/b",
    "/%E0%A4",
  ]) {
    assert.equal(placeAt(path), undefined, path);
  }
});

/** Pages that only delivery asks for have no place. */
const apart = /^\/(?:(?:not-found|error|withdrawn)-page|page-part\/\[part\])$/;
const examples: Readonly<Record<string, string>> = {
  "[section]": "asia",
  "[slug]": "a-name",
  "[year]": "2026",
  "[month]": "11",
  "[part]": "pages.xml",
  "[card]": "12-0123456789abcdef.jpeg",
  "[token]": "0123456789abcdef0123456789abcdef",
  "[comment]": "12",
};

test("every route of the site has a shape, and none with a name of its own is taken for a section", () => {
  const files = readdirSync("app/(site)", { recursive: true, encoding: "utf8" });
  const routes = files.filter((file) => /(?:^|\/)(?:page\.tsx|route\.ts)$/.test(file)).map((file) => dirname(file));
  assert.ok(routes.length > 20);
  for (const route of routes) {
    const path = `/${route === "." ? "" : route}`;
    if (apart.test(path)) continue;
    const place = placeAt(path.replace(/\[\w+\]/g, (part) => examples[part] ?? part));
    assert.ok(place, path);
    if (!path.startsWith("/[section]")) assert.ok(!["section", "article"].includes(place.kind), path);
  }
});
