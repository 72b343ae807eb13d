import type { Feed, FeedItem } from "./feed.ts";
import { around, element, FEED_STYLE, textElement, XML_HEAD } from "./xml.ts";

const NAMESPACES = [
  'xmlns:atom="http://www.w3.org/2005/Atom"',
  'xmlns:content="http://purl.org/rss/1.0/modules/content/"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:media="http://search.yahoo.com/mrss/"',
  'xmlns:h="http://www.w3.org/1999/xhtml"',
].join(" ");

/** RSS 2.0 (RSS Advisory Board, 2.0.11) with the full text and every author. */
export function rssFeed(feed: Feed): string {
  const channel = around(
    "channel",
    [
      element("title", {}, feed.title),
      element("link", {}, feed.pageUrl),
      element("description", {}, feed.description || feed.title),
      element("language", {}, feed.language),
      textElement("copyright", feed.copyright),
      element("lastBuildDate", {}, feed.updated.toUTCString()),
      element("docs", {}, "https://www.rssboard.org/rss-specification"),
      element("atom:link", { rel: "self", type: "application/rss+xml", href: feed.feedUrl }),
      feed.hub ? element("atom:link", { rel: "hub", href: feed.hub }) : "",
      ...feed.items.map(rssItem),
    ],
    "channel",
  );
  return [XML_HEAD, FEED_STYLE, around(`rss version="2.0" ${NAMESPACES}`, [channel], "rss"), ""].join("\n");
}

function rssItem(item: FeedItem): string {
  const { picture } = item;
  return around(
    "item",
    [
      // An item may not be without a title, and a headline may be made of what XML cannot hold.
      element("title", {}, item.title || item.url),
      element("link", {}, item.url),
      element("guid", { isPermaLink: "false" }, item.id),
      element("pubDate", {}, item.published.toUTCString()),
      ...item.authors.map(({ name }) => element("dc:creator", {}, name)),
      ...[item.section, ...item.topics].map((category) => element("category", {}, category)),
      textElement("description", item.standfirst),
      // Readers' programs pass over this; a browser that shows the feed makes a link of it.
      element("h:a", { href: item.url }, "Read the article"),
      element("content:encoded", {}, item.html),
      picture ? element("enclosure", { url: picture.url, length: picture.bytes, type: picture.type }) : "",
      picture
        ? element("media:content", {
            url: picture.url,
            type: picture.type,
            medium: "image",
            width: picture.width,
            height: picture.height,
          })
        : "",
    ],
    "item",
  );
}
