import assert from "node:assert/strict";
import { test } from "node:test";
import { SaxesParser } from "saxes";
import { difficultTexts } from "#core/testing/difficult-texts";
import { articleHtml } from "./article-html.ts";
import { atomFeed } from "./atom.ts";
import type { Feed, FeedItem } from "./feed.ts";
import { jsonFeed } from "./json-feed.ts";
import { rssFeed } from "./rss.ts";

const published = new Date("2026-11-20T09:00:00Z");

const item: FeedItem = {
  id: "tag:example.org,2026:article-1",
  url: "https://example.org/asia/ferries",
  title: "The ferries stop",
  standfirst: "A strike & a tide",
  html: '<p>All of it, with a <a href="https://example.org/asia">link</a>.</p>',
  language: undefined,
  published,
  updated: published,
  section: "Asia",
  topics: ["Ports", "Labour"],
  authors: [
    { name: "Ada Lim", url: "https://example.org/contributors/ada-lim" },
    { name: "Bo Park", url: "https://example.org/contributors/bo-park" },
  ],
  picture: {
    url: "https://example.org/media/a/1600.jpeg",
    type: "image/jpeg",
    bytes: 1234,
    width: 1600,
    height: 900,
    alt: "",
  },
};

const feed = (items: FeedItem[]): Feed => ({
  title: "The Paper",
  description: "News",
  language: "en-GB",
  copyright: "© The Paper",
  pageUrl: "https://example.org/",
  feedUrl: "https://example.org/feed.xml",
  hub: "https://hub.example.net/",
  updated: published,
  items,
});

type Element = { name: string; attributes: Record<string, string>; text: string; path: string };

/** Every element with its text. Throws where the XML is not well-formed or a namespace is not declared. */
function elementsOf(xml: string): Element[] {
  const parser = new SaxesParser({ xmlns: true });
  const open: Element[] = [];
  const found: Element[] = [];
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const values = Object.fromEntries(Object.entries(attributes).map(([key, { value }]) => [key, value]));
    const element = { name, attributes: values, text: "", path: [...open.map((each) => each.name), name].join("/") };
    open.push(element);
    found.push(element);
  });
  parser.on("text", (text) => {
    const last = open.at(-1);
    if (last) last.text += text;
  });
  parser.on("closetag", () => open.pop());
  parser.write(xml).close();
  return found;
}

const textsOf = (elements: Element[], path: string) =>
  elements.filter((each) => each.path === path).map(({ text }) => text);

test("RSS holds what the specification asks for, the full text, every author and the picture", () => {
  const found = elementsOf(rssFeed(feed([item])));
  for (const name of ["title", "link", "description"]) assert.equal(textsOf(found, `rss/channel/${name}`).length, 1);
  assert.deepEqual(textsOf(found, "rss/channel/item/title"), ["The ferries stop"]);
  assert.deepEqual(textsOf(found, "rss/channel/item/content:encoded"), [item.html]);
  assert.deepEqual(textsOf(found, "rss/channel/item/dc:creator"), ["Ada Lim", "Bo Park"]);
  assert.deepEqual(textsOf(found, "rss/channel/item/category"), ["Asia", "Ports", "Labour"]);
  assert.deepEqual(textsOf(found, "rss/channel/item/pubDate"), ["Fri, 20 Nov 2026 09:00:00 GMT"]);
  const enclosure = found.find(({ name }) => name === "enclosure")?.attributes;
  assert.deepEqual(enclosure, { url: item.picture?.url, length: "1234", type: "image/jpeg" });
  const links = found.filter(({ name }) => name === "atom:link").map(({ attributes }) => attributes.rel);
  assert.deepEqual(links, ["self", "hub"]);
});

test("Atom holds what RFC 4287 asks of a feed and of an entry", () => {
  const found = elementsOf(atomFeed(feed([item])));
  for (const path of [
    "feed/id",
    "feed/title",
    "feed/updated",
    "feed/entry/id",
    "feed/entry/title",
    "feed/entry/updated",
  ]) {
    assert.equal(textsOf(found, path).length, 1, path);
  }
  assert.deepEqual(textsOf(found, "feed/entry/author/name"), ["Ada Lim", "Bo Park"]);
  assert.deepEqual(textsOf(found, "feed/entry/content"), [item.html]);
});

test("JSON Feed 1.1 names its version, authors and attachments", () => {
  const read = JSON.parse(jsonFeed(feed([item])));
  assert.equal(read.version, "https://jsonfeed.org/version/1.1");
  assert.equal(read.items[0].authors.length, 2);
  assert.equal(read.items[0].attachments[0].mime_type, "image/jpeg");
  assert.deepEqual(read.hubs, [{ type: "WebSub", url: "https://hub.example.net/" }]);
});

test("what an article has not got is left out, and nothing is empty", () => {
  const bare = { ...item, title: "", standfirst: "", authors: [], picture: undefined };
  const rss = elementsOf(rssFeed({ ...feed([bare]), hub: undefined }));
  assert.deepEqual(textsOf(rss, "rss/channel/item/title"), [item.url]);
  assert.ok(!rss.some(({ name }) => name === "enclosure" || name === "dc:creator"));
  assert.equal(JSON.parse(jsonFeed(feed([bare]))).items[0].authors, undefined);
});

test("a text stands anywhere: its addresses are absolute and its corrections come along", () => {
  const html = articleHtml(
    {
      body: {
        type: "doc",
        content: [
          {
            type: "paragraph",
            content: [{ type: "text", text: "here", marks: [{ type: "link", attrs: { href: "/asia" } }] }],
          },
          { type: "paragraph", content: [{ type: "footnote", content: [{ type: "text", text: "A note" }] }] },
        ],
      },
      bodyPictures: new Map(),
      corrections: [{ text: "It was <three>.", publishedAt: published }],
    },
    item.url,
  );
  assert.match(html, /href="https:\/\/example\.org\/asia"/);
  assert.match(html, /href="https:\/\/example\.org\/asia\/ferries#note-1"/);
  assert.match(html, /It was &lt;three&gt;\./);
});

test("every feed stays well-formed whatever a headline is made of", () => {
  const unfit = ["\u0000\u0001\ufffe", "\ud800 alone", "]]>", "<![CDATA[", "&amp;", "\r\n"];
  const items = [...difficultTexts, ...unfit].map((title) => ({
    ...item,
    title,
    standfirst: title,
    html: title,
    topics: [title],
  }));
  const rss = elementsOf(rssFeed(feed(items)));
  assert.equal(textsOf(rss, "rss/channel/item/title").length, items.length);
  assert.equal(textsOf(elementsOf(atomFeed(feed(items))), "feed/entry/title").length, items.length);
  assert.equal(JSON.parse(jsonFeed(feed(items))).items.length, items.length);
  const [kept] = textsOf(elementsOf(rssFeed(feed([{ ...item, title: "a ]]> & <b> “c”" }]))), "rss/channel/item/title");
  assert.equal(kept, "a ]]> & <b> “c”");
});
