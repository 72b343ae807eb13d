import { eq, max } from "drizzle-orm";
import { wordCount } from "#core/document";
import { accept, type Result, refuse } from "#core/result";
import { freeSlug } from "#core/slug";
import { followsHeadline, slugOfHeadline } from "#core/slug-of-headline";
import { type ArticleState, stateAfterTyping } from "#core/workflow";
import { transaction, type Writer } from "../client.ts";
import type { Actor } from "../log.ts";
import { addRevision, type RevisionContent } from "../new-article.ts";
import { article, byline, revision } from "../schema.ts";
import { type ArticleRow, findWorkingArticle } from "./working-article.ts";

/** A pause after which the next words begin a new save point, so that one can go back to before them. */
const SAVE_POINT_EVERY = 10 * 60 * 1000;

export type SavedDraft = { version: number; savedAt: Date; revisionId: number; slug: string; state: ArticleState };

/**
 * Keeps what somebody has typed. `version` is the one their text was made from: where somebody else has saved since,
 * nothing is written and both versions are still there to be compared. Readers see nothing of it.
 *
 * `beside` leaves the text that stands there as a save point, whoever wrote it: for two versions of one moment.
 */
export function saveDraft(
  actor: Actor,
  articleId: number,
  version: number,
  content: RevisionContent,
  now: Date,
  { beside = false }: { beside?: boolean } = {},
): Promise<Result<SavedDraft, "not-found" | "newer-version">> {
  return transaction(async (tx) => {
    const row = findWorkingArticle(tx, articleId, now);
    if (!row) return refuse("not-found");
    if (row.version !== version) return refuse("newer-version");
    const working = findRevision(tx, row.workingRevisionId);
    const inPlace = !beside && working !== undefined && mayEditInPlace(row, working, actor, now);
    const revisionId = inPlace
      ? rewriteRevision(tx, working.id, content, now)
      : addSavePoint(tx, articleId, content, { occasion: "save", savedAt: now, savedBy: actor.staffId });
    const saved = tx
      .update(article)
      .set({
        workingRevisionId: revisionId,
        version: version + 1,
        state: stateAfterTyping(row.state),
        slug: await slugAfter(tx, row, working?.headline ?? "", content.headline),
      })
      .where(eq(article.id, articleId))
      .returning()
      .get();
    return accept({ version: saved.version, savedAt: now, revisionId, slug: saved.slug, state: saved.state });
  });
}

/** Adds a text to an article's save points, after all others. Returns its id. */
export function addSavePoint(
  tx: Writer,
  articleId: number,
  content: RevisionContent,
  save: { occasion: string; savedAt: Date; savedBy: number | null },
): number {
  const last = tx
    .select({ number: max(revision.number) })
    .from(revision)
    .where(eq(revision.articleId, articleId))
    .get();
  return addRevision(tx, articleId, (last?.number ?? 0) + 1, content, save);
}

/** The address follows the headline until somebody sets it or readers have it. */
async function slugAfter(tx: Writer, row: ArticleRow, before: string, headline: string): Promise<string> {
  if (row.publishedAt !== null || before === headline || !followsHeadline(row.slug, before)) return row.slug;
  return freeSlug(slugOfHeadline(headline), async (slug) => {
    const holder = tx.select({ id: article.id }).from(article).where(eq(article.slug, slug)).get();
    return holder !== undefined && holder.id !== row.id;
  });
}

function rewriteRevision(tx: Writer, id: number, { bylines, ...text }: RevisionContent, now: Date): number {
  tx.update(revision)
    .set({ ...text, wordCount: wordCount(text.body, text.language ?? undefined), savedAt: now })
    .where(eq(revision.id, id))
    .run();
  tx.delete(byline).where(eq(byline.revisionId, id)).run();
  bylines.forEach((line, position) => {
    tx.insert(byline)
      .values({ ...line, revisionId: id, position })
      .run();
  });
  return id;
}

type SavePoint = { id: number; headline: string; savedBy: number | null; savedAt: Date; occasion: string };

/** A text that is out, waits to go out, was handed in, or is somebody else's is left as it is. */
function mayEditInPlace(row: ArticleRow, working: SavePoint, actor: Actor, now: Date): boolean {
  return (
    working.occasion === "save" &&
    working.id !== row.liveRevisionId &&
    working.id !== row.nextRevisionId &&
    working.savedBy === actor.staffId &&
    now.getTime() - working.savedAt.getTime() < SAVE_POINT_EVERY
  );
}

function findRevision(tx: Writer, id: number | null): SavePoint | undefined {
  if (id === null) return undefined;
  return tx
    .select({
      id: revision.id,
      headline: revision.headline,
      savedBy: revision.savedBy,
      savedAt: revision.savedAt,
      occasion: revision.occasion,
    })
    .from(revision)
    .where(eq(revision.id, id))
    .get();
}
