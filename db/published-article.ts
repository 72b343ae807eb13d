import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { type Document, walk } from "#core/document";
import { read } from "./client.ts";
import { prepared } from "./prepared.ts";
import {
  articleColumns,
  isPublished,
  listBylines,
  type PublishedCard,
  type PublishedPicture,
  pictureColumns,
  printedPicture,
  revisionColumns,
  revisionShown,
} from "./published.ts";
import { article, articleTopic, contributor, correction, media, revision, section, topic } from "./schema.ts";

export type PublishedTopic = { id: number; slug: string; name: string };
export type PublishedCorrection = { text: string; publishedAt: Date };
/** A picture of the body, whose words stand in the body itself. */
export type BodyPicture = Omit<PublishedPicture, "alt" | "caption" | "credit">;

/** An article with all that its own page prints. */
export type PublishedArticle = PublishedCard & {
  body: Document;
  bodyPictures: Map<number, BodyPicture>;
  topics: PublishedTopic[];
  corrections: PublishedCorrection[];
  socialTitle: string;
  socialDescription: string;
  commentsOpen: boolean;
  commentsCloseAt: Date | null;
  commentCount: number;
};

const at = sql.param(sql.placeholder("now"), article.publishedAt);

const bySlug = prepared((reader) =>
  reader
    .select({
      ...articleColumns,
      commentsOpen: article.commentsOpen,
      commentsCloseAt: article.commentsCloseAt,
      commentCount: article.commentCount,
      printed: revisionColumns,
      body: revision.body,
      socialTitle: revision.socialTitle,
      socialDescription: revision.socialDescription,
      picture: pictureColumns,
    })
    .from(article)
    .innerJoin(revision, sql`${revision.id} = ${revisionShown(at)}`)
    .innerJoin(section, eq(section.id, article.sectionId))
    .leftJoin(media, and(eq(media.id, revision.pictureId), isNull(media.deletedAt)))
    .where(
      and(eq(article.slug, sql.placeholder("slug")), eq(section.slug, sql.placeholder("section")), isPublished(at)),
    )
    .prepare(),
);

/** The article of that section and slug, if readers may see it now. */
export async function findPublishedArticle(
  sectionSlug: string,
  slug: string,
  now: Date,
): Promise<PublishedArticle | undefined> {
  const found = bySlug().get({ section: sectionSlug, slug, now });
  if (!found?.publishedAt) return undefined;
  const { printed, picture, publishedAt, ...row } = found;
  const { id, pictureAlt, pictureCaption, pictureCredit, ...words } = printed;
  return {
    ...row,
    ...words,
    publishedAt,
    picture: printedPicture(picture, printed),
    bylines: (await listBylines([id])).get(id) ?? [],
    bodyPictures: await findBodyPictures(row.body),
    topics: topicsOf()
      .all({ id: row.id })
      .sort((one, other) => one.position - other.position),
    corrections: correctionsOf().all({ id: row.id }),
  };
}

const topicsOf = prepared((reader) =>
  reader
    .select({ id: topic.id, slug: topic.slug, name: topic.name, position: articleTopic.position })
    .from(articleTopic)
    .innerJoin(topic, and(eq(topic.id, articleTopic.topicId), isNull(topic.retiredAt)))
    .where(eq(articleTopic.articleId, sql.placeholder("id")))
    .prepare(),
);

const correctionsOf = prepared((reader) =>
  reader
    .select({ text: correction.text, publishedAt: correction.publishedAt })
    .from(correction)
    .where(eq(correction.articleId, sql.placeholder("id")))
    .orderBy(desc(correction.publishedAt))
    .prepare(),
);

/** The pictures a body shows. One that was deleted from the library is not among them. */
export async function findBodyPictures(body: Document): Promise<Map<number, BodyPicture>> {
  const ids = [...walk(body)].flatMap((node) => (node.type === "picture" ? node.attrs.mediaId : []));
  if (ids.length === 0) return new Map();
  const rows = read()
    .select({ id: media.id, ...pictureColumns })
    .from(media)
    .where(and(inArray(media.id, ids), isNull(media.deletedAt)))
    .all();
  return new Map(rows.map(({ id, ...picture }) => [id, picture]));
}

/** A picture that stands by itself, such as the logo. */
export async function findPicture(id: number): Promise<BodyPicture | undefined> {
  return read()
    .select(pictureColumns)
    .from(media)
    .where(and(eq(media.id, id), isNull(media.deletedAt)))
    .get();
}

export type PublishedContributor = {
  id: number;
  slug: string;
  name: string;
  affiliation: string;
  bio: string;
  links: { label: string; url: string }[];
  picture: BodyPicture | null;
};

export async function findContributor(slug: string): Promise<PublishedContributor | undefined> {
  const { id, name, affiliation, bio, links } = contributor;
  return read()
    .select({ id, slug: contributor.slug, name, affiliation, bio, links, picture: pictureColumns })
    .from(contributor)
    .leftJoin(media, and(eq(media.id, contributor.pictureId), isNull(media.deletedAt)))
    .where(and(eq(contributor.slug, slug), isNull(contributor.deletedAt)))
    .get();
}

export async function findTopic(slug: string): Promise<(PublishedTopic & { description: string }) | undefined> {
  return read()
    .select({ id: topic.id, slug: topic.slug, name: topic.name, description: topic.description })
    .from(topic)
    .where(and(eq(topic.slug, slug), isNull(topic.retiredAt)))
    .get();
}
