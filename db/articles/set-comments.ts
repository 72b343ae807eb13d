import { eq } from "drizzle-orm";
import { articleTag } from "#core/page-tags";
import { accept, type Result, refuse } from "#core/result";
import { isReleased } from "../appearance.ts";
import { transaction } from "../client.ts";
import { type Actor, record } from "../log.ts";
import { article } from "../schema.ts";
import { findWorkingArticle, loggedArticle } from "./working-article.ts";

/** Opens or closes an article to comments, at once or at a moment. Comments that are there stay. */
export function setComments(
  actor: Actor,
  articleId: number,
  { open, closeAt }: { open: boolean; closeAt: Date | null },
  now: Date,
): Promise<Result<null, "not-found">> {
  return transaction(async (tx, changed) => {
    const row = findWorkingArticle(tx, articleId, now);
    if (!row) return refuse("not-found");
    tx.update(article).set({ commentsOpen: open, commentsCloseAt: closeAt }).where(eq(article.id, articleId)).run();
    if (isReleased(row)) changed(articleTag(articleId));
    record(tx, actor, "comments", loggedArticle(tx, row), now, {
      open,
      ...(closeAt ? { until: closeAt.toISOString() } : {}),
    });
    return accept(null);
  });
}
