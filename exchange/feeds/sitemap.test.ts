import assert from "node:assert/strict";
import { test } from "node:test";
import { SaxesParser } from "saxes";
import { difficultTexts } from "#core/testing/difficult-texts";
import { AI_CRAWLERS, robotsText } from "./robots.ts";
import { newsSitemap, sitemap, sitemapIndex } from "./sitemap.ts";

/** What each element may hold, in that order (sitemaps.org and Google's own schemas). "?" may be missing, "*" repeats. */
const schema: Record<string, readonly string[]> = {
  sitemapindex: ["sitemap*"],
  sitemap: ["loc", "lastmod?"],
  urlset: ["url*"],
  url: ["loc", "lastmod?", "xhtml:link*", "image:image*", "news:news?"],
  "image:image": ["image:loc"],
  "news:news": ["news:publication", "news:publication_date", "news:title"],
  "news:publication": ["news:name", "news:language"],
};

function check(xml: string): Map<string, string[]> {
  const texts = new Map<string, string[]>();
  const open: { name: string; children: string[]; text: string }[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name }) => {
    open.at(-1)?.children.push(name);
    open.push({ name, children: [], text: "" });
  });
  parser.on("text", (text) => {
    const last = open.at(-1);
    if (last) last.text += text;
  });
  parser.on("closetag", () => {
    const closed = open.pop();
    assert.ok(closed);
    const allowed = schema[closed.name];
    if (allowed) {
      const pattern = allowed.map((each) => each.replace(/^(.*?)([?*]?)$/, "(?:$1 )$2")).join("");
      assert.match(closed.children.map((child) => `${child} `).join(""), new RegExp(`^${pattern}$`), closed.name);
    } else assert.deepEqual(closed.children, [], closed.name);
    texts.set(closed.name, [...(texts.get(closed.name) ?? []), closed.text]);
  });
  parser.write(xml).close();
  return texts;
}

const moment = new Date("2026-11-20T09:00:00Z");

test("index, parts and news hold what their schemas allow, in the order these ask for", () => {
  check(sitemapIndex([{ url: "https://example.org/sitemap/pages.xml", changed: moment }]));
  const url = "https://example.org/asia/%ED%95%9C?a=1&b=2";
  const part = check(sitemap([{ url, changed: moment, pictureUrl: "https://example.org/media/a/1.jpeg" }, { url }]));
  assert.deepEqual(part.get("loc"), [url, url]);
  assert.deepEqual(part.get("lastmod"), ["2026-11-20T09:00:00.000Z"]);
  const article = { url, title: "A & B", published: moment };
  const news = check(
    newsSitemap("The <Paper>", [
      { ...article, language: "en-GB" },
      { ...article, language: "zh-Hant" },
    ]),
  );
  assert.deepEqual(news.get("news:language"), ["en", "zh-tw"]);
  assert.deepEqual(news.get("news:name"), ["The <Paper>", "The <Paper>"]);
});

test("an address tells what says the same in other languages", () => {
  const alternates = [
    { language: "ko", url: "https://example.org/asia/%ED%95%9C?a=1&b=2" },
    { language: "x-default", url: "https://example.org/asia/ferries" },
  ];
  const xml = sitemap([{ url: "https://example.org/asia/ferries", changed: moment, alternates }]);
  assert.equal(check(xml).get("xhtml:link")?.length, 2);
  assert.match(
    xml,
    /<xhtml:link rel="alternate" hreflang="ko" href="https:\/\/example\.org\/asia\/%ED%95%9C\?a=1&amp;b=2"/,
  );
  assert.ok(!sitemap([{ url: "https://example.org/" }]).includes("xhtml:link"));
});

test("crawlers of language models are refused when the publication says so, and only then", () => {
  const refused = robotsText("https://example.org", "refuse");
  for (const name of AI_CRAWLERS) assert.ok(refused.includes(`User-agent: ${name}\n`));
  assert.match(refused, /User-agent: YouBot\nDisallow: \/\n/);
  const allowed = robotsText("https://example.org", "allow");
  assert.ok(!allowed.includes("GPTBot"));
  assert.match(allowed, /Disallow: \/desk\n/);
  assert.match(allowed, /Sitemap: https:\/\/example\.org\/sitemap\.xml/);
});

test("sitemaps stay well-formed whatever a headline or a slug is made of", () => {
  const titles = [...difficultTexts, "\u0000\u0001\ufffe", "\ud800 alone", "]]>", "<![CDATA[", "&amp;", "\r\n"];
  const urlOf = (title: string) => `https://example.org/asia/${encodeURIComponent(title.toWellFormed())}`;
  const news = titles.map((title) => ({ url: urlOf(title), title, language: "en-GB", published: moment }));
  assert.equal(check(newsSitemap("The Paper", news)).get("news:title")?.length, titles.length);
  const addresses = titles.map((title) => ({ url: title, alternates: [{ language: "ko", url: title }] }));
  assert.equal(check(sitemap(addresses)).get("loc")?.length, titles.length);
});
