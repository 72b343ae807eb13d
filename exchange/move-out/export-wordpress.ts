import { articlePath } from "#core/paths";
import {
  type ExportedArticle,
  type ExportedComment,
  type ExportedPicture,
  exportedArticles,
  exportedContributors,
  exportedPictures,
  exportedSections,
  exportedTopics,
} from "#db/exports";
import { readSettings } from "#db/settings";
import { escapeHtml, htmlFromDocument } from "../document-html.ts";
import { largestJpeg, type MoveOut, pictureFiles } from "./move-out.ts";

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML allows none of these
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const cdata = (text: string): string =>
  `<![CDATA[${text.toWellFormed().replace(CONTROL, "").replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;
const element = (name: string, text: string | number): string => `<${name}>${cdata(String(text))}</${name}>`;
const meta = (key: string, value: string): string =>
  value === "" ? "" : `<wp:postmeta>${element("wp:meta_key", key)}${element("wp:meta_value", value)}</wp:postmeta>\n`;
const wordpressDate = (moment: Date | null): string =>
  moment ? moment.toISOString().slice(0, 19).replace("T", " ") : "0000-00-00 00:00:00";

const STATES: Record<ExportedArticle["state"], string> = {
  published: "publish",
  scheduled: "future",
  draft: "draft",
  "in-review": "pending",
  approved: "pending",
  withdrawn: "private",
};
const COMMENT_STATES: Record<ExportedComment["status"], string> = {
  approved: "1",
  held: "0",
  spam: "spam",
  removed: "trash",
};

/**
 * A WordPress export (WXR 1.2). Contributors are guest authors of Co-Authors Plus as well as authors; what WordPress has
 * no word for (kicker, affiliations, language, credit) stands in one entry of ours, which our own importer reads back.
 */
export async function* wordpressExport({ address, now, withAddresses }: MoveOut): AsyncGenerator<string> {
  const { name, description, language } = await readSettings();
  const pictures = exportedPictures();
  yield `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wfw="http://wellformedweb.org/CommentAPI/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
${element("title", name)}
<link>${escapeHtml(address)}</link>
${element("description", description)}
<pubDate>${now.toUTCString()}</pubDate>
<language>${escapeHtml(language)}</language>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>${escapeHtml(address)}</wp:base_site_url>
<wp:base_blog_url>${escapeHtml(address)}</wp:base_blog_url>
`;
  const contributors = exportedContributors();
  for (const { id, slug, name: person } of contributors) {
    yield `<wp:author><wp:author_id>${id}</wp:author_id>${element("wp:author_login", loginOf({ id, slug }))}${element("wp:author_email", "")}${element("wp:author_display_name", person)}</wp:author>\n`;
  }
  const sections = exportedSections();
  const slugOf = new Map(sections.map((each) => [each.id, each.slug]));
  for (const each of sections) {
    const parent = each.parentId === null ? "" : (slugOf.get(each.parentId) ?? "");
    yield `<wp:category><wp:term_id>${each.id}</wp:term_id>${element("wp:category_nicename", each.slug)}${element("wp:category_parent", parent)}${element("wp:cat_name", each.name)}${element("wp:category_description", each.description)}</wp:category>\n`;
  }
  for (const each of exportedTopics()) {
    yield `<wp:tag><wp:term_id>${each.id + 1_000_000}</wp:term_id>${element("wp:tag_slug", each.slug)}${element("wp:tag_name", each.name)}${element("wp:tag_description", each.description)}</wp:tag>\n`;
  }
  for (const each of contributors) yield guestAuthor(each);
  for (const picture of pictures) yield attachment(picture, address);
  const home = new Map(sections.map((each) => [each.id, each]));
  const files = pictureFiles(pictures, address);
  for (const each of exportedArticles({ withAddresses })) {
    const place = home.get(each.sectionId);
    if (!place) continue;
    yield post(each, place, address, htmlFromDocument(each.text.body, { picture: files, footnotes: "foot" }));
  }
  yield "</channel>\n</rss>\n";
}

/** Numbers of WordPress are of one kind for all things, ours are not: pictures and people stand beyond the articles. */
const PICTURES_FROM = 1_000_000_000;
const PEOPLE_FROM = 1_500_000_000;

/** WordPress drops all but these letters from a login, and refuses one of which nothing is left. */
const loginOf = ({ id, slug }: { id: number; slug: string }): string =>
  /^[a-z0-9-]+$/.test(slug) ? slug : `contributor-${id}`;

function attachment(picture: ExportedPicture, address: string): string {
  const { id, filename, alt, caption, credit, uploadedAt } = picture;
  const url = largestJpeg(picture, address);
  return `<item>
