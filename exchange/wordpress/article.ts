import { type Document, wordCount } from "#core/document";
import { oneLine } from "../html/elements.ts";
import { documentFromHtml, type FoundPicture } from "../html-document.ts";
import { formerPath, slugOf } from "../move-in/addresses.ts";
import { type BylineInText, bylineInText } from "../move-in/byline-in-text.ts";
import { commentText } from "../move-in/comment-text.ts";
import type { IncomingArticle } from "../move-in/incoming.ts";
import { remarkOnLeft, stateHere } from "../move-in/remarks.ts";
import type { Report } from "../move-in/report.ts";
import { htmlFromContent } from "./content.ts";
import { momentOf } from "./dates.ts";
import type { WordPressItem } from "./export-records.ts";
import type { PictureShelf } from "./pictures.ts";
import { footnotesIn, type OwnWords, ownWords, searchWords, viewsOf } from "./post-meta.ts";
import type { Survey } from "./survey.ts";
import type { WordPressTerms } from "./terms.ts";
import { unknownInWords } from "./unknown.ts";

export type ArticleSource = { survey: Survey; shelf: PictureShelf; terms: WordPressTerms; report: Report };

const STATES: Readonly<Record<string, IncomingArticle["state"] | undefined>> = {
  publish: "published",
  future: "scheduled",
  draft: "draft",
  private: "draft",
  pending: "in-review",
};

/**
 * A post or page as an article, with remarks on whatever needs a look. Undefined for what is left out, which the report
 * is told.
 */
export function articleFrom(
  item: WordPressItem,
  kind: "article" | "page",
  source: ArticleSource,
): { article: IncomingArticle; remarks: string[] } | undefined {
  const { fields, meta } = item;
  const { report, shelf, terms } = source;
  const field = (name: string) => (fields[name] ?? "").trim();
  const key = field("wp:post_id");
  const headline = oneLine(plain(field("title")));
  const kindName = kind === "page" ? "pages" : "articles";
  const remarks: string[] = [];
  const remark = (why: string) => void remarks.push(why);
  const status = field("wp:status");
  const given = STATES[status];
  if (!given) {
    report.leaveOut(kindName, key, headline, status === "trash" ? "it lay in the bin" : `its state is “${status}”`);
    return undefined;
  }
  const state = stateOf(given, status, kind, field("wp:post_password"), remark);
  const own = ownWords(meta);
  const { document, byline } = textOf(item, source, remark, own !== undefined);
  const written = byline
    ? byline.names.map((name) => ({ contributor: terms.contributorNamed(name), affiliation: byline.affiliation }))
    : terms.bylinesOf(item, remark).map((line) => ({
        ...line,
        affiliation: own?.bylines.find(({ name }) => name === line.contributor.name)?.affiliation ?? "",
      }));
  if (headline === "") remark("it has no headline");
  if (document.content.length === 0) remark("it has no text");
  const { section, topics } = terms.placeOf(item, kind);
  const publishedAt = momentOf(field("wp:post_date_gmt"), field("pubDate"), field("wp:post_date"));
  const article: IncomingArticle = {
    key,
    kind,
    title: headline || `(${key})`,
    section,
    slug: slugOf(field("wp:post_name"), headline, `${kind}-${key}`),
    kicker: own?.kicker ?? "",
    headline: headline || oneLine(plain(field("wp:post_name"))) || `(${key})`,
    standfirst: commentText(fields["excerpt:encoded"] ?? "").replace(/\s*\n\s*/g, " "),
    body: document,
    words: wordCount(document, own?.language ?? undefined),
    language: own?.language ?? null,
    bylines: written,
    topics,
    state,
    publishedAt: state === "published" || state === "scheduled" ? (publishedAt ?? null) : null,
    createdAt: publishedAt ?? momentOf(field("wp:post_modified_gmt"), field("wp:post_date")) ?? null,
    commentsOpen: field("wp:comment_status") === "open",
    picture: featuredPicture(meta, shelf, remark, own),
    ...searchWords(meta, source.survey.name, headline),
    oldPaths: formerPaths(item, key),
    sticky: field("wp:is_sticky") === "1",
    views: viewsOf(meta),
  };
  return { article, remarks };
}

