import { and, asc, eq, ne } from "drizzle-orm";
import { redirectsTag } from "#core/page-tags";
import { accept, type Result, refuse } from "#core/result";
import { isSlug } from "#core/slug";
import { type Changed, transaction, type Writer } from "../client.ts";
import { claimAddress, keepFormerAddress } from "../former-address.ts";
import { type Actor, record } from "../log.ts";
import { article, articleTopic, section, topic } from "../schema.ts";
import { type ArticleRow, findWorkingArticle, loggedArticle, pathOfArticle, tagsOfArticle } from "./working-article.ts";

export type Place = { sectionId: number; slug: string; topicIds: readonly number[] };

export type MoveRefusal = "not-found" | "slug-taken" | "slug-unfit" | "no-such-section" | "no-such-topic";

/**
 * Gives an article its section, address and topics. These belong to the article and not to its text, so they change at
 * once; an address that readers may have kept leads on to the new one for good.
 */
export function moveArticle(
  actor: Actor,
  articleId: number,
  place: Place,
  now: Date,
): Promise<Result<ArticleRow, MoveRefusal>> {
  return transaction(async (tx, changed) => {
    const row = findWorkingArticle(tx, articleId, now);
    return row ? moveTo(tx, changed, actor, row, place, now) : refuse("not-found");
  });
}

/** The same within a deed that has found the article already. */
export function moveTo(
  tx: Writer,
  changed: Changed,
  actor: Actor,
  row: ArticleRow,
  place: Place,
  now: Date,
): Result<ArticleRow, MoveRefusal> {
  const refusal = refusalOf(tx, row, place);
  if (refusal) return refuse(refusal);

  const before = tagsOfArticle(tx, row);
  const [pathBefore, topicsBefore, topicNamesBefore] = [
    pathOfArticle(tx, row),
    topicIdsOf(tx, row.id),
    topicNames(tx, row.id),
  ];
  const wasSeen = row.publishedAt !== null && row.publishedAt <= now;
  const isNewAddress = row.slug !== place.slug || row.sectionId !== place.sectionId;
  if (isNewAddress && wasSeen) keepFormerAddress(tx, pathBefore, { articleId: row.id }, now);
  const moved = tx
    .update(article)
    .set({ sectionId: place.sectionId, slug: place.slug })
    .where(eq(article.id, row.id))
    .returning()
    .get();
  claimAddress(tx, pathOfArticle(tx, moved));
  tx.delete(articleTopic).where(eq(articleTopic.articleId, row.id)).run();
  place.topicIds.forEach((topicId, position) => {
    tx.insert(articleTopic).values({ articleId: row.id, topicId, position }).run();
  });
  if (wasSeen) changed(...before, ...tagsOfArticle(tx, moved), ...(isNewAddress ? ([redirectsTag] as const) : []));
  if (isNewAddress)
    record(tx, actor, "move", loggedArticle(tx, moved), now, { from: pathBefore, to: pathOfArticle(tx, moved) });
  if (topicsBefore.join() !== place.topicIds.join()) {
    const topics = { from: topicNamesBefore, to: topicNames(tx, moved.id) };
    record(tx, actor, "topics", loggedArticle(tx, moved), now, topics);
  }
  return accept(moved);
}

export function topicIdsOf(tx: Writer, articleId: number): number[] {
  return tx
    .select({ id: articleTopic.topicId })
    .from(articleTopic)
    .where(eq(articleTopic.articleId, articleId))
    .orderBy(asc(articleTopic.position))
    .all()
    .map(({ id }) => id);
}

function topicNames(tx: Writer, articleId: number): string {
  return tx
    .select({ name: topic.name })
    .from(articleTopic)
    .innerJoin(topic, eq(topic.id, articleTopic.topicId))
    .where(eq(articleTopic.articleId, articleId))
    .orderBy(asc(articleTopic.position))
    .all()
    .map(({ name }) => name)
    .join(", ");
}

function refusalOf(tx: Writer, row: ArticleRow, place: Place): MoveRefusal | undefined {
  if (!isSlug(place.slug)) return "slug-unfit";
  const namesake = tx
    .select({ id: article.id })
    .from(article)
    .where(and(eq(article.slug, place.slug), ne(article.id, row.id)))
    .get();
  if (namesake) return "slug-taken";
  if (!tx.select({ id: section.id }).from(section).where(eq(section.id, place.sectionId)).get())
    return "no-such-section";
  const isUnknown = (id: number) => !tx.select({ id: topic.id }).from(topic).where(eq(topic.id, id)).get();
  return place.topicIds.some(isUnknown) ? "no-such-topic" : undefined;
}
