import { and, eq, inArray, isNull } from "drizzle-orm";
import { articleTag, contributorTag, latestTag, type PageTag, sectionTag, topicTag } from "#core/page-tags";
import type { ArticleState } from "#core/workflow";
import { tagOfOlderNeighbour } from "#db/appearance";
import type { Writer } from "../client.ts";
import { article, articleTopic, byline, revision, section } from "../schema.ts";

export type ArticleRow = typeof article.$inferSelect;

/**
 * The article as it stands at `now`, for a deed. A scheduled text whose moment has passed has taken the live one's place
 * already, as readers saw it: here the columns follow. Undefined for what does not exist or lies in the bin.
 */
export function findWorkingArticle(tx: Writer, id: number, now: Date): ArticleRow | undefined {
  const row = tx
    .select()
    .from(article)
    .where(and(eq(article.id, id), isNull(article.deletedAt)))
    .get();
  if (!row) return undefined;
  const due: Partial<ArticleRow> = {};
  if (row.nextRevisionId !== null && row.nextAt !== null && row.nextAt <= now) {
    due.liveRevisionId = row.nextRevisionId;
    due.updatedAt = row.nextAt;
    due.nextRevisionId = null;
    due.nextAt = null;
  }
  const state = stateNow({ ...row, ...due }, now);
  if (state !== row.state) due.state = state;
  if (Object.keys(due).length === 0) return row;
  return tx.update(article).set(due).where(eq(article.id, id)).returning().get();
}

/** `scheduled` ends by the clock; the column catches up at the next deed. */
export function stateNow(row: Pick<ArticleRow, "state" | "publishedAt" | "nextAt">, now: Date): ArticleState {
  if (row.state !== "scheduled") return row.state;
  const due = row.nextAt ?? row.publishedAt;
  return due !== null && due <= now ? "published" : "scheduled";
}

/** True while readers see some text of the article. */
export function isLive(row: Pick<ArticleRow, "liveRevisionId" | "publishedAt" | "withdrawnAt">, now: Date): boolean {
  return row.liveRevisionId !== null && row.publishedAt !== null && row.publishedAt <= now && row.withdrawnAt === null;
}

/** When a text of the article goes out by itself, whatever has been typed since; null where none waits. */
export function goesOutAt(
  row: Pick<ArticleRow, "liveRevisionId" | "nextAt" | "publishedAt" | "withdrawnAt">,
  now: Date,
): Date | null {
  const waiting = row.nextAt ?? row.publishedAt;
  return waiting !== null && waiting > now && row.liveRevisionId !== null && row.withdrawnAt === null ? waiting : null;
}

/** Every page that shows the article: its own, its section's and topics', and its writers' (before and after). */
export function tagsOfArticle(tx: Writer, row: ArticleRow): PageTag[] {
  const revisions = [row.liveRevisionId, row.workingRevisionId, row.nextRevisionId].filter((id) => id !== null);
  const topics = tx
    .select({ id: articleTopic.topicId })
    .from(articleTopic)
    .where(eq(articleTopic.articleId, row.id))
    .all();
  const writers = tx
    .selectDistinct({ id: byline.contributorId })
    .from(byline)
    .where(inArray(byline.revisionId, revisions))
    .all();
  return [
    articleTag(row.id),
    sectionTag(row.sectionId),
    latestTag,
    ...topics.map(({ id }) => topicTag(id)),
    ...writers.map(({ id }) => contributorTag(id)),
    ...tagOfOlderNeighbour(tx, row),
  ];
}

/** The article as the log names it. */
export function loggedArticle(tx: Writer, row: ArticleRow): { kind: "article"; id: number; name: string } {
  const headline =
    row.workingRevisionId === null
      ? undefined
      : tx.select({ headline: revision.headline }).from(revision).where(eq(revision.id, row.workingRevisionId)).get()
          ?.headline;
  return { kind: "article", id: row.id, name: headline || "Untitled" };
}

/** Where readers find it, or would; as read, not encoded. */
export function pathOfArticle(tx: Writer, row: ArticleRow): string {
  const home = tx.select({ slug: section.slug }).from(section).where(eq(section.id, row.sectionId)).get();
  return `/${home?.slug}/${row.slug}`;
}
