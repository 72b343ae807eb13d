import { eq } from "drizzle-orm";
import { wordCount } from "#core/document";
import { accept, type Result, refuse } from "#core/result";
import { stateAfterTyping } from "#core/workflow";
import { transaction, type Writer } from "../client.ts";
import type { Actor } from "../log.ts";
import { addRevision, type RevisionContent } from "../new-article.ts";
import { article, byline, revision } from "../schema.ts";
import { type ArticleRow, findWorkingArticle } from "./working-article.ts";

/** A pause after which the next words begin a new save point, so that one can go back to before them. */
const SAVE_POINT_EVERY = 10 * 60 * 1000;

export type SavedDraft = { version: number; savedAt: Date; revisionId: number };

/**
 * Keeps what somebody has typed. `version` is the one their text was made from: where somebody else has saved since,
 * nothing is written and both versions are still there to be compared. Readers see nothing of it.
 */
export function saveDraft(
  actor: Actor,
  articleId: number,
  version: number,
  content: RevisionContent,
  now: Date,
): Promise<Result<SavedDraft, "not-found" | "newer-version">> {
  return transaction(async (tx) => {
    const row = findWorkingArticle(tx, articleId, now);
    if (!row) return refuse("not-found");
    if (row.version !== version) return refuse("newer-version");
    const revisionId = writeWorkingCopy(tx, row, actor, content, now);
    const saved = tx
      .update(article)
      .set({ workingRevisionId: revisionId, version: version + 1, state: stateAfterTyping(row.state) })
      .where(eq(article.id, articleId))
      .returning({ version: article.version })
      .get();
    return accept({ version: saved.version, savedAt: now, revisionId });
  });
}

function writeWorkingCopy(tx: Writer, row: ArticleRow, actor: Actor, content: RevisionContent, now: Date): number {
  const working = findRevision(tx, row.workingRevisionId);
  if (working && mayEditInPlace(row, working, actor, now)) {
    const { bylines, ...text } = content;
    tx.update(revision)
      .set({ ...text, wordCount: wordCount(text.body, text.language ?? undefined), savedAt: now })
      .where(eq(revision.id, working.id))
      .run();
    tx.delete(byline).where(eq(byline.revisionId, working.id)).run();
    bylines.forEach((line, position) => {
      tx.insert(byline)
        .values({ ...line, revisionId: working.id, position })
        .run();
    });
    return working.id;
  }
  return addRevision(tx, row.id, (working?.number ?? 0) + 1, content, {
    occasion: "save",
    savedAt: now,
    savedBy: actor.staffId,
  });
}

type SavePoint = { id: number; number: number; savedBy: number | null; savedAt: Date; occasion: string };

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
      number: revision.number,
      savedBy: revision.savedBy,
      savedAt: revision.savedAt,
      occasion: revision.occasion,
    })
    .from(revision)
    .where(eq(revision.id, id))
    .get();
}
