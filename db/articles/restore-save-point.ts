import { and, eq } from "drizzle-orm";
import { accept, type Result, refuse } from "#core/result";
import { stateAfterTyping } from "#core/workflow";
import { type Reader, read, transaction } from "../client.ts";
import { type Actor, record } from "../log.ts";
import type { RevisionContent } from "../new-article.ts";
import { article, byline, revision } from "../schema.ts";
import { addSavePoint } from "./save-draft.ts";
import { findWorkingArticle, loggedArticle } from "./working-article.ts";

/**
 * Makes an earlier text the working copy again. What stood there stays among the save points, and readers see nothing
 * of it until it is published. `version` is the one the person looked at. Returns the new version.
 */
export function restoreSavePoint(
  actor: Actor,
  articleId: number,
  { version, number }: { version: number; number: number },
  now: Date,
): Promise<Result<number, "not-found" | "no-such-save-point" | "newer-version">> {
  return transaction(async (tx) => {
    const row = findWorkingArticle(tx, articleId, now);
    if (!row) return refuse("not-found");
    if (row.version !== version) return refuse("newer-version");
    const content = findSavePointContent(tx, articleId, number);
    if (!content) return refuse("no-such-save-point");
    const workingRevisionId = addSavePoint(tx, articleId, content, {
      occasion: "restore",
      savedAt: now,
      savedBy: actor.staffId,
    });
    tx.update(article)
      .set({ workingRevisionId, version: version + 1, state: stateAfterTyping(row.state) })
      .where(eq(article.id, articleId))
      .run();
    record(tx, actor, "restore", loggedArticle(tx, { ...row, workingRevisionId }), now, { number });
    return accept(version + 1);
  });
}

/** Keeps a text beside the working copy, for the person who lets another version go on. */
export function setAside(
  actor: Actor,
  articleId: number,
  content: RevisionContent,
  now: Date,
): Promise<Result<number, "not-found">> {
  return transaction(async (tx) => {
    const row = findWorkingArticle(tx, articleId, now);
    if (!row) return refuse("not-found");
    addSavePoint(tx, articleId, content, { occasion: "set-aside", savedAt: now, savedBy: actor.staffId });
    return accept(row.version);
  });
}

/** The text of a save point, by its number in the article, within a deed. */
function findSavePointContent(reader: Reader, articleId: number, number: number): RevisionContent | undefined {
  const found = reader
    .select()
    .from(revision)
    .where(and(eq(revision.articleId, articleId), eq(revision.number, number)))
    .get();
  if (!found) return undefined;
  const {
    id,
    articleId: _of,
    number: _n,
    wordCount: _words,
    occasion: _why,
    savedAt: _at,
    savedBy: _by,
    ...text
  } = found;
  const bylines = reader
    .select({ contributorId: byline.contributorId, affiliation: byline.affiliation })
    .from(byline)
    .where(eq(byline.revisionId, id))
    .orderBy(byline.position)
    .all();
  return { ...text, bylines };
}

/** The same for who only looks. */
export const findSavePoint = async (articleId: number, number: number) =>
  findSavePointContent(read(), articleId, number);