function stateOf(
  given: IncomingArticle["state"],
  status: string,
  kind: "article" | "page",
  password: string,
  remark: (why: string) => void,
): IncomingArticle["state"] {
  if (password !== "") {
    remark("it was behind a password, and is a draft");
    return "draft";
  }
  if (status === "private") remark("it was private, and is a draft");
  return stateHere(given, kind, remark);
}

/** Titles may hold entities and tags, which a headline shows as what they say. */
const plain = (html: string): string =>
  commentText(html.replace(/<\/?(?:script|style)[^>]*>/gi, "")).replace(/\n+/g, " ");

/** `isOurs`: an export of this software, whose bylines are not in the text. */
function textOf(
  item: WordPressItem,
  { shelf, survey }: ArticleSource,
  remark: (why: string) => void,
  isOurs: boolean,
): { document: Document; byline: BylineInText | undefined } {
  const key = (item.fields["wp:post_id"] ?? "").trim();
  const { html, unknown } = htmlFromContent(item.fields["content:encoded"] ?? "", {
    postId: key,
    shelf,
    reusable: (id) => survey.blocks.get(id),
  });
  const { document, left } = documentFromHtml(html, {
    picture: (found) => pictureFor(found, shelf),
    missingPicture: "card",
    footnotes: footnotesIn(item.meta),
    ...(URL.canParse(survey.address) ? { base: survey.address } : {}),
  });
  remarkOnLeft(left, remark);
  for (const each of unknownInWords(unknown)) remark(each);
  const found = isOurs ? undefined : bylineInText(document);
  if (!found) return { document, byline: undefined };
  const { names, affiliation } = found.byline;
  remark(`byline taken from the text: ${names.join(", ")}${affiliation === "" ? "" : ` — ${affiliation}`}`);
  return { document: found.rest, byline: found.byline };
}

function pictureFor(found: FoundPicture, shelf: PictureShelf) {
  const attachment = shelf.attachmentOf(found.src, found.attributes.class ?? "");
  const kept = (attachment && shelf.kept(attachment.url)) ?? shelf.kept(found.src);
  if (kept === undefined) return undefined;
  return {
    type: "picture" as const,
    attrs: {
      mediaId: kept,
      alt: found.alt || (attachment?.alt ?? ""),
      caption: found.caption,
      credit: found.credit || (attachment?.credit ?? ""),
    },
  };
}

function featuredPicture(
  meta: ReadonlyMap<string, string>,
  shelf: PictureShelf,
  remark: (why: string) => void,
  own: OwnWords | undefined,
) {
  const attachment = shelf.attachment(meta.get("_thumbnail_id")?.trim() ?? "");
  if (!attachment) {
    if (Number(meta.get("_thumbnail_id")) > 0) remark("its leading picture is not in the export");
    return null;
  }
  const kept = shelf.kept(attachment.url);
  if (kept === undefined) {
    remark(`its leading picture is not here (${attachment.url})`);
    return null;
  }
  const { alt, caption, credit } = attachment;
  return {
    mediaId: kept,
    alt: own?.pictureAlt || alt,
    caption: own?.pictureCaption || oneLine(plain(caption)),
    credit: own?.pictureCredit || credit,
  };
}

/** Every address under which the text could be found before, as paths; `/?p=2104` is kept with its query. */
function formerPaths({ fields, oldSlugs }: WordPressItem, key: string): string[] {
  const paths = new Set<string>(
    [`/?p=${key}`, `/?page_id=${key}`].slice(0, fields["wp:post_type"]?.trim() === "page" ? 2 : 1),
  );
  const link = fields.link?.trim() ?? "";
  const isPlain = /[?&](?:p|page_id)=\d+/.test(link);
  const path = isPlain || link === "" ? undefined : formerPath(link);
  if (path) {
    paths.add(path);
    for (const old of oldSlugs) {
      const former = formerPath(`${path.slice(0, path.lastIndexOf("/"))}/${encodeURI(old.trim())}`);
      if (former && old.trim() !== "") paths.add(former);
    }
  }
  return [...paths];
}
