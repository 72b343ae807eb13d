import { and, asc, count, eq, isNotNull, isNull, max, type SQL } from "drizzle-orm";
import type { NoteOnDraft, Passage } from "#core/note";
import { accept, type Result, refuse } from "#core/result";
import { read, transaction } from "../client.ts";
import type { Actor } from "../log.ts";
import { articleNote } from "../schema.ts";

type GivenNote = Passage & { text: string };

/** An outsider has no account and is known by the link they came with. */
export type NoteAuthor = { name: string } & ({ staffId: number } | { previewLinkId: number });

/** Outsiders may leave so many notes on an article before somebody resolves some. */
const MOST_OPEN = 200;

/** Leaves a note on an article. */
export function leaveNote(
  articleId: number,
  author: NoteAuthor,
  { passage, before, after, text }: GivenNote,
  now: Date,
): Promise<Result<number, "too-many">> {
  return transaction(async (tx) => {
    if ("previewLinkId" in author) {
      const open = and(eq(articleNote.articleId, articleId), isNull(articleNote.resolvedAt));
      const found = tx.select({ notes: count() }).from(articleNote).where(open).get();
      if ((found?.notes ?? 0) >= MOST_OPEN) return refuse("too-many");
    }
    const { id } = tx
      .insert(articleNote)
      .values({
        articleId,
        passage,
        passageBefore: before,
        passageAfter: after,
        text,
        staffId: "staffId" in author ? author.staffId : null,
        previewLinkId: "previewLinkId" in author ? author.previewLinkId : null,
        authorName: author.name,
        createdAt: now,
      })
      .returning({ id: articleNote.id })
      .get();
    return accept(id);
  });
}

/** Says that a note needs nothing more, or takes it up again. */
export function resolveNote(
  actor: Actor,
  articleId: number,
  noteId: number,
  resolved: boolean,
  now: Date,
): Promise<Result<null, "not-found">> {
  return transaction(async (tx) => {
    const { changes } = tx
      .update(articleNote)
      .set(resolved ? { resolvedAt: now, resolvedBy: actor.staffId } : { resolvedAt: null, resolvedBy: null })
      .where(and(eq(articleNote.id, noteId), eq(articleNote.articleId, articleId)))
      .run();
    return changes > 0 ? accept(null) : refuse("not-found");
  });
}

/** All notes on an article, oldest first: staff see every one. */
export const listNotes = (articleId: number): Promise<NoteOnDraft[]> => listWhere(eq(articleNote.articleId, articleId));

/** The open notes that were left through a link. Nobody outside reads what the desk notes among itself. */
export const listNotesOfLink = (previewLinkId: number): Promise<NoteOnDraft[]> =>
  listWhere(and(eq(articleNote.previewLinkId, previewLinkId), isNull(articleNote.resolvedAt)));

async function listWhere(which: SQL | undefined): Promise<NoteOnDraft[]> {
  return read()
    .select({
      id: articleNote.id,
      passage: articleNote.passage,
      before: articleNote.passageBefore,
      after: articleNote.passageAfter,
      text: articleNote.text,
      authorName: articleNote.authorName,
      staffId: articleNote.staffId,
      createdAt: articleNote.createdAt,
      resolvedAt: articleNote.resolvedAt,
    })
    .from(articleNote)
    .where(which)
    .orderBy(asc(articleNote.createdAt), asc(articleNote.id))
    .all()
    .map(({ staffId, ...note }) => ({ ...note, isOutsider: staffId === null }));
}

/** Differs from the one before as soon as a note was left, resolved or taken up again. */
export async function stampOfNotes(articleId: number): Promise<string> {
  const ofArticle = eq(articleNote.articleId, articleId);
  const all = read()
    .select({ notes: count(), newest: max(articleNote.id) })
    .from(articleNote)
    .where(ofArticle)
    .get();
  const resolved = read()
    .select({ notes: count(), last: max(articleNote.resolvedAt) })
    .from(articleNote)
    .where(and(ofArticle, isNotNull(articleNote.resolvedAt)))
    .get();
  return [all?.notes, all?.newest, resolved?.notes, resolved?.last?.getTime()].join();
}
