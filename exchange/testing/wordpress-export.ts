/** A small WordPress export made of given items, for tests. */
export function wordpressExport(items: readonly string[], head = ""): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>The Old Site</title><link>https://old.example</link>
<wp:wxr_version>1.2</wp:wxr_version><wp:base_site_url>https://old.example</wp:base_site_url><wp:base_blog_url>https://old.example</wp:base_blog_url>
<wp:author><wp:author_login>ann</wp:author_login><wp:author_display_name><![CDATA[Ann Author]]></wp:author_display_name></wp:author>
${head}${items.join("\n")}</channel></rss>`;
}

export type TestPost = {
  id: number;
  title?: string;
  content?: string;
  type?: string;
  status?: string;
  /** Further elements of the item, as they stand in an export. */
  more?: string;
  slug?: string;
};

export function post({
  id,
  title = `Post ${id}`,
  content = "",
  type = "post",
  status = "publish",
  more = "",
  slug,
}: TestPost): string {
  return `<item><title><![CDATA[${title}]]></title><link>https://old.example/2024/11/${slug ?? `post-${id}`}/</link>
<dc:creator><![CDATA[ann]]></dc:creator><content:encoded><![CDATA[${content}]]></content:encoded>
<wp:post_id>${id}</wp:post_id><wp:post_date_gmt>2024-11-26 09:00:00</wp:post_date_gmt>
<wp:comment_status>open</wp:comment_status><wp:post_name>${slug ?? `post-${id}`}</wp:post_name><wp:status>${status}</wp:status>
<wp:post_parent>0</wp:post_parent><wp:post_type>${type}</wp:post_type><wp:is_sticky>0</wp:is_sticky>${more}</item>`;
}

export const meta = (key: string, value: string): string =>
  `<wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value><![CDATA[${value}]]></wp:meta_value></wp:postmeta>`;

export function wordpressComment(
  id: number,
  given: { parent?: number; approved?: string; type?: string; name?: string; text?: string; email?: string } = {},
): string {
  const { parent = 0, approved = "1", type = "", name = `Reader ${id}`, text = `Comment ${id}`, email = "" } = given;
  return `<wp:comment><wp:comment_id>${id}</wp:comment_id><wp:comment_author><![CDATA[${name}]]></wp:comment_author>
<wp:comment_author_email>${email}</wp:comment_author_email><wp:comment_author_url></wp:comment_author_url>
<wp:comment_date_gmt>2024-11-27 10:00:${String(id % 60).padStart(2, "0")}</wp:comment_date_gmt>
<wp:comment_content><![CDATA[${text}]]></wp:comment_content><wp:comment_approved>${approved}</wp:comment_approved>
<wp:comment_type>${type}</wp:comment_type><wp:comment_parent>${parent}</wp:comment_parent></wp:comment>`;
}
