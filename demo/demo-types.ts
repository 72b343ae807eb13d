// Types of the demonstration publication. Plain data: no code of the application is needed to read it.

export type DemoLink = { label: string; url: string };

export type DemoPublication = {
  name: string;
  description: string;
  tagline: string;
  timeZone: string;
  language: string;
  social: DemoLink[];
  copyright: string;
};

export type DemoSection = { slug: string; name: string; description: string };

export type DemoTopic = { slug: string; name: string; description?: string };

export type DemoContributor = {
  slug: string;
  name: string;
  /** The present affiliation. Each byline keeps the one held at the time. */
  affiliation: string;
  bio: string;
  links: DemoLink[];
};

export type DemoByline = { contributor: string; affiliation: string };

export type DemoPicture = { id: string; alt: string; caption: string; credit: string };

export type DemoArticle = {
  slug: string;
  section: string;
  /** Short, above the headline. */
  kicker: string;
  headline: string;
  standfirst: string;
  /** Affiliation as it was when the article appeared. */
  bylines: DemoByline[];
  topics: string[];
  /** Only where it is not the language of the publication. */
  language?: string;
  /** Minutes before the demonstration is first started; negative = in the future; null = not published. */
  publishedMinutesAgo: number | null;
  updatedMinutesAgo?: number;
  correction?: { minutesAgo: number; text: string };
  /** id: file name, without extension, in demo/pictures. */
  picture: DemoPicture | null;
  /** HTML of the subset the editor knows. */
  body: string;
  /** Readership weight for Trending, 0-3000. */
  views: number;
  /** True unless it says otherwise. */
  commentsOpen?: boolean;
  /** Where publishedMinutesAgo is null. */
  state?: "draft" | "in-review";
};

export type DemoComment = {
  key: string;
  parent?: string;
  name: string;
  email: string;
  website?: string;
  /** Minutes after the publication of the article. */
  at: number;
  /** Plain text; paragraphs are separated by a blank line. */
  text: string;
  status: "approved" | "held" | "spam" | "removed";
};
