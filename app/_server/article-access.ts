import { notFound } from "next/navigation";
import { mayOpenArticle } from "#core/article-access";
import { findArticleAccess } from "#db/articles/standing-draft";
import { type DeskStaff, findDeskStaff, requireStaff } from "./session.ts";

/** An id from an address, or undefined where it is none. */
export function idFromPath(part: string): number | undefined {
  return /^[1-9]\d{0,14}$/.test(part) ? Number(part) : undefined;
}

/** For the pages of one article: lets pass whoever may open it; to everyone else it does not exist. */
export async function requireArticle(part: string): Promise<{ staff: DeskStaff; articleId: number }> {
  const staff = await requireStaff("article:write");
  const articleId = idFromPath(part);
  const article = articleId === undefined ? undefined : await findArticleAccess(articleId);
  if (!article || !mayOpenArticle(staff, article)) notFound();
  return { staff, articleId: article.id };
}

export type ArticleVisit =
  | { ok: true; staff: DeskStaff; article: { id: number; createdBy: number | null; version: number } }
  | { ok: false; reason: "signed-out" | "not-found" };

/** The same for what answers the editor's scripts: who was signed out is told so and keeps the page. */
export async function findArticleVisit(articleId: number | undefined): Promise<ArticleVisit> {
  const staff = await findDeskStaff("article:write");
  if (!staff) return { ok: false, reason: "signed-out" };
  const article = articleId === undefined ? undefined : await findArticleAccess(articleId);
  return article && mayOpenArticle(staff, article) ? { ok: true, staff, article } : { ok: false, reason: "not-found" };
}
