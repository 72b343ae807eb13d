/**
 * The vocabulary between what pages show and what deeds change. A page that shows a thing depends on its tag; a deed
 * that changes what readers see of the thing names the same tag, and the pages kept under it are rendered anew.
 */
export const articleTag = (id: number) => `article:${id}` as const;
/** The approved comments of an article, and how many there are. */
export const commentsTag = (articleId: number) => `comments:${articleId}` as const;
/** Which articles a section lists, and in which order. */
export const sectionTag = (id: number) => `section:${id}` as const;
export const topicTag = (id: number) => `topic:${id}` as const;
export const contributorTag = (id: number) => `contributor:${id}` as const;
/** The newest articles of the whole publication: front page, feeds, archive, search. */
export const latestTag = "latest";
/** Which sections there are, their names and order: on every page. */
export const navigationTag = "navigation";
/** What topics and contributors are called, which articles and lists print. A renaming is rare, and reaches them all. */
export const namesTag = "names";
export const settingsTag = "settings";
export const trendingTag = "trending";
export const redirectsTag = "redirects";

/** Among these is a tag of every page there is: each shows the navigation, or something that is set or newest. */
export const tagsOfEveryPage = [latestTag, navigationTag, namesTag, settingsTag, trendingTag, redirectsTag] as const;

export type PageTag =
  | `${"article" | "comments" | "section" | "topic" | "contributor"}:${number}`
  | typeof latestTag
  | typeof navigationTag
  | typeof namesTag
  | typeof settingsTag
  | typeof trendingTag
  | typeof redirectsTag;
