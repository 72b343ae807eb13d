import { cache } from "react";
import { articleTag } from "#core/page-tags";
import { articlePath } from "#core/paths";
import { alternates, versionsByLanguage } from "#core/translations";
import { listTranslations, listVersions } from "#db/published-translations";
import { dependsOn } from "#delivery/page-context";
import { changesLater, findSettings, requestTime } from "./site-queries";

export type ShownTranslation = { id: number; language: string; path: string; isOriginal: boolean };

/** The versions of an article that readers may see, itself among them; none where it stands alone. */
export const findTranslations = cache(async (articleId: number): Promise<ShownTranslation[]> => {
  const versions = await listVersions(articleId);
  if (versions.length < 2) return [];
  dependsOn(...versions.map(({ id }) => articleTag(id)));
  for (const { publishedAt, nextAt } of versions) {
    changesLater(publishedAt);
    changesLater(nextAt);
  }
  const { language: own } = await findSettings();
  const published = (await listTranslations([articleId], requestTime())).get(articleId) ?? [];
  return published.map(({ id, slug, sectionSlug, language, isOriginal }) => ({
    id,
    language: language ?? own,
    path: articlePath(sectionSlug, slug),
    isOriginal,
  }));
});

/** What the head of an article's page says of its versions, by language. */
export async function findAlternates(articleId: number): Promise<Record<string, string>> {
  const { language } = await findSettings();
  const versions = (await findTranslations(articleId)).map(({ path, ...version }) => ({ ...version, url: path }));
  return Object.fromEntries(alternates(versions, language).map((each) => [each.language, each.url]));
}

/** The versions in other languages than the article's own, for who would rather read one of those. */
export async function findOtherLanguages(articleId: number): Promise<ShownTranslation[]> {
  const versions = await findTranslations(articleId);
  const own = versions.find(({ id }) => id === articleId)?.language;
  return versionsByLanguage(versions).filter(({ language }) => language !== own);
}
