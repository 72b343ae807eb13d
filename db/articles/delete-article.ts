import { eq } from "drizzle-orm";
import { type ArticleReader, mayDelete } from "#core/article-access";
import { accept, type Result, refuse } from "#core/result";
import { takeFromBin, type UndoRefusal } from "#core/undo";
import { changeAppearance } from "../appearance.ts";
import { type Changed, transaction, type Writer } from "../client.ts";
import { claimAddress } from "../former-address.ts";
import { type Actor, record } from "../log.ts";
import { article, placement } from "../schema.ts";
import { type ArticleRow, findWorkingArticle, goesOutAt, loggedArticle, pathOfArticle } from "./working-article.ts";

/**
 * Puts an article into the bin, from where it can come back for 30 days. Readers find nothing at its address from their
 * next request on. What was to go out by itself no longer will, also once it is back; a place at the head of a page is lost.
 */
export function deleteArticle(
  actor: Actor & ArticleReader,
  articleId: number,
  now: Date,
): Promise<Result<null, "not-found" | "not-allowed">> {
  return transaction(async (tx, changed) => {
    const row = findWorkingArticle(tx, articleId, now);
    if (!row) return refuse("not-found");
    if (!mayDelete(actor, row)) return refuse("not-allowed");
    tx.delete(placement).where(eq(placement.articleId, articleId)).run();
    set(tx, changed, row, { ...offTheSchedule(row, now), deletedAt: now });
    record(tx, actor, "delete", loggedArticle(tx, row), now);
    return accept(null);
  });
}

function offTheSchedule(row: ArticleRow, now: Date): Partial<ArticleRow> {
  if (!goesOutAt(row, now)) return {};
  const waits = row.nextAt ? { nextRevisionId: null, nextAt: null } : { liveRevisionId: null, publishedAt: null };
  return { ...waits, state: row.state === "scheduled" ? "approved" : row.state };
}

/** Brings an article back as it was: readers who had it have it again. */
export function restoreArticle(
  actor: Actor & ArticleReader,
  articleId: number,
  now: Date,
): Promise<Result<null, UndoRefusal>> {
  return transaction(async (tx, changed) => {
    const found = takeFromBin(tx.select().from(article).where(eq(article.id, articleId)).get(), now);
    if (!found.ok) return found;
    if (!mayDelete(actor, found.value)) return refuse("not-found");
    const row = set(tx, changed, found.value, { deletedAt: null });
    claimAddress(tx, pathOfArticle(tx, row));
    record(tx, actor, "bring-back", loggedArticle(tx, row), now);
    return accept(null);
  });
}

function set(tx: Writer, changed: Changed, row: ArticleRow, columns: Partial<ArticleRow>): ArticleRow {
  return changeAppearance(tx, changed, row, () =>
    tx.update(article).set(columns).where(eq(article.id, row.id)).returning().get(),
  );
}
