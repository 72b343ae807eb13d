import assert from "node:assert/strict";
import { test } from "node:test";
import { parseFragment } from "parse5";
import { documentSchema, plainText, walk } from "#core/document";
import { realInput, skippedWithout } from "#core/testing/real-input";
import { rawText } from "../html/elements.ts";
import { documentFromHtml } from "../html-document.ts";
import { bylineInText } from "../move-in/byline-in-text.ts";
import { paragraphsFromClassic } from "./autop.ts";
import { type ContentPlace, htmlFromContent } from "./content.ts";
import { readExport } from "./export-reader.ts";
import type { WordPressRecord } from "./export-records.ts";
import type { Attachment } from "./survey.ts";
import { unknownInWords } from "./unknown.ts";

const attachment = (id: string): Attachment => ({
  id,
  url: `https://old.example/wp-content/uploads/${id}.jpg`,
  alt: `alt ${id}`,
  caption: "",
  credit: "",
  parent: "1",
  order: 0,
  title: "",
});
const place: ContentPlace = {
  postId: "1",
  shelf: {
    attachment: (id) => (Number(id) < 10 ? attachment(id) : undefined),
    attachedTo: () => [attachment("1"), attachment("2")],
  },
  reusable: (id) => (id === "9" ? "<!-- wp:paragraph --><p>reused</p><!-- /wp:paragraph -->" : undefined),
};
const html = (content: string) => htmlFromContent(content, place).html.replace(/\s*\n\s*/g, "");

test("in classic text a blank line begins a paragraph and a line's end is a line break", () => {
  assert.equal(paragraphsFromClassic("one\r\ntwo\r\n\r\n\r\nthree"), "<p>one<br>\ntwo</p>\n<p>three</p>");
});

test("blocks in classic text stand by themselves, their words are not wrapped twice", () => {
  assert.equal(html("a\n\n<h2>H\nI</h2>\nb\n<p>c\nd</p>"), "<p>a</p><h2>H<br>I</h2><p>b</p><p>c<br>d</p>");
  assert.equal(html("<ul>\n<li>x</li>\n\n<li>y</li>\n</ul>"), "<ul><li><p>x</p></li><li><p>y</p></li></ul>");
  assert.equal(html("<blockquote>q\n\nr</blockquote>"), "<blockquote><p>q</p><p>r</p></blockquote>");
});

test("code is not touched, neither by paragraphs nor by shortcodes", () => {
  const code = "<pre>a\n\n[gallery]\n<b>b</b></pre>";
  assert.equal(htmlFromContent(`x\n\n${code}`, place).html, `<p>x</p>${code}`);
});

test("an address alone on its line is embedded, within a line it is a word", () => {
  assert.equal(html("one\nhttps://example.org/a\ntwo"), "<p>one</p><p>https://example.org/a</p><p>two</p>");
  assert.equal(html("see https://example.org/a"), "<p>see https://example.org/a</p>");
});

test("known shortcodes become markup", () => {
  assert.equal(
    html('[caption id="a" width="3"]<a href="x"><img src="y" /></a> The <em>words</em>[/caption]'),
    '<figure><p><a href="x"><img src="y" /></a></p><figcaption>The <em>words</em></figcaption></figure>',
  );
  assert.match(html('[gallery ids="3,4"]'), /3\.jpg.*4\.jpg/);
  assert.match(html("[gallery]"), /1\.jpg.*2\.jpg/);
  for (const each of [
    "[embed]https://example.org/v[/embed]",
    "[youtube https://example.org/v]",
    "[youtube=https://example.org/v]",
    '[video mp4="https://example.org/v"][/video]',
  ]) {
    assert.match(
      html(each),
      /<figure class="wp-block-embed"><div><p>https:\/\/example\.org\/v<\/p><\/div><\/figure>/,
      each,
    );
  }
  assert.equal(html("a[footnote]n[/footnote]"), '<p>a<span class="footnote">n</span></p>');
});

test("unknown shortcodes stay in the text, and those of plugins are told; an author's brackets are no shortcodes", () => {
  const { html: shown, unknown } = htmlFromContent('He said [sic] and [contact-form-7 id="4"] [[gallery]]', place);
  assert.equal(shown, '<p>He said [sic] and [contact-form-7 id="4"] [gallery]</p>');
  assert.deepEqual(unknown, [{ kind: "shortcode", source: '[contact-form-7 id="4"]' }]);
  assert.deepEqual(unknownInWords(unknown), ['[contact-form-7 id="4"] is not known and stays in the text as it is']);
  const missing = htmlFromContent('[gallery ids="3,77"]', place).unknown;
  assert.deepEqual(unknownInWords(missing), ["a gallery names pictures that are not in the export: 77"]);
});

test("blocks are opened, reused ones put in, and those that WordPress fills itself are told", () => {
  const content =
    '<!-- wp:group {"a":{"b":1}} --><div><!-- wp:paragraph --><p>a\nb</p><!-- /wp:paragraph --></div><!-- /wp:group -->\n\nclassic\ntext\n\n<!-- wp:block {"ref":9} /--><!-- wp:latest-posts /-->';
  assert.equal(html(content), "<div><p>ab</p></div><p>classic<br>text</p><p>reused</p>");
  const { unknown } = htmlFromContent(`${content}<!-- wp:calendar /-->${content}[my-form a="1"]`, place);
  assert.deepEqual(unknownInWords(unknown), [
    "left out of the text: blocks that WordPress fills itself (latest-posts, calendar)",
    '[my-form a="1"] is not known and stays in the text as it is',
  ]);
});

