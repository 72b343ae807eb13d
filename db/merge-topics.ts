import { and, eq, inArray, sql } from "drizzle-orm";
import { namesTag, redirectsTag, topicTag } from "#core/page-tags";
import { accept, type Result, refuse } from "#core/result";
import { transaction, type Writer } from "./client.ts";
import { claimAddress, keepFormerAddress } from "./former-address.ts";
import { type Actor, record } from "./log.ts";
import {
  articlesMovedBy,
  type Followers,
  findUndoableMerge,
  forgetMerge,
  leadBack,
  leadElsewhere,
  rememberMerge,
  type UndoMergeRefusal,
} from "./merges.ts";
import { articleTopic, topic } from "./schema.ts";

type Topic = Omit<typeof topic.$inferSelect, "retiredAt"> & { retiredAt: number | null };
/** `both`: articles that had both topics, with the place of the one that went. */
type Gone = Followers & { topic: Topic; both: { articleId: number; position: number }[] };

const thing = ({ id, name }: { id: number; name: string }) => ({ kind: "topic", id, name });
const pathOf = (slug: string) => `/topics/${slug}`;
const findRow = (tx: Writer, id: number) => tx.select().from(topic).where(eq(topic.id, id)).get();
const articlesWith = (tx: Writer, topicId: number) =>
  tx.select({ id: articleTopic.articleId }).from(articleTopic).where(eq(articleTopic.topicId, topicId));

/** Gives the articles of a topic to another, whither its address leads from then on, and takes it away. */
export function mergeTopic(
  actor: Actor,
  fromId: number,
  intoId: number,
  now: Date,
): Promise<Result<null, "not-found" | "same-topic">> {
  return transaction(async (tx, changed) => {
    const [from, into] = [findRow(tx, fromId), findRow(tx, intoId)];
    if (!from || !into) return refuse("not-found");
    if (fromId === intoId) return refuse("same-topic");
    const both = tx
      .delete(articleTopic)
      .where(and(eq(articleTopic.topicId, fromId), inArray(articleTopic.articleId, articlesWith(tx, intoId))))
      .returning({ articleId: articleTopic.articleId, position: articleTopic.position })
      .all();
    const gone: Gone = {
      topic: { ...from, retiredAt: from.retiredAt?.getTime() ?? null },
      both,
      ...leadElsewhere(tx, "topic", fromId, intoId),
    };
    const articleIds = sql`select ${articleTopic.articleId} as article_id from ${articleTopic} where ${articleTopic.topicId} = ${fromId}`;
    rememberMerge(tx, { kind: "topic", name: from.name, intoId, gone, articleIds }, now);
    const { changes } = tx.update(articleTopic).set({ topicId: intoId }).where(eq(articleTopic.topicId, fromId)).run();
    keepFormerAddress(tx, pathOf(from.slug), { topicId: intoId }, now);
    tx.delete(topic).where(eq(topic.id, fromId)).run();
    changed(topicTag(fromId), topicTag(intoId), namesTag, redirectsTag);
    record(tx, actor, "merge", thing(from), now, { into: into.name, articles: changes });
    return accept(null);
  });
}

/** Makes two topics of one again. Articles that have lost the other one meanwhile are left as they are. */
export function undoTopicMerge(actor: Actor, mergeId: number, now: Date): Promise<Result<number, UndoMergeRefusal>> {
  return transaction(async (tx, changed) => {
    const found = findUndoableMerge<Gone>(tx, "topic", mergeId, (gone) => gone.topic.slug, now);
    if (!found.ok) return found;
    const { intoId, into, gone } = found.value;
    const { id, slug } = gone.topic;
    const { retiredAt } = gone.topic;
    tx.insert(topic)
      .values({ ...gone.topic, retiredAt: retiredAt === null ? null : new Date(retiredAt) })
      .run();
    claimAddress(tx, pathOf(slug));
    leadBack(tx, "topic", gone, id, intoId);
    const stillThere = new Set(
      articlesWith(tx, intoId)
        .all()
        .map((row) => row.id),
    );
    const { changes } = tx
      .update(articleTopic)
      .set({ topicId: id })
      .where(and(eq(articleTopic.topicId, intoId), inArray(articleTopic.articleId, articlesMovedBy(tx, mergeId))))
      .run();
    const both = gone.both.filter(({ articleId }) => stillThere.has(articleId));
    for (const given of both)
      tx.insert(articleTopic)
        .values({ ...given, topicId: id })
        .run();
    forgetMerge(tx, mergeId);
    changed(topicTag(id), topicTag(intoId), namesTag, redirectsTag);
    record(tx, actor, "undo-merge", thing(gone.topic), now, { into: into.name, articles: changes + both.length });
    return accept(id);
  });
}
