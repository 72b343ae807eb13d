import { articlePath, contributorPath, sectionPath, topicPath } from "#core/paths";
import type { PublishedCard } from "#db/published";
import type { PublishedTopic } from "#db/published-article";
import type { PublishedText } from "#db/published-texts";
import type { PublishedTranslation } from "#db/published-translations";
import { articleHtml, sizeNear } from "../feeds/article-html.ts";
import type { ArticleRecord, ArticleWithText } from "./schemas.ts";

/** Where the publication is, and the language of what names none. */
export type Place = { origin: string; language: string };

type Named = { slug: string; name: string };
const named = ({ slug, name }: Named, path: (slug: string) => string, { origin }: Place) => ({
  slug,
  name,
  url: origin + path(slug),
});

export const sectionRef = (section: Named, place: Place) => named(section, sectionPath, place);
export const topicRef = (topic: Named, place: Place) => named(topic, topicPath, place);
export const contributorRef = (contributor: Named, place: Place) => named(contributor, contributorPath, place);

/** What is told of an article beside its card. `versions` are all that readers may see, itself among them. */
type Surroundings = {
  topics: readonly PublishedTopic[] | undefined;
  versions: readonly PublishedTranslation[] | undefined;
};

export function articleRecordOf(
  card: PublishedCard,
  { topics = [], versions = [] }: Surroundings,
  place: Place,
): ArticleRecord {
  const { picture } = card;
  const size = picture ? sizeNear(picture, 1_600) : undefined;
  return {
    id: card.id,
    url: place.origin + articlePath(card.section.slug, card.slug),
    slug: card.slug,
    section: sectionRef(card.section, place),
    kicker: card.kicker,
    headline: card.headline,
    standfirst: card.standfirst,
    language: card.language ?? place.language,
    publishedAt: card.publishedAt.toISOString(),
    updatedAt: card.updatedAt?.toISOString() ?? null,
    wordCount: card.wordCount,
    bylines: card.bylines.map((line) => ({ ...contributorRef(line, place), affiliation: line.affiliation })),
    topics: topics.map((topic) => topicRef(topic, place)),
    translations: versions
      .filter(({ id }) => id !== card.id)
      .map(({ id, language, sectionSlug, slug }) => ({
        id,
        language: language ?? place.language,
        url: place.origin + articlePath(sectionSlug, slug),
      })),
    picture:
      picture && size
        ? {
            url: place.origin + size.path,
            width: size.width,
            height: Math.round((picture.height * size.width) / picture.width),
            alt: picture.alt,
            caption: picture.caption,
            credit: picture.credit,
          }
        : null,
  };
}

export function articleWithTextOf(
  text: PublishedText,
  versions: Surroundings["versions"],
  place: Place,
): ArticleWithText {
  const record = articleRecordOf(text, { topics: text.topics, versions }, place);
  return {
    ...record,
    html: articleHtml(text, record.url),
    corrections: text.corrections.map((note) => ({ text: note.text, publishedAt: note.publishedAt.toISOString() })),
  };
}
