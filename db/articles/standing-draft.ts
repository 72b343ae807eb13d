import { and, eq, isNull } from "drizzle-orm";
import type { Draft } from "#core/draft";
import type { StandingDraft } from "#core/draft-answer";
import { read } from "../client.ts";
import { article, revision, staff } from "../schema.ts";
import { findSavePoint } from "./restore-save-point.ts";

/** The working copy as it stands, for the editor. Undefined for what does not exist or lies in the bin. */
export async function findStandingDraft(articleId: number): Promise<StandingDraft | undefined> {
  const found = read()
    .select({
      version: article.version,
      slug: article.slug,
      state: article.state,
      number: revision.number,
      savedAt: revision.savedAt,
      savedBy: staff.name,
    })
    .from(article)
    .innerJoin(revision, eq(revision.id, article.workingRevisionId))
    .leftJoin(staff, eq(staff.id, revision.savedBy))
    .where(and(eq(article.id, articleId), isNull(article.deletedAt)))
    .get();
  const content = found && (await findSavePoint(articleId, found.number));
  if (!content) return undefined;
  return {
    version: found.version,
    slug: found.slug,
    state: found.state,
    savedBy: found.savedBy,
    savedAt: found.savedAt.toISOString(),
    content: { ...content, bylines: [...content.bylines] },
  };
}

/** True where two texts are the same to every reader. */
export const isSameDraft = (one: Draft, other: Draft): boolean => canonical(one) === canonical(other);

/** Keys in one order, absent and undefined the same, since a body comes from JSON as well as from a checked form. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}

/** What decides who may open an article. */
export async function findArticleAccess(
  articleId: number,
): Promise<{ id: number; createdBy: number | null; version: number } | undefined> {
  return read()
    .select({ id: article.id, createdBy: article.createdBy, version: article.version })
    .from(article)
    .where(and(eq(article.id, articleId), isNull(article.deletedAt)))
    .get();
}
