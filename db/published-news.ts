import { and, gt, inArray, or } from "drizzle-orm";
import { read } from "./client.ts";
import { isPublished, listCards, type PublishedCard } from "./published.ts";
import { listTopicsOf } from "./published-texts.ts";
import { article } from "./schema.ts";

/** What readers see now that was published after a moment, or is among those that changed; with the topics' slugs. */
export async function listNews(
  since: Date,
  now: Date,
  changed: readonly number[],
): Promise<(PublishedCard & { topicSlugs: string[] })[]> {
  const ids = read()
    .select({ id: article.id })
    .from(article)
    .where(and(isPublished(now), or(gt(article.publishedAt, since), inArray(article.id, [...changed]))))
    .limit(1_000)
    .all()
    .map(({ id }) => id);
  const topics = await listTopicsOf(ids);
  const cards = await listCards(ids, now);
  return cards.map((card) => ({ ...card, topicSlugs: (topics.get(card.id) ?? []).map(({ slug }) => slug) }));
}
