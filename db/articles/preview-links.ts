import { and, desc, eq, gt, isNull } from "drizzle-orm";
import { accept, type Result, refuse } from "#core/result";
import { read, transaction } from "../client.ts";
import { type Actor, record } from "../log.ts";
import { article, previewLink } from "../schema.ts";
import { hashOfSecretValue, newSecretValue } from "../secret-value.ts";
import { findWorkingArticle, loggedArticle } from "./working-article.ts";

const DAY = 86_400_000;

/** Lets an outsider read the working copy of an article for some days. Returns the value that goes into the link, once. */
export function offerPreview(
  actor: Actor,
  articleId: number,
  { label, days }: { label: string; days: number },
  now: Date,
): Promise<Result<string, "not-found">> {
  return transaction(async (tx) => {
    const row = findWorkingArticle(tx, articleId, now);
    if (!row) return refuse("not-found");
    const value = newSecretValue();
    tx.insert(previewLink)
      .values({
        hash: hashOfSecretValue(value),
        articleId,
        label,
        createdBy: actor.staffId,
        createdAt: now,
        expiresAt: new Date(now.getTime() + days * DAY),
      })
      .run();
    record(tx, actor, "offer-preview", loggedArticle(tx, row), now, { label, days });
    return accept(value);
  });
}

/** Ends a link before its time. */
export function revokePreview(
  actor: Actor,
  articleId: number,
  linkId: number,
  now: Date,
): Promise<Result<null, "not-found">> {
  return transaction(async (tx) => {
    const row = findWorkingArticle(tx, articleId, now);
    const { changes } = tx
      .update(previewLink)
      .set({ revokedAt: now })
      .where(and(eq(previewLink.id, linkId), eq(previewLink.articleId, articleId), isNull(previewLink.revokedAt)))
      .run();
    if (!row || changes === 0) return refuse("not-found");
    record(tx, actor, "revoke-preview", loggedArticle(tx, row), now);
    return accept(null);
  });
}

/** The links that still open, newest first. Their values are known to nobody here. */
export async function listPreviews(articleId: number, now: Date) {
  return read()
    .select({ id: previewLink.id, label: previewLink.label, expiresAt: previewLink.expiresAt })
    .from(previewLink)
    .where(and(eq(previewLink.articleId, articleId), isNull(previewLink.revokedAt), gt(previewLink.expiresAt, now)))
    .orderBy(desc(previewLink.createdAt))
    .all();
}

/** The article a link opens, and for whom it was made. Undefined once it is over, revoked, or its article is gone. */
export async function findPreview(
  value: string,
  now: Date,
): Promise<{ linkId: number; articleId: number; label: string } | undefined> {
  return read()
    .select({ linkId: previewLink.id, articleId: previewLink.articleId, label: previewLink.label })
    .from(previewLink)
    .innerJoin(article, and(eq(article.id, previewLink.articleId), isNull(article.deletedAt)))
    .where(
      and(
        eq(previewLink.hash, hashOfSecretValue(value)),
        isNull(previewLink.revokedAt),
        gt(previewLink.expiresAt, now),
      ),
    )
    .get();
}
