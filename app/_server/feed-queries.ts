import { latestTag, sectionTag, topicTag } from "#core/page-tags";
import { articlePath, contributorPath, sectionPath, topicPath } from "#core/paths";
import { environment } from "#db/environment";
import {
  findNextAppearance,
  listContributorIds,
  listLatestIds,
  listSectionIds,
  listTopicIds,
} from "#db/published-lists";
import { nextChangeOfText } from "#db/published-span";
import { listPublishedTexts, type PublishedText } from "#db/published-texts";
import { changesAt, dependsOn } from "#delivery/page-context";
import { articleHtml, sizeNear } from "#exchange/feeds/article-html";
import type { Feed, FeedItem } from "#exchange/feeds/feed";
import { publicUrl } from "./public-url";
import {
  findContributorBySlug,
  findSectionBySlug,
  findSettings,
  findTopicBySlug,
  requestTime,
  showCards,
} from "./site-queries";

const ITEMS = 30;

/** Whose articles a feed follows. */
export type FeedSubject = "publication" | "section" | "contributor" | "topic";

type Found = { title: string; description: string; path: string; ids: number[] };

/** The feed of the publication or of a part of it; undefined where there is no such part. `file` is its last name. */
export async function findFeed(subject: FeedSubject, slug: string, file: string): Promise<Feed | undefined> {
  const settings = await findSettings();
  const now = requestTime();
  const found = await findSubject(subject, slug);
  if (!found) return undefined;
  changesAt(await findNextAppearance(now));
  // Asked for their tags and moments: what a feed says is what these cards and their texts say.
  await showCards(found.ids);
  const texts = await listPublishedTexts(found.ids, now);
  const origin = publicUrl().origin;
  const items = texts.map((text) => feedItem(text, origin));
  const newest = Math.max(0, ...items.map(({ updated }) => updated.getTime()));
  return {
    title: subject === "publication" ? settings.name : `${found.title} · ${settings.name}`,
    description: found.description,
    language: settings.language,
    copyright: settings.copyright,
    pageUrl: origin + found.path,
    feedUrl: `${origin}${found.path === "/" ? "" : found.path}/${file}`,
    hub: environment().WEBSUB_HUB,
    updated: new Date(newest),
    items,
  };
}

async function findSubject(subject: FeedSubject, slug: string): Promise<Found | undefined> {
  const now = requestTime();
  const stretch = { limit: ITEMS };
  switch (subject) {
    case "publication": {
      const { name, tagline, description } = await findSettings();
      dependsOn(latestTag);
      return { title: name, description: description || tagline, path: "/", ids: await listLatestIds(stretch, now) };
    }
    case "section": {
      const section = await findSectionBySlug(slug);
      if (!section) return undefined;
      dependsOn(sectionTag(section.id));
      const ids = await listSectionIds(section.id, stretch, now);
      return { title: section.name, description: section.description, path: sectionPath(section.slug), ids };
    }
    case "contributor": {
      const contributor = await findContributorBySlug(slug);
      if (!contributor) return undefined;
      changesAt(await nextChangeOfText(now));
      const ids = await listContributorIds(contributor.id, stretch, now);
      const { name, affiliation } = contributor;
      return { title: name, description: affiliation, path: contributorPath(contributor.slug), ids };
    }
    case "topic": {
      const topic = await findTopicBySlug(slug);
      if (!topic) return undefined;
      dependsOn(topicTag(topic.id));
      const ids = await listTopicIds(topic.id, stretch, now);
      return { title: topic.name, description: topic.description, path: topicPath(topic.slug), ids };
    }
  }
}

function feedItem(text: PublishedText, origin: string): FeedItem {
  const url = origin + articlePath(text.section.slug, text.slug);
  const size = text.picture ? sizeNear(text.picture, 1_600) : undefined;
  return {
    id: `tag:${new URL(origin).hostname},${text.publishedAt.getUTCFullYear()}:article-${text.id}`,
    url,
    title: text.headline,
    standfirst: text.standfirst,
    html: articleHtml(text, url),
    language: text.language ?? undefined,
    published: text.publishedAt,
    updated: text.updatedAt ?? text.publishedAt,
    section: text.section.name,
    topics: text.topics.map(({ name }) => name),
    authors: text.bylines.map(({ name, slug }) => ({ name, url: origin + contributorPath(slug) })),
    picture:
      size && text.picture
        ? {
            url: origin + size.path,
            type: size.type,
            bytes: size.bytes,
            width: size.width,
            height: Math.round((text.picture.height * size.width) / text.picture.width),
            alt: text.picture.alt,
          }
        : undefined,
  };
}
