import { and, asc, eq, isNull } from "drizzle-orm";
import { accept, type Result, refuse } from "#core/result";
import { read, transaction } from "../client.ts";
import type { Actor } from "../log.ts";
import { articleNote } from "../schema.ts";

export type Note = {
  /** The words it is about, as they stood then; "" for the article as a whole. */
  passage: string;
  text: string;
};

/** An outsider may leave so many notes on an article before somebody resolves some. */
const MOST_OPEN = 200;

/** Leaves a note on an article: staff's, or an outsider's who gives a name. */
export function leaveNote(
  articleId: number,
  author: { staffId: number | null; name: string },
  { passage, text }: Note,
  now: Date,
): Promise<Result<number, "too-many">> {
  return transaction(async (tx) => {
    const open = tx
      .select({ id: articleNote.id })
      .from(articleNote)
      .where(and(eq(articleNote.articleId, articleId), isNull(articleNote.resolvedAt)))
      .all();
    if (author.staffId === null && open.length >= MOST_OPEN) return refuse("too-many");
    const { id } = tx
      .insert(articleNote)
      .values({ articleId, passage, text, staffId: author.staffId, authorName: author.name, createdAt: now })
      .returning({ id: articleNote.id })
      .get();
    return accept(id);
  });
}

/** Settles a note, or takes it up again. */
export function settleNote(
  actor: Actor,
  articleId: number,
  noteId: number,
  settled: boolean,
  now: Date,
): Promise<Result<null, "not-found">> {
  return transaction(async (tx) => {
    const { changes } = tx
      .update(articleNote)
      .set(settled ? { resolvedAt: now, resolvedBy: actor.staffId } : { resolvedAt: null, resolvedBy: null })
      .where(and(eq(articleNote.id, noteId), eq(articleNote.articleId, articleId)))
      .run();
    return changes > 0 ? accept(null) : refuse("not-found");
  });
}

/** The notes on an article, oldest first. */
export async function listNotes(articleId: number) {
  return read()
    .select({
      id: articleNote.id,
      passage: articleNote.passage,
      text: articleNote.text,
      authorName: articleNote.authorName,
      isOutsider: articleNote.staffId,
      createdAt: articleNote.createdAt,
      resolvedAt: articleNote.resolvedAt,
    })
    .from(articleNote)
    .where(eq(articleNote.articleId, articleId))
    .orderBy(asc(articleNote.createdAt))
    .all()
    .map(({ isOutsider, ...note }) => ({ ...note, isOutsider: isOutsider === null }));
}
