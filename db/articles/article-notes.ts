import { and, asc, count, eq, inArray, isNotNull, isNull, max, or, type SQL } from "drizzle-orm";
import type { NoteOnDraft, Passage } from "#core/note";
import { accept, type Result, refuse } from "#core/result";
import { read, transaction, type Writer } from "../client.ts";
import { type Actor, record } from "../log.ts";
import { articleNote } from "../schema.ts";
import { findWorkingArticle, loggedArticle } from "./working-article.ts";

type GivenNote = Passage & { text: string };

/** An outsider has no account and is known by the link they came with. */
export type NoteAuthor = { name: string } & ({ staffId: number } | { previewLinkId: number });

/** Outsiders may leave so many notes and replies on an article before somebody resolves some. */
const MOST_OPEN = 200;

/** Leaves a note on an article. */
export function leaveNote(
  articleId: number,
  author: NoteAuthor,
  { passage, before, after, text }: GivenNote,
  now: Date,
): Promise<Result<number, "not-found" | "too-many">> {
  return transaction(async (tx) => {
    const row = findWorkingArticle(tx, articleId, now);
    if (!row) return refuse("not-found");
    if (isTooMany(tx, articleId, author)) return refuse("too-many");
    const { id } = tx
      .insert(articleNote)
      .values({
        articleId,
        passage,
        passageBefore: before,
        passageAfter: after,
        text,
        ...columnsOf(author),
        createdAt: now,
      })
      .returning({ id: articleNote.id })
      .get();
    record(tx, actorOf(author), "note", loggedArticle(tx, row), now, { note: text });
    return accept(id);
  });
}

/**
 * Answers a note; one that was resolved is thereby taken up again. An outsider answers those that were left with their
 * own link: of the others they know nothing.
 */
export function replyToNote(
  articleId: number,
  author: NoteAuthor,
  { noteId, text }: { noteId: number; text: string },
  now: Date,
): Promise<Result<null, "not-found" | "too-many">> {
  return transaction(async (tx) => {
    const row = findWorkingArticle(tx, articleId, now);
    const note = tx
      .select({ previewLinkId: articleNote.previewLinkId })
      .from(articleNote)
      .where(and(eq(articleNote.id, noteId), eq(articleNote.articleId, articleId), isNull(articleNote.parentId)))
      .get();
    const isTheirs = "staffId" in author || note?.previewLinkId === author.previewLinkId;
    if (!row || !note || !isTheirs) return refuse("not-found");
    if (isTooMany(tx, articleId, author)) return refuse("too-many");
    setResolved(tx, noteId, open);
    tx.insert(articleNote)
      .values({ articleId, parentId: noteId, text, ...columnsOf(author), createdAt: now })
      .run();
    record(tx, actorOf(author), "reply-to-note", loggedArticle(tx, row), now, { note: text });
    return accept(null);
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
    const row = findWorkingArticle(tx, articleId, now);
    const note = tx
      .select({ text: articleNote.text, resolvedAt: articleNote.resolvedAt })
      .from(articleNote)
      .where(and(eq(articleNote.id, noteId), eq(articleNote.articleId, articleId), isNull(articleNote.parentId)))
      .get();
    if (!row || !note) return refuse("not-found");
    // Two who press at once mean the same; it happened once.
    if (resolved === (note.resolvedAt !== null)) return accept(null);
    setResolved(tx, noteId, resolved ? { resolvedAt: now, resolvedBy: actor.staffId } : open);
    record(tx, actor, resolved ? "resolve-note" : "reopen-note", loggedArticle(tx, row), now, { note: note.text });
    return accept(null);
  });
}

/** Takes a note that was resolved away for good, with its replies. The article's history keeps what it said. */
export function deleteNote(
  actor: Actor,
  articleId: number,
  noteId: number,
  now: Date,
): Promise<Result<null, "not-found">> {
  return transaction(async (tx) => {
    const row = findWorkingArticle(tx, articleId, now);
    const isResolved = and(eq(articleNote.id, noteId), isNotNull(articleNote.resolvedAt), isNull(articleNote.parentId));
    const note = tx
      .select({ text: articleNote.text })
      .from(articleNote)
      .where(and(isResolved, eq(articleNote.articleId, articleId)))
      .get();
    if (!row || !note) return refuse("not-found");
    tx.delete(articleNote).where(withReplies(noteId)).run();
    record(tx, actor, "delete-note", loggedArticle(tx, row), now, { note: note.text });
    return accept(null);
  });
}

const withReplies = (noteId: number) => or(eq(articleNote.id, noteId), eq(articleNote.parentId, noteId));

const open = { resolvedAt: null, resolvedBy: null };

/** A note and its replies are open, or resolved, as one. */
function setResolved(tx: Writer, noteId: number, how: { resolvedAt: Date | null; resolvedBy: number | null }): void {
  tx.update(articleNote).set(how).where(withReplies(noteId)).run();
}

function isTooMany(tx: Writer, articleId: number, author: NoteAuthor): boolean {
  if ("staffId" in author) return false;
  const all = and(eq(articleNote.articleId, articleId), isNull(articleNote.resolvedAt));
  return (tx.select({ notes: count() }).from(articleNote).where(all).get()?.notes ?? 0) >= MOST_OPEN;
}

const columnsOf = (author: NoteAuthor) => ({
  staffId: "staffId" in author ? author.staffId : null,
  previewLinkId: "previewLinkId" in author ? author.previewLinkId : null,
  authorName: author.name,
});

const actorOf = (author: NoteAuthor): Actor =>
  "staffId" in author ? author : { staffId: null, name: `${author.name}, with a preview link` };

/** All notes on an article, oldest first: staff see every one. */
export const listNotes = (articleId: number): Promise<NoteOnDraft[]> => listWhere(eq(articleNote.articleId, articleId));

/** The open notes that were left through a link. Nobody outside reads what the desk notes among itself. */
export const listNotesOfLink = (previewLinkId: number): Promise<NoteOnDraft[]> =>
  listWhere(and(eq(articleNote.previewLinkId, previewLinkId), isNull(articleNote.resolvedAt)));

async function listWhere(which: SQL | undefined): Promise<NoteOnDraft[]> {
  const notes = read()
    .select({
      ...written,
      passage: articleNote.passage,
      before: articleNote.passageBefore,
      after: articleNote.passageAfter,
      resolvedAt: articleNote.resolvedAt,
    })
    .from(articleNote)
    .where(and(which, isNull(articleNote.parentId)))
    .orderBy(...oldestFirst)
    .all();
  const ids = notes.map(({ id }) => id);
  const replies = read()
    .select({ ...written, parentId: articleNote.parentId })
    .from(articleNote)
    .where(inArray(articleNote.parentId, ids))
    .orderBy(...oldestFirst)
    .all();
  const repliesTo = Map.groupBy(replies, ({ parentId }) => parentId);
  return notes.map((note) => ({
    ...withAuthor(note),
    replies: (repliesTo.get(note.id) ?? []).map(({ parentId: _parent, ...reply }) => withAuthor(reply)),
  }));
}

const written = {
  id: articleNote.id,
  text: articleNote.text,
  authorName: articleNote.authorName,
  staffId: articleNote.staffId,
  createdAt: articleNote.createdAt,
};
const oldestFirst = [asc(articleNote.createdAt), asc(articleNote.id)];

const withAuthor = <Row extends { staffId: number | null }>({ staffId, ...row }: Row) => ({
  ...row,
  isOutsider: staffId === null,
});

/** Differs from the one before as soon as a note was left, answered, resolved, taken up again or deleted. */
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
