import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Document } from "#core/document";
import { read } from "./client.ts";
import { isPublished, listCards, type PublishedCard, revisionShown } from "./published.ts";
import {
  type BodyPicture,
  findBodyPictures,
  type PublishedCorrection,
  type PublishedTopic,
} from "./published-article.ts";
import { article, articleTopic, correction, revision, topic } from "./schema.ts";

/** An article with its whole text, for feeds and other programs. */
export type PublishedText = PublishedCard & {
  body: Document;
  bodyPictures: Map<number, BodyPicture>;
  topics: PublishedTopic[];
  corrections: PublishedCorrection[];
};

/** The bodies of those of these articles that readers may see. */
export async function listBodies(ids: readonly number[], now: Date): Promise<Map<number, Document>> {
  if (ids.length === 0) return new Map();
  const rows = read()
    .select({ id: article.id, body: revision.body })
    .from(article)
    .innerJoin(revision, sql`${revision.id} = ${revisionShown(now)}`)
    .where(and(inArray(article.id, [...ids]), isPublished(now)))
    .all();
  return new Map(rows.map(({ id, body }) => [id, body]));
}

/** The topics of each of these articles, in their order. */
export async function listTopicsOf(ids: readonly number[]): Promise<Map<number, PublishedTopic[]>> {
  const rows = read()
    .select({ articleId: articleTopic.articleId, id: topic.id, slug: topic.slug, name: topic.name })
    .from(articleTopic)
    .innerJoin(topic, and(eq(topic.id, articleTopic.topicId), isNull(topic.retiredAt)))
    .where(inArray(articleTopic.articleId, [...ids]))
    .orderBy(asc(articleTopic.position))
    .all();
  return Map.groupBy(rows, ({ articleId }) => articleId);
}

/** The articles with these ids that readers may see, with all of their text, in the order of the ids. */
export async function listPublishedTexts(ids: readonly number[], now: Date): Promise<PublishedText[]> {
  const cards = await listCards(ids, now);
  const bodies = await listBodies(ids, now);
  const topics = await listTopicsOf(ids);
  const content = [...bodies.values()].flatMap((body) => body.content);
  const bodyPictures = await findBodyPictures({ type: "doc", content });
  const notes = Map.groupBy(
    read()
      .select({ articleId: correction.articleId, text: correction.text, publishedAt: correction.publishedAt })
      .from(correction)
      .where(inArray(correction.articleId, [...ids]))
      .orderBy(desc(correction.publishedAt))
      .all(),
    ({ articleId }) => articleId,
  );
  return cards.flatMap((card) => {
    const body = bodies.get(card.id);
    const topicsOfCard = (topics.get(card.id) ?? []).map(({ id, slug, name }) => ({ id, slug, name }));
    const corrections = (notes.get(card.id) ?? []).map(({ text, publishedAt }) => ({ text, publishedAt }));
    return body ? { ...card, body, bodyPictures, topics: topicsOfCard, corrections } : [];
  });
}
