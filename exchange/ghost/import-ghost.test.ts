import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { read } from "#db/client";
import * as schema from "#db/schema";
import { htmlFromDocument } from "../document-html.ts";
import { filesInFolder } from "../move-in/picture-files.ts";
import { RefusedSource } from "../move-in/refused-source.ts";
import { importedArticle } from "../testing/imported-article.ts";
import { ghostHtml } from "./article.ts";
import type { GhostPost } from "./ghost-file.ts";
import { importGhost } from "./import-ghost.ts";
import { htmlFromLexical } from "./lexical.ts";
import { htmlFromMobiledoc } from "./mobiledoc.ts";

const now = new Date("2026-11-23T12:00:00Z");
const folder = mkdtempSync(join(tmpdir(), "national-update-ghost-"));
const options = { dryRun: false, now };
const file = (name: string, text: string | Buffer) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

const words = (text: string, format = 0) => ({ type: "extended-text", text, format });
const lexical = (...children: object[]) => JSON.stringify({ root: { type: "root", children } });

test("Lexical becomes markup: formats, lists, links and cards; what is for members is named", () => {
  const rendered = htmlFromLexical(
    lexical(
      {
        type: "paragraph",
        children: [
          words("a <"),
          words("b", 3),
          { type: "linebreak" },
          { type: "link", url: "https://example.org", children: [words("c")] },
        ],
      },
      { type: "extended-heading", tag: "h3", children: [words("H")] },
      { type: "list", listType: "number", start: 4, children: [{ type: "listitem", children: [words("x")] }] },
      { type: "image", src: "https://old.example/a.jpg", alt: "A", caption: "C" },
      { type: "bookmark", url: "https://example.org/b", metadata: { title: "T", description: "D" } },
      { type: "codeblock", code: "1 < 2", language: "js" },
      { type: "paywall" },
    ),
  );
  assert.equal(
    rendered?.html.replaceAll("\n", ""),
    '<p>a &lt;<strong><em>b</em></strong><br><a href="https://example.org">c</a></p><h3>H</h3><ol start="4"><li>x</li></ol><figure><img src="https://old.example/a.jpg" alt="A"><figcaption>C</figcaption></figure><div class="embed"><a href="https://example.org/b">T</a><p>D</p></div><pre><code class="language-js">1 &lt; 2</code></pre>',
  );
  assert.deepEqual(rendered?.unknown, ["paywall"]);
  assert.equal(htmlFromLexical("{"), undefined);
});

test("a text is taken from the page where its editor's copy holds cards that readers would miss, not for those of members", () => {
  const post = { mobiledoc: "", html: "<p>As on the page</p>" } as GhostPost;
  const taken = (...cards: object[]) => ghostHtml({ ...post, lexical: lexical(words("As written"), ...cards) });
  assert.deepEqual(taken({ type: "paywall" }), { html: "As written\n", unknown: ["paywall"] });
  assert.deepEqual(taken({ type: "paywall" }, { type: "markdown" }), { html: "<p>As on the page</p>", unknown: [] });
});

test("Mobiledoc becomes markup: nested markups, line breaks, lists and cards", () => {
  const source = JSON.stringify({
    version: "0.3.1",
    atoms: [["soft-return", "", {}]],
    cards: [
      ["hr", {}],
      ["image", { src: "https://old.example/a.jpg", caption: "C" }],
    ],
    markups: [["strong"], ["a", ["href", "https://example.org"]]],
    sections: [
      [
        1,
        "p",
        [
          [0, [], 0, "a "],
          [0, [0, 1], 1, "b"],
          [0, [], 1, "c"],
          [1, [], 0, 0],
          [0, [], 0, "d"],
        ],
      ],
      [3, "ul", [[[0, [], 0, "x"]]]],
      [10, 0],
      [10, 1],
    ],
  });
  assert.equal(
    htmlFromMobiledoc(source)?.html.replaceAll("\n", ""),
    '<p>a <strong><a href="https://example.org">b</a>c</strong><br>d</p><ul><li>x</li></ul><hr><figure><img src="https://old.example/a.jpg" alt=""><figcaption>C</figcaption></figure>',
  );
  assert.equal(htmlFromMobiledoc('{"root":1}'), undefined);
});

