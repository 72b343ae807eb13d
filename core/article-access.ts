import { may, type Role } from "#core/permissions";
import type { WorkflowVerb } from "#core/workflow";

export type ArticleReader = { role: Role; staffId: number };

/** Contributors work on what they began; editors on everything. */
export function mayOpenArticle(person: ArticleReader, article: { createdBy: number | null }): boolean {
  return (
    may(person.role, "article:edit-any") || (may(person.role, "article:write") && article.createdBy === person.staffId)
  );
}

/** Where readers find what they have been given is an editor's business; the place of a draft is its writer's. */
export function mayMove(
  person: ArticleReader,
  article: { createdBy: number | null; publishedAt: Date | null },
): boolean {
  return mayOpenArticle(person, article) && (article.publishedAt === null || may(person.role, "article:publish"));
}

/** Who may put an article into the bin and bring it back: editors, and whoever began it while readers never had it. */
export function mayDelete(
  person: ArticleReader,
  article: { createdBy: number | null; publishedAt: Date | null },
): boolean {
  if (may(person.role, "article:delete")) return true;
  return mayOpenArticle(person, article) && article.publishedAt === null;
}

/** Who may take an article a step on. A contributor may only hand it in. */
export function mayTake(person: ArticleReader, verb: WorkflowVerb, article: { createdBy: number | null }): boolean {
  if (!mayOpenArticle(person, article)) return false;
  if (verb === "submit") return true;
  if (verb === "ask-for-changes" || verb === "approve") return may(person.role, "article:review");
  return may(person.role, "article:publish");
}
