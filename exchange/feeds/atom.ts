import type { Feed, FeedItem } from "./feed.ts";
import { around, element, FEED_STYLE, textElement, XML_HEAD } from "./xml.ts";

/** Atom 1.0 (RFC 4287) with the full text and every author. */
export function atomFeed(feed: Feed): string {
  const opening = `feed xmlns="http://www.w3.org/2005/Atom" xmlns:h="http://www.w3.org/1999/xhtml"`;
  const inner = [
    element("id", {}, feed.pageUrl),
    element("title", {}, feed.title),
    textElement("subtitle", feed.description),
    textElement("rights", feed.copyright),
    element("updated", {}, feed.updated.toISOString()),
    element("link", { rel: "alternate", type: "text/html", href: feed.pageUrl, hreflang: feed.language }),
    element("link", { rel: "self", type: "application/atom+xml", href: feed.feedUrl }),
    feed.hub ? element("link", { rel: "hub", href: feed.hub }) : "",
    // Entries whose author nobody named are the publication's (RFC 4287, 4.2.1).
    around("author", [element("name", {}, feed.title), element("uri", {}, feed.pageUrl)], "author"),
    ...feed.items.map(atomEntry),
  ];
  return [XML_HEAD, FEED_STYLE, around(opening, inner, "feed"), ""].join("\n");
}

function atomEntry(item: FeedItem): string {
  const { picture } = item;
  const opening = item.language ? `entry xml:lang="${item.language}"` : "entry";
  return around(
    opening,
    [
      element("id", {}, item.id),
      element("title", {}, item.title || item.url),
      element("published", {}, item.published.toISOString()),
      element("updated", {}, item.updated.toISOString()),
      element("link", { rel: "alternate", type: "text/html", href: item.url }),
      picture
        ? element("link", { rel: "enclosure", type: picture.type, href: picture.url, length: picture.bytes })
        : "",
      ...item.authors.map(({ name, url }) =>
        around("author", [element("name", {}, name), element("uri", {}, url)], "author"),
      ),
      ...[item.section, ...item.topics].map((term) => element("category", { term })),
      textElement("summary", item.standfirst),
      element("h:a", { href: item.url }, "Read the article"),
      element("content", { type: "html" }, item.html),
    ],
    "entry",
  );
}
