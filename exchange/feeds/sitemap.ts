import { around, element, textElement, XML_HEAD } from "./xml.ts";

/** Half of what sitemaps.org allows in a file, so that it stays well under 50 MB with pictures. */
export const SITEMAP_PART = 10_000;

export type SitemapAddress = {
  url: string;
  changed?: Date;
  pictureUrl?: string | undefined;
  /** The same in every language, itself among them. */
  alternates?: readonly { language: string; url: string }[];
};

const SITEMAP = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

export function sitemapIndex(parts: readonly { url: string; changed?: Date | undefined }[]): string {
  const written = parts.map(({ url, changed }) =>
    around("sitemap", [element("loc", {}, url), textElement("lastmod", changed?.toISOString())], "sitemap"),
  );
  return [XML_HEAD, around(`sitemapindex ${SITEMAP}`, written, "sitemapindex"), ""].join("\n");
}

export function sitemap(addresses: readonly SitemapAddress[]): string {
  const written = addresses.map(({ url, changed, pictureUrl, alternates = [] }) =>
    around(
      "url",
      [
        element("loc", {}, url),
        textElement("lastmod", changed?.toISOString()),
        ...alternates.map((each) =>
          element("xhtml:link", { rel: "alternate", hreflang: each.language, href: each.url }),
        ),
        pictureUrl ? around("image:image", [element("image:loc", {}, pictureUrl)], "image:image") : "",
      ],
      "url",
    ),
  );
  const opening = `urlset ${SITEMAP} xmlns:image="http://www.google.com/schemas/sitemap-image/1.1" xmlns:xhtml="http://www.w3.org/1999/xhtml"`;
  return [XML_HEAD, around(opening, written, "urlset"), ""].join("\n");
}

export type NewsAddress = { url: string; title: string; language: string; published: Date };

/** Google News takes articles of the last two days, and no more than this many. */
export const NEWS_DAYS = 2;
export const MOST_NEWS = 1_000;

export function newsSitemap(publication: string, articles: readonly NewsAddress[]): string {
  const written = articles.map(({ url, title, language, published }) =>
    around(
      "url",
      [
        element("loc", {}, url),
        around(
          "news:news",
          [
            around(
              "news:publication",
              // Google asks for two letters, and for a country only with Chinese.
              [element("news:name", {}, publication), element("news:language", {}, newsLanguage(language))],
              "news:publication",
            ),
            element("news:publication_date", {}, published.toISOString()),
            element("news:title", {}, title || url),
          ],
          "news:news",
        ),
      ],
      "url",
    ),
  );
  const opening = `urlset ${SITEMAP} xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"`;
  return [XML_HEAD, around(opening, written, "urlset"), ""].join("\n");
}

function newsLanguage(tag: string): string {
  const { language, script, region } = new Intl.Locale(tag).maximize();
  if (language !== "zh") return language;
  return script === "Hant" || region === "TW" ? "zh-tw" : "zh-cn";
}
