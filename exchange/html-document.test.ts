import assert from "node:assert/strict";
import { test } from "node:test";
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { type Block, type Document, documentSchema, plainText } from "#core/document";
import { difficultTexts } from "#core/testing/difficult-texts";
import { injections } from "#core/testing/injections";
import { htmlFromDocument } from "./document-html.ts";
import { descendants } from "./html/elements.ts";
import { leftInWords } from "./html/tally.ts";
import { documentFromHtml, type HtmlOptions } from "./html-document.ts";

const picture: HtmlOptions["picture"] = ({ alt, caption, credit, src }) =>
  src.includes("missing") ? undefined : { type: "picture", attrs: { mediaId: 7, alt, caption, credit } };

function blocks(html: string, options: HtmlOptions = { picture }): Block[] {
  const { document } = documentFromHtml(html, options);
  documentSchema.parse(document);
  return document.content;
}

const left = (html: string, options: HtmlOptions = { picture }) =>
  documentFromHtml(html, options).left.map(leftInWords);
const text = (value: string) => ({ type: "text", text: value }) as const;
const paragraph = (value: string) => ({ type: "paragraph", content: [text(value)] }) as const;

test("words stay as they were written, to the character", () => {
  const words = "“Défense” – it’s 50 % off — naïve, 한국어, e\u0301, non\u00a0breaking, 𝒳";
  assert.deepEqual(blocks(`<p>${words}</p>`), [paragraph(words)]);
});

test("white space is what a browser shows", () => {
  assert.deepEqual(blocks("  <p>\n one\n  two <b> three</b> four </p> "), [
    { type: "paragraph", content: [text("one two "), { ...text("three"), marks: [{ type: "bold" }] }, text(" four")] },
  ]);
});

test("empty paragraphs go, runs of line breaks begin paragraphs, a single one stays", () => {
  assert.deepEqual(blocks("<p>&nbsp;</p><p></p>a<br>b<br> <br>c<br>"), [
    { type: "paragraph", content: [text("a"), { type: "hardBreak" }, text("b")] },
    paragraph("c"),
  ]);
});

test("unknown wrappers are opened, and blocks inside inline elements keep their marks", () => {
  assert.deepEqual(blocks('<x-card class="a"><center><font color="red">a</font></center><b><p>b</p></b></x-card>'), [
    paragraph("a"),
    { type: "paragraph", content: [{ ...text("b"), marks: [{ type: "bold" }] }] },
  ]);
});

test("the headline is the page's only first-level heading", () => {
  const levels = blocks([1, 2, 3, 4, 5, 6].map((level) => `<h${level}>x</h${level}>`).join("")).map((block) =>
    block.type === "heading" ? block.attrs.level : 0,
  );
  assert.deepEqual(levels, [2, 2, 3, 4, 4, 4]);
});

test("lists nest, also where the nested list stands beside its item", () => {
  const nested = { type: "bulletList", content: [{ type: "listItem", content: [paragraph("b")] }] } as const;
  const list = [{ type: "bulletList", content: [{ type: "listItem", content: [paragraph("a"), nested] }] }];
  assert.deepEqual(blocks("<ul><li>a<ul><li>b</li></ul></li></ul>"), list);
  assert.deepEqual(blocks("<ul><li>a</li><ul><li>b</li></ul></ul>"), list);
});

test("a quotation keeps its source, a pull quote of WordPress is one of ours", () => {
  assert.deepEqual(blocks("<blockquote><p>Said.</p><cite>— A. Person</cite></blockquote>"), [
    { type: "blockquote", attrs: { source: "A. Person" }, content: [paragraph("Said.")] },
  ]);
  assert.deepEqual(blocks('<figure class="wp-block-pullquote"><blockquote><p>Pulled.</p></blockquote></figure>'), [
    { type: "pullQuote", content: [paragraph("Pulled.")] },
  ]);
});