const post = (id: number, more: object) => ({
  id,
  title: `Post ${id}`,
  slug: `post-${id}`,
  status: "published",
  visibility: "public",
  published_at: "2024-01-02T03:04:05.000Z",
  ...more,
});
const ghost = (posts: object[]) =>
  JSON.stringify({
    db: [
      {
        meta: { version: "5.8.0" },
        data: {
          posts,
          settings: [{ key: "title", value: "The Old Ghost" }],
          tags: [
            { id: 1, name: "World", slug: "world" },
            { id: 2, name: "Rivers", slug: "rivers" },
            { id: 3, name: "#internal", slug: "hash-internal" },
          ],
          posts_tags: [
            { post_id: 1, tag_id: 2, sort_order: 1 },
            { post_id: 1, tag_id: 1, sort_order: 0 },
            { post_id: 1, tag_id: 3, sort_order: 2 },
          ],
          users: [
            { id: 9, name: "Jane Doe", slug: "jane", email: "canary-user@example.org", password: "$2a$10$canary-hash" },
          ],
          posts_authors: [{ post_id: 1, author_id: 9, sort_order: 0 }],
          members: [{ id: 5, name: "A Member", email: "canary-member@example.org" }],
          comments: [
            {
              id: 71,
              post_id: 1,
              member_id: 5,
              status: "published",
              html: "<p>First</p>",
              created_at: "2024-02-01T00:00:00.000Z",
            },
            {
              id: 72,
              post_id: 1,
              member_id: 5,
              parent_id: 71,
              status: "hidden",
              html: "<p>Second</p>",
              created_at: "2024-02-02T00:00:00.000Z",
            },
          ],
        },
      },
    ],
  });

test("a Ghost export comes in with its pictures, tags, authors and comments, and without its members", async () => {
  mkdirSync(join(folder, "images", "2024"), { recursive: true });
  writeFileSync(
    join(folder, "images", "2024", "a.jpg"),
    await sharp({ create: { width: 40, height: 30, channels: 3, background: "red" } })
      .jpeg()
      .toBuffer(),
  );
  const src = "__GHOST_URL__/content/images/size/w600/2024/a.jpg";
  const path = file(
    "ghost.json",
    ghost([
      post(1, {
        lexical: lexical({ type: "image", src, caption: "C" }, { type: "paragraph", children: [words("Text")] }),
        feature_image: "__GHOST_URL__/content/images/2024/a.jpg",
      }),
      post(2, { html: "<p>From the page</p>", lexical: lexical({ type: "markdown", markdown: "x" }) }),
      post(3, { html: "<p>m</p>", visibility: "paid" }),
      post(4, { html: "<p>p</p>", type: "page" }),
    ]),
  );
  const report = await importGhost(path, { ...options, files: filesInFolder(join(folder, "images")) });
  assert.deepEqual(report.data.counts.articles, { taken: 3 });
  const first = importedArticle(1);
  const [picture] = read().select().from(schema.media).all();
  assert.equal(first.text.pictureId, picture?.id);
  assert.equal(first.text.body.content[0]?.type, "picture");
  assert.equal(first.state, "published");
  assert.equal(first.commentCount, 1);
  assert.equal(htmlFromDocument(importedArticle(2).text.body), "<p>From the page</p>");
  assert.equal(importedArticle(3).state, "draft");
  assert.equal(importedArticle(4, "page").state, "draft");
  const section = read().select().from(schema.section).where(eq(schema.section.id, first.sectionId)).get();
  assert.equal(section?.slug, "world");
  assert.deepEqual(
    read()
      .select()
      .from(schema.topic)
      .all()
      .map(({ slug }) => slug),
    ["rivers"],
  );
  assert.deepEqual(
    read()
      .select()
      .from(schema.contributor)
      .all()
      .map(({ name }) => name),
    ["Jane Doe"],
  );
  assert.equal(report.data.counts.members?.["left out"], 1);
  const everything = JSON.stringify(
    Object.values(schema).flatMap((table) => (table === schema.media ? [] : read().select().from(table).all())),
  );
  assert.match(everything, /Jane Doe/);
  assert.doesNotMatch(everything, /canary/);
  assert.equal((await importGhost(path, { ...options, files: filesInFolder(join(folder, "images")) })).written, 0);
});

test("what is no Ghost export is refused with one sentence", async () => {
  const before = read().select().from(schema.article).all().length;
  const refused: [string, RegExp][] = [
    [file("a.json", "<rss>"), /is no JSON/],
    [file("b.json", ghost([post(7, {})]).slice(0, -40)), /cut off/],
    [file("c.json", '{"db":[{"data":{}}]}'), /no list of posts/],
    [file("d.json", Buffer.from("é", "latin1")), /UTF-8/],
  ];
  for (const [path, why] of refused) {
    await assert.rejects(
      importGhost(path, options),
      (error) => error instanceof RefusedSource && why.test(error.message),
    );
  }
  assert.equal(read().select().from(schema.article).all().length, before);
});
