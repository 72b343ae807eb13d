import { latestTag, namesTag, navigationTag } from "#core/page-tags";
import { articlePath, contributorPath, sectionPath, topicPath } from "#core/paths";
import { alternates } from "#core/translations";
import { findNextAppearance } from "#db/published-lists";
import { countPublished, listForSitemap, listPlacesForSitemap } from "#db/published-sitemap";
import { listTranslations } from "#db/published-translations";
import { changesAt, dependsOn } from "#delivery/page-context";
import { sizeNear } from "#exchange/feeds/article-html";
import {
  MOST_NEWS,
  NEWS_DAYS,
  type NewsAddress,
  newsSitemap,
  SITEMAP_PART,
  type SitemapAddress,
  sitemap,
  sitemapIndex,
} from "#exchange/feeds/sitemap";
import { publicUrl } from "./public-url";
import { findSettings, requestTime } from "./site-queries";

const HOUR_MS = 3_600_000;

/** A correction tells its article's page alone; sitemaps take notice of it within the hour. */
async function keepForAnHour(): Promise<void> {
  const now = requestTime();
  dependsOn(latestTag);
  changesAt(await findNextAppearance(now));
  changesAt(new Date(now.getTime() + HOUR_MS));
}

export async function writeSitemapIndex(): Promise<string> {
  await keepForAnHour();
  const { origin } = publicUrl();
  const parts = Math.ceil((await countPublished(requestTime())) / SITEMAP_PART);
  return sitemapIndex([
    { url: `${origin}/sitemap/pages.xml` },
    ...Array.from({ length: parts }, (_, index) => ({ url: `${origin}/sitemap/articles-${index + 1}.xml` })),
  ]);
}

/** One file of the sitemap by its name; undefined where there is none of that name. */
export async function writeSitemapPart(part: string): Promise<string | undefined> {
  if (part === "pages.xml") return writePages();
  if (part === "news.xml") return writeNews();
  const number = Number(/^articles-([1-9]\d{0,3})\.xml$/.exec(part)?.[1]);
  return number ? writeArticles(number) : undefined;
}

async function writePages(): Promise<string> {
  await keepForAnHour();
  dependsOn(navigationTag, namesTag);
  const { origin } = publicUrl();
  const { sections, topics, contributors } = await listPlacesForSitemap(requestTime());
  const paths = [
    "/",
    "/archive",
    ...sections.map(sectionPath),
    ...topics.map(topicPath),
    ...contributors.map(contributorPath),
  ];
  return sitemap(paths.map((path) => ({ url: origin + path })));
}

async function writeArticles(number: number): Promise<string | undefined> {
  await keepForAnHour();
  const { origin } = publicUrl();
  const page = { limit: SITEMAP_PART, offset: (number - 1) * SITEMAP_PART };
  const articles = await listForSitemap(page, requestTime());
  if (articles.length === 0) return undefined;
  const { language: own } = await findSettings();
  const translations = await listTranslations(
    articles.map(({ id }) => id),
    requestTime(),
  );
  return sitemap(
    articles.map(({ id, slug, sectionSlug, changedAt, picture }): SitemapAddress => {
      const versions = (translations.get(id) ?? []).map((version) => ({
        url: origin + articlePath(version.sectionSlug, version.slug),
        language: version.language ?? own,
        isOriginal: version.isOriginal,
      }));
      const size = picture ? sizeNear(picture, 1_600) : undefined;
      return {
        url: origin + articlePath(sectionSlug, slug),
        changed: changedAt,
        pictureUrl: size && origin + size.path,
        alternates: alternates(versions, own),
      };
    }),
  );
}

async function writeNews(): Promise<string> {
  await keepForAnHour();
  const now = requestTime();
  const { origin } = publicUrl();
  const { name, language } = await findSettings();
  const since = new Date(now.getTime() - NEWS_DAYS * 24 * HOUR_MS);
  const articles = await listForSitemap({ limit: MOST_NEWS, since }, now);
  return newsSitemap(
    name,
    articles.map(
      (article): NewsAddress => ({
        url: origin + articlePath(article.sectionSlug, article.slug),
        title: article.headline,
        language: article.language ?? language,
        published: article.publishedAt,
      }),
    ),
  );
}
