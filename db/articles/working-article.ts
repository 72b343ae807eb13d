import { and, eq, isNull } from "drizzle-orm";
import type { ArticleState } from "#core/workflow";
import { isReleased, type Released } from "../appearance.ts";
import type { Writer } from "../client.ts";
import { article, revision, section } from "../schema.ts";

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

/** True while readers see some text of the article: `isPublished` of the public door, of a row at hand. */
export function isLive(row: Released, now: Date): boolean {
  return isReleased(row) && wasSeen(row, now);
}

/** True once readers could see the article, also where it has been withdrawn since; not where that was before its moment. */
export function wasSeen(
  { publishedAt, withdrawnAt }: Pick<ArticleRow, "publishedAt" | "withdrawnAt">,
  now: Date,
): boolean {
  return publishedAt !== null && publishedAt <= now && (withdrawnAt === null || publishedAt <= withdrawnAt);
}

/** When a text of the article goes out by itself, whatever has been typed since; null where none waits. */
export function goesOutAt(row: Released & Pick<ArticleRow, "nextAt">, now: Date): Date | null {
  const waiting = row.nextAt ?? row.publishedAt;
  return isReleased(row) && waiting !== null && waiting > now ? waiting : null;
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