test("a table keeps its caption, headings and spans; one of a single cell was a frame", () => {
  const [table] = blocks("<table><caption>C</caption><tr><th colspan=2>h</th></tr><tr><td>a<td>b</table>");
  assert.equal(table?.type, "table");
  if (table?.type !== "table") return;
  assert.equal(table.attrs?.caption, "C");
  assert.deepEqual(table.content[0]?.content, [
    { type: "tableHeader", attrs: { colspan: 2 }, content: [paragraph("h")] },
  ]);
  assert.deepEqual(blocks("<table><tr><td><p>framed</p></td></tr></table>"), [paragraph("framed")]);
});

test("a picture carries its alternative text, caption and credit, and one that is not there is told", () => {
  const figure =
    '<figure><img src="a.jpg" alt="A"><figcaption>Caption <span class="credit">Photo: B</span></figcaption></figure>';
  const kept = { type: "picture", attrs: { mediaId: 7, alt: "A", caption: "Caption", credit: "Photo: B" } };
  assert.deepEqual(blocks(figure), [kept]);
  assert.deepEqual(blocks('<p>x <a href="/a"><img src="a.jpg" alt="A"></a> y</p>'), [
    paragraph("x"),
    { type: "picture", attrs: { mediaId: 7, alt: "A", caption: "", credit: "" } },
    paragraph("y"),
  ]);
  const missing = '<figure><img src="https://example.org/missing.jpg"><figcaption>Words</figcaption></figure>';
  assert.deepEqual(blocks(missing), [paragraph("Words")]);
  assert.deepEqual(left(missing), ["1 picture (https://example.org/missing.jpg)"]);
  assert.deepEqual(blocks(missing, { missingPicture: "card" }), [
    { type: "embed", attrs: { href: "https://example.org/missing.jpg", title: "Words" } },
  ]);
});

test("the pictures of a gallery stand one after the other, its caption after them", () => {
  const html =
    '<figure class="wp-block-gallery"><figure><img src="a" alt="1"></figure><figure><img src="b" alt="2"><figcaption>two</figcaption></figure><figcaption>all</figcaption></figure>';
  assert.deepEqual(
    blocks(html).map((block) => (block.type === "picture" ? [block.attrs.alt, block.attrs.caption] : block)),
    [["1", ""], ["2", "two"], paragraph("all")],
  );
});

test("footnotes move to the place that refers to them, from our markup, WordPress and Markdown", () => {
  const footnoted = [
    { type: "paragraph", content: [text("a"), { type: "footnote", content: [text("Note.")] }, text(".")] },
  ];
  assert.deepEqual(blocks('<p>a<span class="footnote">Note.</span>.</p>'), footnoted);
  assert.deepEqual(
    blocks('<p>a<sup data-fn="k" class="fn"><a href="#k" id="k-link">1</a></sup>.</p>', {
      footnotes: new Map([["k", "Note."]]),
    }),
    footnoted,
  );
  assert.deepEqual(
    blocks(
      '<p>a<sup id="fnref1"><a href="#fn1">1</a></sup>.</p><hr><ol><li id="fn1"><p>Note. <a href="#fnref1">↩</a></p></li></ol>',
    ),
    [...footnoted, { type: "horizontalRule" }],
  );
});

test("frames, players and addresses alone on their line become cards that load nothing", () => {
  const card = (href: string, title: string) => ({ type: "embed", attrs: { href, title } });
  assert.deepEqual(blocks('<iframe src="//www.youtube.com/embed/abc123def" title="Film"></iframe>'), [
    card("https://www.youtube.com/watch?v=abc123def", "Film"),
  ]);
  assert.deepEqual(blocks("<p>https://example.org/story</p>"), [
    card("https://example.org/story", "example.org/story"),
  ]);
  assert.deepEqual(blocks("<p>See https://example.org/story</p>"), [paragraph("See https://example.org/story")]);
  assert.deepEqual(
    blocks(
      '<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\nhttps://example.org/1\n</div><figcaption>Seen</figcaption></figure>',
    ),
    [card("https://example.org/1", "Seen")],
  );
});

