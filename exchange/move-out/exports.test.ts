import "#db/testing/temporary-database";
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { before, test } from "node:test";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { read, transaction } from "#db/client";
import { addImportedComment } from "#db/comments-import";
import { type ExportedArticle, exportedArticles } from "#db/exports";
import { emptyRevision } from "#db/new-article";
import { importedThing } from "#db/schema";
import { addPublishedArticle } from "#db/testing/an-article";
import { addContributor } from "#db/testing/publication";
import { documentFromHtml } from "../html-document.ts";
import { keepPicture } from "../pictures.ts";
import { importWordPress } from "../wordpress/import-wordpress.ts";
import { ghostExport } from "./export-ghost.ts";
import { jsonExport } from "./export-json.ts";
import { wordpressExport } from "./export-wordpress.ts";
import { writeWhole } from "./writing.ts";

const now = new Date("2026-11-23T12:00:00Z");
const folder = mkdtempSync(join(tmpdir(), "national-update-export-"));
const given = { address: "https://here.example", now, withAddresses: false };
const canary = "canary-export@example.org";
let picture = new Uint8Array();

before(async () => {
  const contributorId = await addContributor("jane-doe");
  picture = await sharp({ create: { width: 700, height: 400, channels: 3, background: "red" } })
    .jpeg()
    .toBuffer();
  const kept = await keepPicture(picture, { filename: "a.jpg", alt: "Alt", credit: "Credit" }, now);
  assert.ok(kept.ok);
  const { document } = documentFromHtml(
    `<h2>One ]]&gt; &amp; two</h2><p>Text &lt;b&gt;<span class="footnote">A <em>note</em></span> end</p><ul><li>x<ol><li>y</li></ol></li></ul>
<blockquote><p>q</p><cite>s</cite></blockquote><aside class="pull-quote"><p>p</p></aside><pre><code>a\n\nb [gallery]</code></pre>
<figure><img src="x" alt="A"><figcaption>C <span class="credit">D</span></figcaption></figure>
<table><caption>t</caption><tr><th>1</th><td>2</td></tr></table><p>https://example.org/v</p><p>한국어 “quotes” — 100 % of \u{1f600}</p>`,
    {
      picture: ({ alt, caption, credit }) => ({
        type: "picture",
        attrs: { mediaId: kept.value.id, alt, caption, credit },
      }),
    },
  );
  const { id } = await addPublishedArticle({
    content: {
      ...emptyRevision,
      kicker: "Kicker",
      headline: "A <headline> & more",
      standfirst: "The standfirst",
      body: document,
      language: "ko",
      pictureId: kept.value.id,
      pictureAlt: "Its alt",
      pictureCaption: "Its caption",
      pictureCredit: "Its credit",
      socialTitle: "For search",
      socialDescription: "About",
      bylines: [{ contributorId, affiliation: "Fellow, Example Institute" }],
    },
  });
  await transaction(async (tx, changed) => {
    const comment = { articleId: id, authorName: "Reader", website: null, status: "approved", postedAt: now } as const;
    const first = addImportedComment(tx, changed, {
      ...comment,
      parentId: null,
      email: canary,
      text: "One\n\ntwo <b> & https://example.org",
    });
    addImportedComment(tx, changed, { ...comment, parentId: first, email: "", text: "An answer" });
  });
});

async function written(name: string, pieces: AsyncIterable<string>): Promise<{ path: string; text: string }> {
  const path = join(folder, name);
  await writeWhole(path, pieces);
  return { path, text: readFileSync(path, "utf8") };
}

/** An article without what differs between two that are the same: numbers and times of keeping. */
function comparable({ text, comments, topics, commentsOpen, state, publishedAt }: ExportedArticle) {
  const { savedAt: _saved, ...words } = text;
  const position = new Map(comments.map(({ id }, index) => [id, index]));
  return {
    words,
    topics: topics.map(({ slug }) => slug),
    commentsOpen,
    state,
    publishedAt,
    comments: comments.map(({ id: _id, parentId, ...comment }) => ({
      ...comment,
      answers: parentId === null ? null : position.get(parentId),
    })),
  };
}

test("what leaves as a WordPress export comes back the same", async () => {
  const [original] = [...exportedArticles({ withAddresses: true })];
  assert.ok(original);
  const { path } = await written("out.xml", wordpressExport({ ...given, withAddresses: true }));
  const report = await importWordPress([path], { dryRun: false, now, files: async () => picture });
  assert.equal(report.data.counts.articles?.taken, 1);
  const known = read().select().from(importedThing).where(eq(importedThing.kind, "article")).all();
  const back = [...exportedArticles({ withAddresses: true })].find(({ id }) => id === known[0]?.thingId);
  assert.ok(back && back.id !== original.id);
  assert.deepEqual(comparable(back), comparable(original));
});

test("no export holds a reader's address unless it was asked for by name", async () => {
  for (const [name, pieces] of Object.entries({
    "a.xml": wordpressExport,
    "a.json": jsonExport,
    "ghost.json": ghostExport,
  })) {
    const { text } = await written(name, pieces(given));
    assert.doesNotMatch(text, /canary|address_?hash|password_?hash/i, name);
  }
  for (const [name, pieces] of Object.entries({ "b.xml": wordpressExport, "b.json": jsonExport })) {
    const { text } = await written(name, pieces({ ...given, withAddresses: true }));
    assert.ok(text.includes(canary), `${name} holds it when asked`);
  }
});

test("the JSON export is JSON, with every article and its document", async () => {
  const { text } = await written("whole.json", jsonExport(given));
  const whole = JSON.parse(text);
  assert.equal(whole.format, "national-update-export");
  assert.equal(whole.articles.length, [...exportedArticles({ withAddresses: false })].length);
  assert.equal(whole.articles[0].text.body.type, "doc");
  assert.match(whole.pictures[0].url, /^https:\/\/here\.example\/media\/[0-9a-f]{64}\/\d+\.jpeg$/);
});

test("the Ghost export names its section first among the tags of a post", async () => {
  const { text } = await written("ghost.json", ghostExport(given));
  const { data } = JSON.parse(text).db[0];
  const [post] = data.posts;
  assert.equal(post.title, "A <headline> & more");
  assert.match(post.feature_image, /^https:\/\/here\.example\/media\//);
  const first = data.posts_tags.find(
    (row: { post_id: number; sort_order: number }) => row.post_id === post.id && row.sort_order === 0,
  );
  assert.equal(data.tags.find((tag: { id: number }) => tag.id === first.tag_id).name, "Asia");
});

test("a login that WordPress would empty is replaced, for the author and for what the author wrote", async () => {
  const contributorId = await addContributor("문주현");
  await addPublishedArticle({
    slug: "korean-byline",
    content: { ...emptyRevision, headline: "한", bylines: [{ contributorId, affiliation: "" }] },
  });
  const { text } = await written("logins.xml", wordpressExport(given));
  const logins = [...text.matchAll(/<wp:author_login><!\[CDATA\[(.*?)\]\]>/g)].map(([, login]) => login);
  assert.deepEqual(logins, ["jane-doe", `contributor-${contributorId}`]);
  assert.ok(text.includes(`<dc:creator><![CDATA[contributor-${contributorId}]]></dc:creator>`));
});
