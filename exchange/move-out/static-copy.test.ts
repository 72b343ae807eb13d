import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { transaction } from "#db/client";
import { redirect } from "#db/schema";
import { copyStatically } from "./static-copy.ts";
import { fileFor, staticPage, wayTo } from "./static-page.ts";

const at = (path: string) => new URL(path, "https://here.example");

test("every address has a file, and a page of a list has one of its own", () => {
  assert.equal(fileFor(at("/")), "index.html");
  assert.equal(fileFor(at("/asia/a-story")), "asia/a-story/index.html");
  assert.equal(fileFor(at("/asia?page=2")), "asia/page-2/index.html");
  assert.equal(fileFor(at("/feed.xml")), "feed.xml");
  assert.equal(fileFor(at("/asia/%ED%95%9C")), "asia/한/index.html");
});

test("links lead from file to file, whatever folder the copy lies in", () => {
  assert.equal(wayTo("asia/a/index.html", "index.html"), "../../");
  assert.equal(wayTo("asia/a/index.html", "asia/b/index.html"), "../b/");
  assert.equal(wayTo("index.html", "asia/index.html"), "asia/");
  assert.equal(wayTo("asia/index.html", "asia/index.html"), "./");
  const { html } = staticPage(
    '<a href="/asia?page=2#x">a</a><a href="https://elsewhere.example/">b</a><form><p>c</p></form><script src="/r.js"></script><img src="/media/1.jpeg" srcset="/media/1.webp 1w, /media/2.webp 2w">',
    at("/asia/story"),
  );
  assert.match(html, /href="\.\.\/page-2\/#x"/);
  assert.match(html, /href="https:\/\/elsewhere\.example\/"/);
  assert.match(html, /srcset="\.\.\/\.\.\/media\/1\.webp 1w, \.\.\/\.\.\/media\/2\.webp 2w"/);
  assert.doesNotMatch(html, /<form|<script/);
});

test("a link that only a server could answer goes from the furniture, and leads nowhere in a text", () => {
  const { html, pages } = staticPage(
    '<header><a href="/search">Search</a><a href="/asia">Asia</a></header><p>See <a href="/search?q=ferry">all of it</a>.</p><footer><a href="/asia/story?reply-to=2#respond">Reply</a><a href="https://elsewhere.example/search">e</a></footer>',
    at("/asia/story"),
  );
  assert.match(html, /<header><a href="\.\.\/">Asia<\/a><\/header><p>See <a>all of it<\/a>\.<\/p>/);
  assert.match(html, /<footer><a href="https:\/\/elsewhere\.example\/search">e<\/a><\/footer>/);
  assert.deepEqual(pages.map(String), ["https://here.example/asia"]);
});

test("where readers would write a comment, nothing is left", () => {
  const { html } = staticPage(
    '<p><a href="#respond">Click</a> <a href="#comment-1">one</a></p><section id="respond"><h2>Reply</h2><form></form></section>',
    at("/asia/story"),
  );
  assert.match(html, /<body><p> <a href="#comment-1">one<\/a><\/p><\/body>/);
});

test("a publication is copied page by page, with its styles, pictures and former addresses, and nobody else is asked", async () => {
  const answers: Record<string, [type: string, body: string]> = {
    "/": [
      "text/html",
      '<link rel="stylesheet" href="/s.css"><a href="/asia/story">s</a><a href="/desk">d</a><img src="/p.jpeg">',
    ],
    "/asia/story": ["text/html", '<a href="/">home</a><a href="https://elsewhere.invalid/">e</a><a href="/gone">g</a>'],
    "/s.css": ["text/css", "a{src:url(/f.woff2)}"],
    "/f.woff2": ["font/woff2", "font"],
    "/p.jpeg": ["image/jpeg", "picture"],
    "/robots.txt": ["text/plain", "r"],
  };
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    asked.push(path);
    const answer = answers[path];
    if (path === "/old-story") response.writeHead(301, { location: "/asia/story" }).end();
    else if (answer) response.writeHead(200, { "content-type": answer[0] }).end(answer[1]);
    else
      response
        .writeHead(404, { "content-type": "text/html" })
        .end('<p>Nothing here</p><a href="/">a</a><a href="/asia/story">b</a>');
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  await transaction(async (tx) => {
    tx.insert(redirect)
      .values({ fromPath: "/old-story", toPath: "/asia/story", origin: "manual", createdAt: new Date(0) })
      .run();
  });
  const folder = mkdtempSync(join(tmpdir(), "national-update-static-"));
  const copy = await copyStatically(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, folder);
  server.close();
  assert.deepEqual(copy, { pages: 2, files: 4, redirects: 1, missing: ["/gone (404)"] });
  const file = (name: string) => readFileSync(join(folder, name), "utf8");
  assert.match(file("index.html"), /href="asia\/story\/"/);
  assert.equal(file("s.css"), 'a{src:url("f.woff2")}');
  assert.equal(file("p.jpeg"), "picture");
  assert.match(file("404.html"), /Nothing here<\/p><a href="\/">a<\/a><a href="\/asia\/story\/">b<\/a>/);
  assert.match(file("old-story/index.html"), /url=\.\.\/asia\/story\//);
  assert.equal(asked.includes("/desk"), false);
});
