import { and, asc, eq, inArray, sql } from "drizzle-orm";
import {
  COMMENTS_ON_A_PAGE,
  type CommentOrder,
  type PageOfComments,
  pagesOf,
  type ThreadPlace,
  threadOf,
} from "#core/comment-thread";
import { read } from "./client.ts";
import { prepared, preparedForList } from "./prepared.ts";
import { comment } from "./schema.ts";

/*
 * The public door to comments: only what has been approved, with its columns listed one by one. Nothing here may join
 * `commenter`, so that no mistake on a page can show an address.
 */

type Skeleton = { id: number; parentId: number | null; status: string };

/** One page of an article's comments, in the order they are read. A page beyond the last is empty. */
export async function listPublishedComments(
  articleId: number,
  { order, page }: { order: CommentOrder; page: number },
): Promise<PageOfComments> {
  const thread = threadOf(await skeletonOf(articleId), order);
  const places = thread.slice((page - 1) * COMMENTS_ON_A_PAGE, page * COMMENTS_ON_A_PAGE);
  return { comments: await shown(places), page, pages: pagesOf(thread.length) };
}

/** Whether an article's comments go on to a page of that number. */
export async function hasPageOfComments(articleId: number, page: number): Promise<boolean> {
  return page <= pagesOf(threadOf(await skeletonOf(articleId), "oldest").length);
}

/** On which page of an article's comments (oldest first) a comment stands; undefined where readers do not see it. */
export async function findPageOfComment(articleId: number, commentId: number): Promise<number | undefined> {
  const at = threadOf(await skeletonOf(articleId), "oldest").findIndex(({ comment: { id } }) => id === commentId);
  return at === -1 ? undefined : Math.floor(at / COMMENTS_ON_A_PAGE) + 1;
}

/** The name to show above a reply's form. */
export async function findCommentToAnswer(articleId: number, commentId: number) {
  return read()
    .select({ id: comment.id, authorName: comment.authorName })
    .from(comment)
    .where(and(eq(comment.id, commentId), eq(comment.articleId, articleId), eq(comment.status, "approved")))
    .get();
}

const columns = { id: comment.id, parentId: comment.parentId, status: comment.status, postedAt: comment.postedAt };

const approvedOf = prepared((reader) =>
  reader
    .select(columns)
    .from(comment)
    .where(and(eq(comment.articleId, sql.placeholder("articleId")), eq(comment.status, "approved")))
    .orderBy(asc(comment.postedAt), asc(comment.id))
    .prepare(),
);

/** The approved comments and whatever they hang on, oldest first. */
async function skeletonOf(articleId: number): Promise<Skeleton[]> {
  const found = approvedOf().all({ articleId });
  const present = new Map(found.map((one) => [one.id, one]));
  const missing = () =>
    [...present.values()].flatMap(({ parentId }) => (parentId !== null && !present.has(parentId) ? [parentId] : []));
  for (let ids = missing(); ids.length > 0; ids = missing()) {
    const parents = read().select(columns).from(comment).where(inArray(comment.id, ids)).all();
    for (const parent of parents) present.set(parent.id, parent);
    // A parent that is gone altogether: what hung on it stands on its own.
    for (const one of present.values()) {
      if (one.parentId !== null && !present.has(one.parentId)) present.set(one.id, { ...one, parentId: null });
    }
  }
  return [...present.values()].sort(
    (one, other) => one.postedAt.getTime() - other.postedAt.getTime() || one.id - other.id,
  );
}

const wordsOf = preparedForList((reader, ids) =>
  reader
    .select({
      id: comment.id,
      authorName: comment.authorName,
      website: comment.website,
      text: comment.text,
      status: comment.status,
      staffId: comment.staffId,
      postedAt: comment.postedAt,
      editedAt: comment.editedAt,
    })
    .from(comment)
    .where(inArray(comment.id, ids))
    .prepare(),
);

async function shown(places: readonly ThreadPlace<Skeleton>[]): Promise<PageOfComments["comments"]> {
  const ids = places.map(({ comment: { id } }) => id);
  if (ids.length === 0) return [];
  const { statement, values } = wordsOf([...ids, ...places.flatMap(({ comment: { parentId } }) => parentId ?? [])]);
  const rows = statement.all(values);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return places.flatMap(({ comment: { id, parentId }, level }): PageOfComments["comments"] => {
    const row = byId.get(id);
    if (!row) return [];
    if (row.status !== "approved") return [{ id, level, removedBy: row.text === "" ? "writer" : "moderator" }];
    const parent = parentId === null ? undefined : byId.get(parentId);
    const { status: _, staffId, ...published } = row;
    const inReplyTo = parent && {
      id: parent.id,
      authorName: parent.status === "approved" ? parent.authorName : undefined,
    };
    return [{ ...published, byStaff: staffId !== null, level, inReplyTo }];
  });
}
