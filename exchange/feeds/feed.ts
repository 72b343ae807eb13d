/** What a feed says, whichever of the three forms it is written in. Every address is absolute. */
export type Feed = {
  title: string;
  description: string;
  /** BCP 47. */
  language: string;
  copyright: string;
  /** The page whose articles these are. */
  pageUrl: string;
  /** Where this very feed is. */
  feedUrl: string;
  /** Who tells subscribers at once (W3C WebSub); undefined where nobody does. */
  hub: string | undefined;
  /** The newest change of all, in the feed or its items. */
  updated: Date;
  items: readonly FeedItem[];
};

export type FeedItem = {
  /** Stays the same when the article's address changes. */
  id: string;
  url: string;
  title: string;
  standfirst: string;
  /** The full text. */
  html: string;
  language: string | undefined;
  published: Date;
  updated: Date;
  section: string;
  topics: readonly string[];
  authors: readonly { name: string; url: string }[];
  picture: FeedPicture | undefined;
};

export type FeedPicture = { url: string; type: string; bytes: number; width: number; height: number; alt: string };
