import { and, desc, eq, sql } from "drizzle-orm";
import { plainText } from "#core/document";
import { countWords } from "#core/search-words";
import { prepared } from "./prepared.ts";
import { listBySql } from "./prepared-sql.ts";
import { isPublished, revisionShown } from "./published.ts";
import type { PublishedArticle } from "./published-article.ts";
import { article, articleTopic } from "./schema.ts";
import { findNewest } from "./search.ts";
import { wordsInUse } from "./words-in-use.ts";

/** Words of an article that are looked at, and how many of these are looked for. */
const CANDIDATES = 30;
const TELLING = 10;
const MOST_COMPARED = 300;
const OF_A_TOPIC = 30;
/** What a shared topic is worth, where the likest text of all is worth 1: editors know better than word counts. */
const TOPIC_WORTH = 0.5;

type Given = Pick<PublishedArticle, "id" | "headline" | "standfirst" | "body" | "topics">;

/** The articles that are likest to one by their text and topics, the likest first. Readers see each of them at `now`. */
export async function listSimilarIds(given: Given, limit: number, now: Date): Promise<number[]> {
  const worth = new Map<number, number>();
  const words = tellingWords(given, now);
  if (words.length > 0) {
    const match = words.map((word) => `"${word}"`).join(" OR ");
    const seen = sql`${isPublished(now)} and entry.revision_id = ${revisionShown(now)}`;
    const finds = findNewest(match, {}, seen, MOST_COMPARED);
    const best = Math.max(...finds.filter(({ id }) => id !== given.id).map(({ relevance }) => -relevance));
    for (const { id, relevance } of finds) worth.set(id, -relevance / best);
  }
  for (const topic of given.topics) {
    for (const { id } of lastOfTopic().all({ topicId: topic.id, now })) if (!worth.has(id)) worth.set(id, 0);
  }
  worth.delete(given.id);
  for (const [id, shared] of sharedTopics([...worth.keys()], given)) {
    worth.set(id, (worth.get(id) ?? 0) + shared * TOPIC_WORTH);
  }
  return [...worth]
    .toSorted(([one, worthOfOne], [other, worthOfOther]) => worthOfOther - worthOfOne || other - one)
    .slice(0, limit)
    .map(([id]) => id);
}

/** The last ones that came into a topic, which its index knows; to sort all of it by date takes long in a large one. */
const lastOfTopic = prepared((reader) =>
  reader
    .select({ id: articleTopic.articleId })
    .from(articleTopic)
    .innerJoin(article, eq(article.id, articleTopic.articleId))
    .where(
      and(
        eq(articleTopic.topicId, sql.placeholder("topicId")),
        isPublished(sql.param(sql.placeholder("now"), article.publishedAt)),
      ),
    )
    .orderBy(desc(articleTopic.articleId))
    .limit(OF_A_TOPIC)
    .prepare(),
);

function sharedTopics(ids: readonly number[], { topics }: Given): Map<number, number> {
  if (ids.length === 0 || topics.length === 0) return new Map();
  // Two parameters however many there are, so that the statement is compiled once.
  const [ofArticles, ofTopics] = [JSON.stringify(ids), JSON.stringify(topics.map(({ id }) => id))];
  const rows = listBySql<{ id: number; shared: number }>(sql`
    select article_id as id, count(*) as shared from article_topic
    where article_id in (select value from json_each(${ofArticles}))
      and topic_id in (select value from json_each(${ofTopics}))
    group by article_id`);
  return new Map(rows.map(({ id, shared }) => [id, shared]));
}

/** The words that tell this text from the others: said often here and seldom elsewhere (tf-idf). */
function tellingWords({ headline, standfirst, body }: Given, now: Date): string[] {
  // The headline says what it is about: each of its words counts for three.
  const said = countWords(`${headline} ${headline} ${headline} ${standfirst} ${plainText(body)}`);
  const telling = [...said].filter(([word]) => word.length >= 4 || /^\P{ASCII}{2}/u.test(word));
  const candidates = telling.toSorted(([, one], [, other]) => other - one).slice(0, CANDIDATES);
  const { texts, textsWith } = wordsInUse(now);
  return candidates
    .map(([word, times]) => ({ word, worth: times * Math.log(texts / (1 + textsWith(word))) }))
    .filter(({ worth }) => worth > 0)
    .toSorted((one, other) => other.worth - one.worth)
    .slice(0, TELLING)
    .map(({ word }) => word);
}