${element("title", filename)}<link>${escapeHtml(url)}</link>
${element("content:encoded", "")}${element("excerpt:encoded", caption)}
<wp:post_id>${PICTURES_FROM + id}</wp:post_id><wp:post_date>${wordpressDate(uploadedAt)}</wp:post_date><wp:post_date_gmt>${wordpressDate(uploadedAt)}</wp:post_date_gmt>
<wp:post_name>picture-${id}</wp:post_name><wp:status>inherit</wp:status><wp:post_parent>0</wp:post_parent><wp:menu_order>0</wp:menu_order><wp:post_type>attachment</wp:post_type><wp:is_sticky>0</wp:is_sticky>
${element("wp:attachment_url", url)}
${meta("_wp_attachment_image_alt", alt)}${meta("_media_credit", credit)}</item>
`;
}

function guestAuthor({ id, slug, name, bio, links }: ReturnType<typeof exportedContributors>[number]): string {
  return `<item>
${element("title", name)}
<wp:post_id>${PEOPLE_FROM + id}</wp:post_id><wp:post_name>cap-${escapeHtml(slug)}</wp:post_name><wp:status>publish</wp:status><wp:post_type>guest-author</wp:post_type>
${meta("cap-display_name", name)}${meta("cap-user_login", loginOf({ id, slug }))}${meta("cap-description", bio)}${meta("cap-website", links[0]?.url ?? "")}</item>
`;
}

function post(given: ExportedArticle, section: { slug: string; name: string }, address: string, html: string): string {
  const { id, slug, text, state, publishedAt, createdAt } = given;
  const own = {
    kicker: text.kicker,
    language: text.language,
    bylines: text.bylines.map(({ name, affiliation }) => ({ name, affiliation })),
    pictureAlt: text.pictureAlt,
    pictureCaption: text.pictureCaption,
    pictureCredit: text.pictureCredit,
    corrections: given.corrections,
  };
  const term = (domain: string, nicename: string, name: string) =>
    `<category domain="${domain}" nicename="${escapeHtml(nicename)}">${cdata(name)}</category>\n`;
  const [author] = text.bylines;
  const date = wordpressDate(publishedAt ?? createdAt);
  return `<item>
${element("title", escapeHtml(text.headline))}
<link>${escapeHtml(`${address}${articlePath(section.slug, slug)}`)}</link>
<pubDate>${(publishedAt ?? createdAt).toUTCString()}</pubDate>
${element("dc:creator", author ? loginOf({ id: author.contributorId, slug: author.slug }) : "")}
<guid isPermaLink="false">${escapeHtml(address)}/?p=${id}</guid>
<description></description>
${element("content:encoded", html)}
${element("excerpt:encoded", escapeHtml(text.standfirst))}
<wp:post_id>${id}</wp:post_id>
<wp:post_date>${date}</wp:post_date><wp:post_date_gmt>${publishedAt || state !== "draft" ? date : wordpressDate(null)}</wp:post_date_gmt>
<wp:post_modified_gmt>${wordpressDate(text.savedAt)}</wp:post_modified_gmt>
<wp:comment_status>${given.commentsOpen ? "open" : "closed"}</wp:comment_status><wp:ping_status>closed</wp:ping_status>
${element("wp:post_name", slug)}<wp:status>${STATES[state]}</wp:status><wp:post_parent>0</wp:post_parent><wp:menu_order>0</wp:menu_order><wp:post_type>post</wp:post_type><wp:post_password></wp:post_password><wp:is_sticky>${given.isOnFront ? 1 : 0}</wp:is_sticky>
${term("category", section.slug, section.name)}${given.topics.map((each) => term("post_tag", each.slug, each.name)).join("")}${text.bylines
  .map((each) => term("author", `cap-${each.slug}`, each.slug))
  .join(
    "",
  )}${text.pictureId === null ? "" : meta("_thumbnail_id", String(PICTURES_FROM + text.pictureId))}${meta("_yoast_wpseo_title", text.socialTitle)}${meta("_yoast_wpseo_metadesc", text.socialDescription)}${given.views > 0 ? meta("views", String(given.views)) : ""}${meta("_national_update", JSON.stringify(own))}${given.comments.map(commentElement).join("")}</item>
`;
}

const commentElement = (given: ExportedComment): string => `<wp:comment>
<wp:comment_id>${given.id}</wp:comment_id>${element("wp:comment_author", given.authorName)}${element("wp:comment_author_email", given.email)}${element("wp:comment_author_url", given.website ?? "")}
<wp:comment_date>${wordpressDate(given.postedAt)}</wp:comment_date><wp:comment_date_gmt>${wordpressDate(given.postedAt)}</wp:comment_date_gmt>
${element("wp:comment_content", escapeHtml(given.text))}<wp:comment_approved>${COMMENT_STATES[given.status]}</wp:comment_approved><wp:comment_type>comment</wp:comment_type><wp:comment_parent>${given.parentId ?? 0}</wp:comment_parent>
</wp:comment>
`;
