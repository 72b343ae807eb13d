import type { CommentStatus } from "#core/comment";
import type { Document } from "#core/document";
import type { ArticleState } from "#core/workflow";

/*
 * What comes in from another system, in our words and without its markup. Each source makes these; `move-in.ts` writes
 * them. `key` is the thing's name in the source, by which a second run finds it again.
 */

export type IncomingSection = {
  key: string;
  slug: string;
  name: string;
  description: string;
  /** Key of the section it stands under. */
  parent: string | undefined;
  /** Hidden from readers: a place for what has none. */
  retired?: boolean;
  oldPaths: readonly string[];
};

/** Where pages wait until an editor decides what becomes of them. */
export const PAGES: IncomingSection = {
  key: "(pages)",
  slug: "pages",
  name: "Pages",
  description: "",
  parent: undefined,
  retired: true,
  oldPaths: [],
};

export type IncomingTopic = {
  key: string;
  slug: string;
  name: string;
  description: string;
  oldPaths: readonly string[];
};

export type IncomingContributor = {
  key: string;
  slug: string;
  name: string;
  affiliation: string;
  bio: string;
  website: string;
  oldPaths: readonly string[];
};

export type IncomingArticle = {
  key: string;
  kind: "article" | "page";
  /** What stands in the report. */
  title: string;
  section: IncomingSection;
  slug: string;
  kicker: string;
  headline: string;
  standfirst: string;
  body: Document;
  /** How many words the body has: counted where nobody waits for it. */
  words: number;
  language: string | null;
  bylines: readonly { contributor: IncomingContributor; affiliation: string }[];
  topics: readonly IncomingTopic[];
  state: Extract<ArticleState, "draft" | "in-review" | "scheduled" | "published">;
  publishedAt: Date | null;
  createdAt: Date | null;
  commentsOpen: boolean;
  picture: { mediaId: number; alt: string; caption: string; credit: string } | null;
  socialTitle: string;
  socialDescription: string;
  oldPaths: readonly string[];
  sticky: boolean;
  views: number;
};

export type IncomingComment = {
  key: string;
  parent: string | undefined;
  authorName: string;
  email: string;
  website: string | null;
  text: string;
  status: CommentStatus;
  postedAt: Date;
};
