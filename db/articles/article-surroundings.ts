import { and, asc, desc, eq, inArray, isNull } from "drizzle-orm";
import { walk } from "#core/document";
import type { Draft } from "#core/draft";
import { read } from "../client.ts";
import { libraryColumns } from "../picture-library.ts";
import { article, articleTopic, contributor, correction, logEntry, media, section, topic } from "../schema.ts";
import { type ArticleRow, stateNow } from "./working-article.ts";

/** Enough for any article's life to be told; older lines stay in the log. */
const MOST_HISTORY = 200;

export type HistoryEntry = { id: number; at: Date; who: string; verb: string; note: string | undefined };

/** What has been done with an article, newest first. */
export async function listArticleHistory(articleId: number): Promise<HistoryEntry[]> {
  const rows = read()
    .select()
    .from(logEntry)
    .where(and(eq(logEntry.thingKind, "article"), eq(logEntry.thingId, articleId)))
    .orderBy(desc(logEntry.at), desc(logEntry.id))
    .limit(MOST_HISTORY)
    .all();
  return rows.map(({ id, at, staffName, verb, detail }) => ({
    id,
    at,
    who: staffName,
    verb,
    note: [detail.note, detail.text, detail.to].find((words) => typeof words === "string"),
  }));
}

/** The corrections of an article, newest first. */
export async function listCorrections(articleId: number): Promise<{ id: number; text: string; publishedAt: Date }[]> {
  return read()
    .select({ id: correction.id, text: correction.text, publishedAt: correction.publishedAt })
    .from(correction)
    .where(eq(correction.articleId, articleId))
    .orderBy(desc(correction.publishedAt))
    .all();
}

export async function listTopicIds(articleId: number): Promise<number[]> {
  const rows = read()
    .select({ id: articleTopic.topicId })
    .from(articleTopic)
    .where(eq(articleTopic.articleId, articleId))
    .orderBy(asc(articleTopic.position))
    .all();
  return rows.map(({ id }) => id);
}

/** Sections that articles can be put in, in the order of the navigation. */
export async function listSectionChoices(): Promise<{ id: number; slug: string; name: string }[]> {
  return read()
    .select({ id: section.id, slug: section.slug, name: section.name })
    .from(section)
    .where(isNull(section.retiredAt))
    .orderBy(asc(section.position), asc(section.name))
    .all();
}

export async function listTopicChoices(): Promise<{ id: number; name: string }[]> {
  return read()
    .select({ id: topic.id, name: topic.name })
    .from(topic)
    .where(isNull(topic.retiredAt))
    .orderBy(asc(topic.name))
    .all();
}

/** The pictures that a text shows, at its head and in its body. */
export async function listPicturesOf(draft: Pick<Draft, "pictureId" | "body">) {
  const ids = [...walk(draft.body)].flatMap((node) => (node.type === "picture" ? node.attrs.mediaId : []));
  if (draft.pictureId !== null) ids.push(draft.pictureId);
  if (ids.length === 0) return [];
  return read()
    .select(libraryColumns)
    .from(media)
    .where(and(inArray(media.id, ids), isNull(media.deletedAt)))
    .all();
}

/** The names behind some contributors' numbers. */
export async function listNamesOf(
  ids: readonly number[],
): Promise<{ id: number; name: string; affiliation: string }[]> {
  if (ids.length === 0) return [];
  return read()
    .select({ id: contributor.id, name: contributor.name, affiliation: contributor.affiliation })
    .from(contributor)
    .where(inArray(contributor.id, [...ids]))
    .all();
}

/** The article's own columns, with the state the clock has brought it to. */
export async function findArticleRow(articleId: number, now: Date): Promise<ArticleRow | undefined> {
  const row = read()
    .select()
    .from(article)
    .where(and(eq(article.id, articleId), isNull(article.deletedAt)))
    .get();
  return row && { ...row, state: stateNow(row, now) };
}