test("scripts, styles, handlers and unsafe addresses go and are counted; their words stay", () => {
  const html =
    '<style>p{}</style><p onclick="x()">one</p><script>alert(1)</script><a href=" java\nscript:alert(1)">two</a><input value="three">';
  assert.deepEqual(blocks(html), [paragraph("one"), paragraph("two")]);
  assert.deepEqual(left(html), [
    "1 style sheet",
    "1 script in an attribute",
    "1 script",
    "1 link with an address that is not allowed (java\nscript:alert(1))",
    "1 form field or button (three)",
  ]);
});

test("markup nested without end is read as plain text, quickly", () => {
  for (const html of [
    `${"<div>".repeat(200_000)}deep`,
    `${"<b><i>".repeat(50_000)}deep`,
    `${"<span>".repeat(900)}deep`,
  ]) {
    assert.deepEqual(blocks(html), [paragraph("deep")]);
  }
  assert.deepEqual(plainText({ type: "doc", content: blocks(`${"<ul><li>".repeat(400)}deep`) }), "deep");
});

test("what is written out and read again is the same", () => {
  const html = `<h2>H</h2><p>a <b>b <i>c</i></b><br>d <a href="https://example.org/?a=1&amp;b=2">e</a><span class="footnote">n &lt; <em>m</em></span></p>
    <ul><li>x<ol start="3"><li>y</li></ol></li></ul><blockquote><p>q</p><cite>s &amp; t</cite></blockquote><hr>
    <aside class="pull-quote"><p>p</p></aside><pre><code class="language-js">\n a &lt; b\n</code></pre>
    <table><caption>c</caption><tr><th>1</th><td rowspan="2"><p>2</p><p>3</p></td></tr><tr><td></td></tr></table>
    <div class="embed"><a href="https://example.org/x">t</a><p>d</p></div>`;
  const { document } = documentFromHtml(html);
  assert.deepEqual(documentFromHtml(htmlFromDocument(document)).document, document);
});

/** What could run or lead somewhere unsafe in HTML. */
function dangers(html: string): string[] {
  const fragment: DefaultTreeAdapterTypes.DocumentFragment = parseFragment(html);
  return [...descendants(fragment)].flatMap((element) => [
    ...([
      "script",
      "style",
      "iframe",
      "object",
      "embed",
      "svg",
      "math",
      "form",
      "input",
      "base",
      "meta",
      "link",
    ].includes(element.tagName)
      ? [`<${element.tagName}>`]
      : []),
    ...element.attrs
      .filter(
        ({ name, value }) =>
          name.startsWith("on") ||
          name === "style" ||
          ((name === "href" || name === "src") && !/^(?:https?:|mailto:|tel:|[#/](?!\/))/i.test(value)),
      )
      .map(({ name, value }) => `${name}=${value}`),
  ]);
}

function isHarmless(html: string): Document {
  const { document } = documentFromHtml(html, { missingPicture: "card", picture });
  assert.ok(documentSchema.safeParse(document).success, `not a document: ${html}`);
  const options = { picture: () => ({ src: "/media/a/1.jpeg", width: 1, height: 1 }) };
  const written = htmlFromDocument(document, options);
  assert.deepEqual(dangers(written), [], `from ${html}`);
  assert.deepEqual(documentFromHtml(written, { picture }).document, document, `not stable: ${html}`);
  return document;
}

test("no known injection survives", () => {
  assert.ok(injections.length > 1_000);
  assert.ok(dangers("<a href='javascript:1' onclick=x>").length === 2, "the search itself finds one");
  for (const injection of injections) isHarmless(injection);
  for (const injection of injections) isHarmless(`<p>before ${injection} after</p>`);
});

test("no string breaks it, and as text each is kept", () => {
  for (const each of difficultTexts) isHarmless(each);
  for (const each of difficultTexts) {
    const escaped = each.replace(/&/g, "&amp;").replace(/</g, "&lt;");
    const document = isHarmless(`<p>${escaped}</p>`);
    const shown = (value: string) => value.replace(/[ \t\n\r\f]+/g, " ").trim();
    const words = document.content.some(({ type }) => type === "embed") ? shown(each) : plainText(document);
    // A parser may not keep NUL, and blank paragraphs go.
    assert.equal(shown(words), shown(each.toWellFormed().replaceAll("\u0000", "")).replace(/^[\s\u200b\u2060]*$/, ""));
  }
});
