import type { CorrectionComment, NewsArticle, Person } from "schema-dts";
import { articlePath, contributorPath } from "#core/paths";
import type { PublishedByline } from "#db/published";
import type { PublishedArticle } from "#db/published-article";

const writer = ({ name, slug, affiliation }: PublishedByline, origin: string) =>
  ({
    "@type": "Person",
    name,
    url: origin + contributorPath(slug),
    // As it was printed then, which is not always where the person is now.
    ...(affiliation && { affiliation: { "@type": "Organization", name: affiliation } }),
  }) satisfies Person;

type Given = Pick<
  PublishedArticle,
  | "slug"
  | "section"
  | "headline"
  | "standfirst"
  | "language"
  | "publishedAt"
  | "updatedAt"
  | "wordCount"
  | "bylines"
  | "topics"
  | "corrections"
  | "commentCount"
> & {
  /** The other versions that readers may see. */
  translations: readonly { language: string; path: string; isOriginal: boolean }[];
};

type Translation = Given["translations"][number];

const version = ({ path, language }: Translation, origin: string) =>
  ({
    "@type": "NewsArticle",
    "@id": `${origin}${path}#article`,
    url: origin + path,
    inLanguage: language,
  }) satisfies NewsArticle;

/** An original names its translations, and each of these names its original. */
function versions(translations: readonly Translation[], origin: string) {
  const original = translations.find(({ isOriginal }) => isOriginal);
  if (original) return { translationOfWork: version(original, origin) };
  return { workTranslation: translations.map((translation) => version(translation, origin)) };
}

/** An article as search engines read it: who wrote it from where, when it changed, and what had to be corrected. */
export function newsArticle(article: Given, publicationLanguage: string, images: readonly string[], origin: string) {
  const url = origin + articlePath(article.section.slug, article.slug);
  return {
    "@type": "NewsArticle",
    "@id": `${url}#article`,
    url,
    mainEntityOfPage: url,
    headline: article.headline,
    ...(article.standfirst && { description: article.standfirst }),
    inLanguage: article.language ?? publicationLanguage,
    articleSection: article.section.name,
    datePublished: article.publishedAt.toISOString(),
    dateModified: (article.updatedAt ?? article.publishedAt).toISOString(),
    wordCount: article.wordCount,
    commentCount: article.commentCount,
    isAccessibleForFree: true,
    publisher: { "@id": `${origin}/#publication` },
    author:
      article.bylines.length > 0
        ? article.bylines.map((line) => writer(line, origin))
        : { "@id": `${origin}/#publication` },
    ...(images.length > 0 && { image: [...images] }),
    ...(article.topics.length > 0 && { keywords: article.topics.map(({ name }) => name) }),
    ...(article.translations.length > 0 && versions(article.translations, origin)),
    ...(article.corrections.length > 0 && {
      correction: article.corrections.map(
        ({ text, publishedAt }) =>
          ({
            "@type": "CorrectionComment",
            text,
            datePublished: publishedAt.toISOString(),
          }) satisfies CorrectionComment,
      ),
    }),
  } satisfies NewsArticle;
}