const bare = { ...place, shelf: { ...place.shelf, attachedTo: () => [] } };
const read = (content: string) => documentFromHtml(htmlFromContent(content, bare).html).document;

/** Milliseconds of processor time that reading takes: the least of three, since others use the machine too. */
function cpuOf(content: string): number {
  const times = Array.from({ length: 3 }, () => {
    const before = process.cpuUsage();
    read(content);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  });
  return Math.min(...times);
}

test("text made to keep us busy is read in time that grows with its length alone", () => {
  for (const part of [
    "<",
    "<a ",
    "<!-- wp:x {",
    "<!--",
    "[a",
    "[gallery]",
    "[gallery ids=1 ",
    "<pre>[",
    "[/a]",
    "\n \n",
    "<div>",
    "</p>",
    "&",
    '<a b="',
    '[a b="',
    "{",
    "<p ",
  ]) {
    const [once, fourTimes] = [part.repeat(25_000 / part.length), part.repeat(100_000 / part.length)];
    documentSchema.parse(read(fourTimes));
    const [short, long] = [cpuOf(once), cpuOf(fourTimes)];
    // Time that grows with the square of the length would be sixteen times as much.
    assert.ok(long < 8 * short + 10, `${part}: ${short} ms, and ${long} ms for four times as much`);
  }
});

const document = (...paragraphs: string[]) =>
  documentFromHtml(paragraphs.map((each) => `<p>${each}</p>`).join("")).document;
const found = (...paragraphs: string[]) =>
  bylineInText(document(...paragraphs, "The first sentence of a text.", "More."))?.byline;

test("a byline in the text is found where it can be nothing else", () => {
  assert.deepEqual(found("By Kim Min-jun"), { names: ["Kim Min-jun"], affiliation: "" });
  assert.deepEqual(found("BY: Ana de la Cruz and Li Wei"), { names: ["Ana de la Cruz", "Li Wei"], affiliation: "" });
  assert.deepEqual(found("Kim Min-jun", "(Professor of History, Example University)"), {
    names: ["Kim Min-jun"],
    affiliation: "Professor of History, Example University",
  });
  assert.deepEqual(found("By Kim Min-jun, Fellow, Example Institute"), {
    names: ["Kim Min-jun"],
    affiliation: "Fellow, Example Institute",
  });
});

test("what may be something else stays in the text", () => {
  for (const each of [
    ["North Korea"],
    ["By the end of May"],
    ["By October, prices had doubled."],
    ["Kim Min-jun", "(born 1970)"],
    ["Seoul"],
    ["By 2024"],
    ["By Land and by sea"],
  ]) {
    assert.equal(found(...each), undefined, each.join());
  }
});

/** What is in a post and not in the document that is made of it, read without us; undefined for what is no post. */
function lostFrom(record: WordPressRecord): string[] | undefined {
  if (record.kind !== "item" || !["post", "page"].includes((record.item.fields["wp:post_type"] ?? "").trim())) return;
  const content = record.item.fields["content:encoded"] ?? "";
  const { html: shown } = htmlFromContent(content, { ...place, reusable: () => undefined });
  const { document: body } = documentFromHtml(shown, { missingPicture: "card" });
  documentSchema.parse(body);
  const quoted = [...walk(body)].map((node) => {
    if (node.type === "blockquote") return node.attrs?.source ?? "";
    return node.type === "embed" ? `${node.attrs.href} ${node.attrs.description ?? ""}` : "";
  });
  const kept = new Set(wordsOf(`${plainText(body)} ${quoted.join(" ")}`));
  // Tags away, shortcodes away but for what they enclose.
  const bare = content
    .replace(/\[\/?[a-z][^\]]*\]/gi, " ")
    .replace(/<!--[\s\S]*?-->/g, " ")
    .replace(/<(?=\/?(?:p|div|t[dhr]|li|cite|figcaption|h\d|d[td]|[uo]l|br|blockquote|pre|caption|address)\b)/gi, " <")
    .replace(/<(button|svg|select|textarea)\b[\s\S]*?<\/\1>/g, " ");
  return wordsOf(rawText(parseFragment(bare))).filter((word) => !kept.has(word));
}

const theme = "wordpress-theme-test-data.wxr.xml";

for (const [name, path, number, skip] of [
  ["an export", "exchange/testing/harbour-letter.wxr.xml", 5, false],
  ["the theme test data", realInput(theme) ?? "", 70, skippedWithout(theme)],
] as const) {
  test(`no word of ${name} is lost on the way into documents`, { skip }, async () => {
    let posts = 0;
    for await (const record of readExport(path)) {
      const lost = lostFrom(record);
      if (lost === undefined) continue;
      posts += 1;
      assert.deepEqual(lost, [], `lost from post ${posts}`);
    }
    assert.ok(posts >= number);
  });
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]{2,}/gu) ?? [];
