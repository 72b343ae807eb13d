import { sql } from "drizzle-orm";
import type { CommentStatus } from "#core/comment";
import { tidyCommentText, tidyName } from "#core/comment-text";
import { commentsTag } from "#core/page-tags";
import type { Changed, Writer } from "./client.ts";
import { addCommenter, findCommenter } from "./commenters.ts";
import { addToCommentCount } from "./comments-count.ts";
import { preparedOn } from "./prepared.ts";
import { comment } from "./schema.ts";

/** A comment that was written elsewhere, or for the demonstration: its status and date are given, no policy is asked. */
export type ImportedComment = {
  articleId: number;
  /** Of a comment added before. */
  parentId: number | null;
  authorName: string;
  /** "" where none was left. Kept encrypted, never shown. */
  email: string;
  website: string | null;
  /** Set where staff wrote it. */
  staffId?: number | null;
  /** Plain text; empty lines part paragraphs. */
  text: string;
  status: CommentStatus;
  postedAt: Date;
};

const addRow = preparedOn((tx: Writer) =>
  tx
    .insert(comment)
    .values({
      articleId: sql.placeholder("articleId"),
      parentId: sql.placeholder("parentId"),
      commenterId: sql.placeholder("commenterId"),
      staffId: sql.placeholder("staffId"),
      authorName: sql.placeholder("authorName"),
      website: sql.placeholder("website"),
      text: sql.placeholder("text"),
      status: sql.placeholder("status"),
      findings: ["imported"],
      postedAt: sql.placeholder("postedAt"),
      // As the column keeps it: a placeholder of its kind takes no null.
      decidedAt: sql`${sql.placeholder("decidedAt")}`,
    })
    .returning({ id: comment.id })
    .prepare(),
);

/** Adds a comment as it was, inside the importer's deed. Returns its id. Mails nobody. */
export function addImportedComment(tx: Writer, changed: Changed, given: ImportedComment): number {
  const who =
    given.email === "" ? undefined : (findCommenter(tx, given.email) ?? addCommenter(tx, given.email, given.postedAt));
  const { id } = addRow(tx).get({
    articleId: given.articleId,
    parentId: given.parentId,
    commenterId: who?.id ?? null,
    staffId: given.staffId ?? null,
    authorName: tidyName(given.authorName),
    website: given.website,
    text: tidyCommentText(given.text),
    status: given.status,
    postedAt: given.postedAt,
    decidedAt: given.status === "held" ? null : given.postedAt.getTime(),
  });
  if (given.status === "approved") {
    addToCommentCount(tx, given.articleId, 1);
    changed(commentsTag(given.articleId));
  }
  return id;
}
