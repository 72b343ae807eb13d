import { and, asc, count, eq, isNotNull, like, ne, type SQL, sql } from "drizzle-orm";
import { namesTag, redirectsTag, topicTag } from "#core/page-tags";
import { accept, type Result, refuse } from "#core/result";
import { isSlug } from "#core/slug";
import { read, transaction, type Writer } from "./client.ts";
import { claimAddress, keepFormerAddress } from "./former-address.ts";
import { type Actor, record } from "./log.ts";
import { articleTopic, topic } from "./schema.ts";

export type TopicContent = { name: string; slug: string; description: string };
export type TopicRefusal = "not-found" | "slug-unfit" | "slug-taken";

const thing = ({ id, name }: { id: number; name: string }) => ({ kind: "topic", id, name });
const findRow = (tx: Writer, id: number) => tx.select().from(topic).where(eq(topic.id, id)).get();
const pathOf = (slug: string) => `/topics/${slug}`;

/** Topics whose name contains some words, by name, retired ones last; and how many there are. */
export async function listTopics(words: string, { limit, offset }: { limit: number; offset: number }) {
  const wanted = named(words);
  const rows = read()
    .select({ topic, articles: count(articleTopic.articleId) })
    .from(topic)
    .leftJoin(articleTopic, eq(articleTopic.topicId, topic.id))
    .where(wanted)
    .groupBy(topic.id)
    .orderBy(asc(isNotNull(topic.retiredAt)), asc(sql`lower(${topic.name})`))
    .limit(limit)
    .offset(offset)
    .all();
  const total = read().select({ topics: count() }).from(topic).where(wanted).get()?.topics ?? 0;
  return { topics: rows.map((row) => ({ ...row.topic, articles: row.articles })), total };
}

const named = (words: string): SQL | undefined =>
  words === "" ? undefined : like(topic.name, `%${words.replace(/[%_]/g, "")}%`);

export async function findTopic(id: number) {
  return read().select().from(topic).where(eq(topic.id, id)).get();
}

/** Every topic's name, for choosing one to merge into. */
export async function listTopicNames() {
  return read()
    .select({ id: topic.id, name: topic.name })
    .from(topic)
    .orderBy(asc(sql`lower(${topic.name})`))
    .all();
}

function refusalOf(tx: Writer, slug: string, id: number): "slug-unfit" | "slug-taken" | undefined {
  if (!isSlug(slug)) return "slug-unfit";
  const namesake = tx
    .select({ id: topic.id })
    .from(topic)
    .where(and(eq(topic.slug, slug), ne(topic.id, id)))
    .get();
  return namesake ? "slug-taken" : undefined;
}

export function createTopic(actor: Actor, given: TopicContent, now: Date): Promise<Result<number, TopicRefusal>> {
  return transaction(async (tx, changed) => {
    const refusal = refusalOf(tx, given.slug, 0);
    if (refusal) return refuse(refusal);
    const { id } = tx.insert(topic).values(given).returning({ id: topic.id }).get();
    claimAddress(tx, pathOf(given.slug));
    changed(namesTag, redirectsTag);
    record(tx, actor, "create", thing({ id, name: given.name }), now);
    return accept(id);
  });
}

/** Renames and describes; a former address leads on. */
export function changeTopic(
  actor: Actor,
  id: number,
  given: TopicContent,
  now: Date,
): Promise<Result<null, TopicRefusal>> {
  return transaction(async (tx, changed) => {
    const before = findRow(tx, id);
    if (!before) return refuse("not-found");
    const refusal = refusalOf(tx, given.slug, id);
    if (refusal) return refuse(refusal);
    tx.update(topic).set(given).where(eq(topic.id, id)).run();
    if (before.slug !== given.slug) {
      claimAddress(tx, pathOf(given.slug));
      keepFormerAddress(tx, pathOf(before.slug), { topicId: id }, now);
      changed(redirectsTag);
    }
    changed(topicTag(id), namesTag);
    const detail = { from: { name: before.name, slug: before.slug }, to: { name: given.name, slug: given.slug } };
    record(tx, actor, "change", thing({ id, name: given.name }), now, detail);
    return accept(null);
  });
}

/** Takes a topic from readers' pages, or brings it back; articles keep it meanwhile. */
export function setTopicRetired(
  actor: Actor,
  id: number,
  retired: boolean,
  now: Date,
): Promise<Result<null, TopicRefusal>> {
  return transaction(async (tx, changed) => {
    const row = findRow(tx, id);
    if (!row) return refuse("not-found");
    tx.update(topic)
      .set({ retiredAt: retired ? now : null })
      .where(eq(topic.id, id))
      .run();
    changed(topicTag(id), namesTag);
    record(tx, actor, retired ? "retire" : "restore", thing(row), now);
    return accept(null);
  });
}
