import { eq } from "drizzle-orm";
import { commentsTag } from "#core/page-tags";
import { addToCommentCount } from "./comments-count.ts";
import { addImportedComment, type ImportedComment } from "./comments-import.ts";
import { findImported, type ImportDeed, type Imported, rememberImported, sourceHash } from "./imports.ts";
import { comment } from "./schema.ts";

/**
 * Adds a comment, or brings what changed at its source into the one that an earlier run added. One that was decided or
 * edited here stays as it is. `parent` is the key of the one it answers, which came before. The hash is of what is public: an address leaves no trace of its own.
 */
export function importComment(
  deed: ImportDeed,
  { key, parent }: { key: string; parent: string | undefined },
  given: Omit<ImportedComment, "parentId">,
): Imported {
  const { tx, changed } = deed;
  const place = { source: deed.source, kind: "comment", key };
  const hash = sourceHash([given.authorName, given.website, given.text, given.status, given.postedAt]);
  const before = findImported(tx, place);
  if (!before) {
    const answered = parent === undefined ? undefined : findImported(tx, { ...place, key: parent });
    const id = addImportedComment(tx, changed, { ...given, parentId: answered?.id ?? null });
    rememberImported(deed, place, { id, hash });
    return { id, outcome: "taken" };
  }
  const row = tx.select().from(comment).where(eq(comment.id, before.id)).get();
  if (!row) return { id: before.id, outcome: "removed here" };
  if (before.hash === hash) return { id: row.id, outcome: "unchanged" };
  if (row.decidedBy !== null || row.editedAt !== null) return { id: row.id, outcome: "edited here" };
  tx.update(comment)
    .set({
      authorName: given.authorName,
      website: given.website,
      text: given.text,
      status: given.status,
      decidedAt: given.status === "held" ? null : given.postedAt,
    })
    .where(eq(comment.id, row.id))
    .run();
  addToCommentCount(tx, row.articleId, Number(given.status === "approved") - Number(row.status === "approved"));
  changed(commentsTag(row.articleId));
  rememberImported(deed, place, { id: row.id, hash });
  return { id: row.id, outcome: "changed" };
}
