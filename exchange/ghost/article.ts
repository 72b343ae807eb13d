import { wordCount } from "#core/document";
import { oneLine } from "../html/elements.ts";
import { documentFromHtml } from "../html-document.ts";
import { slugOf } from "../move-in/addresses.ts";
import { commentText } from "../move-in/comment-text.ts";
import {
  type IncomingArticle,
  type IncomingContributor,
  type IncomingSection,
  type IncomingTopic,
  PAGES,
} from "../move-in/incoming.ts";
import { remarkOnLeft, stateHere } from "../move-in/remarks.ts";
import type { Report } from "../move-in/report.ts";
import { isForMembers, type Rendered } from "./cards.ts";
import type { GhostData, GhostPost } from "./ghost-file.ts";
import { htmlFromLexical } from "./lexical.ts";
import { htmlFromMobiledoc } from "./mobiledoc.ts";

const STATES: Readonly<Record<string, IncomingArticle["state"] | undefined>> = {
  published: "published",
  scheduled: "scheduled",
  draft: "draft",
  sent: "draft",
};

/**
 * The text of a post as HTML: from what Ghost's editor keeps, which says more than the page it makes of it. Where that
 * holds cards of Markdown, or cards we do not know, the page says what they came to.
 */
export function ghostHtml({ lexical, mobiledoc, html }: GhostPost): Rendered {
  const kept =
    (lexical === "" ? undefined : htmlFromLexical(lexical)) ??
    (mobiledoc === "" ? undefined : htmlFromMobiledoc(mobiledoc));
  const needsPage = !kept || kept.unknown.some((name) => !isForMembers(name));
  return needsPage && html !== "" ? { html, unknown: [] } : (kept ?? { html: "", unknown: [] });
}

/** A post of Ghost as an article, with remarks on what needs a look. */
export function ghostArticle(
  post: GhostPost,
  ghost: GhostData,
  kept: (address: string) => number | undefined,
  report: Report,
): { article: IncomingArticle; remarks: string[] } | undefined {
  const kind = post.page || post.type === "page" ? "page" : "article";
  const title = oneLine(post.title);
  const remarks: string[] = [];
  const remark = (why: string) => void remarks.push(why);
  const given = STATES[post.status];
  if (!given) {
    report.leaveOut(kind === "page" ? "pages" : "articles", post.id, title, `its state is “${post.status}”`);
    return undefined;
  }
  const state = stateOf(post, given, kind, remark);
  const { html, unknown } = ghostHtml(post);
  const { document, left } = documentFromHtml(html, {
    missingPicture: "card",
    picture: ({ src, alt, caption, credit }) => {
      const mediaId = kept(src);
      return mediaId === undefined ? undefined : { type: "picture", attrs: { mediaId, alt, caption, credit } };
    },
  });
  remarkOnLeft(left, remark);
  const cards = unknown.map((name) => (isForMembers(name) ? `${name} (for members)` : name));
  if (cards.length > 0) remark(`left out of the text: cards ${cards.join(", ")}`);
  if (document.content.length === 0) remark("it has no text");
  const meta = ghost.posts_meta.find(({ post_id }) => post_id === post.id);
  const { section, topics } = placeOf(post, ghost, kind);
  const isOut = state === "published" || state === "scheduled";
  const article: IncomingArticle = {
    key: post.id,
    kind,
    title,
    section,
    topics,
    slug: slugOf(post.slug, title, `post-${post.id}`),
    kicker: "",
    headline: title || `(${post.id})`,
    standfirst: oneLine(post.custom_excerpt),
    body: document,
    words: wordCount(document),
    language: null,
    bylines: authorsOf(post, ghost).map((contributor) => ({ contributor, affiliation: "" })),
    state,
    publishedAt: isOut ? (post.published_at ?? post.created_at ?? null) : null,
    createdAt: post.published_at ?? post.created_at ?? null,
    commentsOpen: true,
    picture: featured(post, meta, kept, remark),
    socialTitle: oneLine(meta?.meta_title || post.meta_title),
    socialDescription: oneLine(meta?.meta_description || post.meta_description),
    oldPaths: post.slug === "" ? [] : [`/${post.slug}`],
    sticky: post.featured,
    views: 0,
  };
  return { article, remarks };
}

function stateOf(
  post: GhostPost,
  given: IncomingArticle["state"],
  kind: "article" | "page",
  remark: (why: string) => void,
): IncomingArticle["state"] {
  if (post.status === "sent") remark("it was sent by mail only, and is a draft");
  const isForAll = post.visibility === "" || post.visibility === "public";
  if (!isForAll && given !== "draft") {
    remark(`it was for ${post.visibility === "paid" ? "paying members" : "members"} only, and is a draft`);
    return "draft";
  }
  return stateHere(given, kind, remark);
}

function featured(
  post: GhostPost,
  meta: GhostData["posts_meta"][number] | undefined,
  kept: (address: string) => number | undefined,
  remark: (why: string) => void,
): IncomingArticle["picture"] {
  if (post.feature_image === "") return null;
  const mediaId = kept(post.feature_image);
  if (mediaId === undefined) {
    remark(`its leading picture is not here (${post.feature_image})`);
    return null;
  }
  const alt = oneLine(meta?.feature_image_alt || post.feature_image_alt);
  const caption = oneLine(commentText(meta?.feature_image_caption || post.feature_image_caption));
  return { mediaId, alt, caption, credit: "" };
}

/** Ghost has tags and no sections: the first, which it calls primary, says where a post stands. Internal tags stay behind. */
function placeOf(
  post: GhostPost,
  ghost: GhostData,
  kind: "article" | "page",
): { section: IncomingSection; topics: IncomingTopic[] } {
  const tags = ghost.posts_tags
    .filter(({ post_id }) => post_id === post.id)
    .sort((a, b) => a.sort_order - b.sort_order)
    .flatMap(({ tag_id }) => ghost.tags.find(({ id }) => id === tag_id) ?? [])
    .filter(({ name, visibility }) => !name.startsWith("#") && visibility !== "internal");
  const [primary, ...others] = kind === "page" ? [undefined, ...tags] : tags;
  const section: IncomingSection =
    kind === "page"
      ? PAGES
      : {
          key: primary?.slug ?? "(none)",
          slug: slugOf(primary?.slug ?? "", primary?.name ?? "Uncategorized"),
          name: primary?.name ?? "Uncategorized",
          description: oneLine(primary?.description ?? ""),
          parent: undefined,
          oldPaths: primary ? [`/tag/${primary.slug}`] : [],
        };
  const topics = others
    .filter((tag) => tag !== undefined)
    .map(({ slug, name, description }) => ({
      key: slug,
      slug: slugOf(slug, name),
      name,
      description: oneLine(description),
      oldPaths: [`/tag/${slug}`],
    }));
  return { section, topics };
}

function authorsOf(post: GhostPost, ghost: GhostData): IncomingContributor[] {
  const named = ghost.posts_authors
    .filter(({ post_id }) => post_id === post.id)
    .sort((a, b) => a.sort_order - b.sort_order)
    .map(({ author_id }) => author_id);
  const ids = named.length > 0 ? named : post.author_id ? [post.author_id] : [];
  return ids
    .flatMap((author) => ghost.users.find(({ id }) => id === author) ?? [])
    .filter(({ name }) => name !== "" && name !== "Ghost")
    .map(({ slug, name, bio, website }) => ({
      key: slug || name,
      slug: slugOf(slug, name),
      name,
      affiliation: "",
      bio,
      website: /^https?:\/\//.test(website) ? website : "",
      oldPaths: slug === "" ? [] : [`/author/${slug}`],
    }));
}
