import { eq } from "drizzle-orm";
import { articleTag } from "#core/page-tags";
import { accept, type Result, refuse } from "#core/result";
import { isReleased } from "../appearance.ts";
import { transaction } from "../client.ts";
import { type Actor, record } from "../log.ts";
import { article, correction } from "../schema.ts";
import { findWorkingArticle, loggedArticle, wasSeen } from "./working-article.ts";

/** Publishes a correction note with its date. It stays listed: a wrong note is followed by another. */
export function correctArticle(
  actor: Actor,
  articleId: number,
  text: string,
  now: Date,
): Promise<Result<number, "not-found" | "never-published" | "empty">> {
  return transaction(async (tx, changed) => {
    const row = findWorkingArticle(tx, articleId, now);
    if (!row) return refuse("not-found");
    if (!wasSeen(row, now)) return refuse("never-published");
    if (text.trim() === "") return refuse("empty");
    const { id } = tx
      .insert(correction)
      .values({ articleId, text: text.trim(), publishedAt: now, createdBy: actor.staffId })
      .returning({ id: correction.id })
      .get();
    tx.update(article).set({ updatedAt: now }).where(eq(article.id, articleId)).run();
    if (isReleased(row)) changed(articleTag(articleId));
    record(tx, actor, "correct", loggedArticle(tx, row), now, { text: text.trim() });
    return accept(id);
  });
}
