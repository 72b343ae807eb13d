import { articlePath, sectionPath } from "#core/paths";
import type { Settings } from "#core/settings";
import type { PublishedArticle } from "#db/published-article";
import { CARD_HEIGHT, CARD_WIDTH } from "#exchange/cards/card";
import { areOurLetters } from "#exchange/cards/letters";
import { sizeNear } from "#exchange/feeds/article-html";
import { newsArticle } from "#exchange/structured-data/news-article";
import { breadcrumbs } from "#exchange/structured-data/place";
import { findCardPath } from "./card-queries";
import { publicUrl } from "./public-url";
import { dataOfPublication } from "./publication-data";
import { findSettings } from "./site-queries";
import { findTranslations } from "./translation-queries";

/** The card drawn for the article; its lead picture where our letters cannot write the headline. */
export async function findSocialImage(article: PublishedArticle) {
  const { picture, headline } = article;
  const card = await findCardPath(article);
  if (card) {
    const alt = areOurLetters(headline) ? headline : (await findSettings()).name;
    return { url: card, width: CARD_WIDTH, height: CARD_HEIGHT, alt, type: "image/jpeg" };
  }
  const size = picture ? sizeNear(picture, 1_600) : undefined;
  if (!size || !picture) return undefined;
  const height = Math.round((picture.height * size.width) / picture.width);
  return { url: size.path, width: size.width, height, alt: picture.alt, type: size.type };
}

/** What the page tells search engines: the article, where it stands, and whose it is. */
export async function dataOfArticle(article: PublishedArticle, settings: Settings): Promise<object[]> {
  const { origin } = publicUrl();
  const { section, slug, headline, picture } = article;
  const paths = [picture && sizeNear(picture, 1_600)?.path, await findCardPath(article)];
  const images = paths.flatMap((path) => (path ? origin + path : []));
  const way = [
    { name: settings.name, path: "/" },
    { name: section.name, path: sectionPath(section.slug) },
    { name: headline, path: articlePath(section.slug, slug) },
  ];
  const translations = (await findTranslations(article.id)).filter(({ id }) => id !== article.id);
  return [
    newsArticle({ ...article, translations }, settings.language, images, origin),
    breadcrumbs(way, origin),
    await dataOfPublication(),
  ];
}
