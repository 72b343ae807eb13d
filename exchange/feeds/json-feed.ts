import type { Feed, FeedItem } from "./feed.ts";

const authorsOf = ({ authors }: FeedItem) =>
  authors.length === 0 ? {} : { authors: authors.map(({ name, url }) => ({ name, url })) };

/** JSON Feed 1.1 (jsonfeed.org) with the full text and every author. */
export function jsonFeed(feed: Feed): string {
  return JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    home_page_url: feed.pageUrl,
    feed_url: feed.feedUrl,
    ...(feed.description && { description: feed.description }),
    language: feed.language,
    ...(feed.hub && { hubs: [{ type: "WebSub", url: feed.hub }] }),
    items: feed.items.map((item) => ({
      id: item.id,
      url: item.url,
      title: item.title.toWellFormed(),
      ...(item.standfirst && { summary: item.standfirst.toWellFormed() }),
      content_html: item.html.toWellFormed(),
      ...(item.picture && { image: item.picture.url }),
      date_published: item.published.toISOString(),
      date_modified: item.updated.toISOString(),
      ...authorsOf(item),
      tags: [item.section, ...item.topics],
      ...(item.language && { language: item.language }),
      ...(item.picture && {
        attachments: [
          {
            url: item.picture.url,
            mime_type: item.picture.type,
            size_in_bytes: item.picture.bytes,
            title: item.picture.alt,
          },
        ],
      }),
    })),
  });
}
