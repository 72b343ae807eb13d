import { DEEPEST_INDENT } from "./comment.ts";

/** Comments on one page; the rest has addresses of its own. */
export const COMMENTS_ON_A_PAGE = 50;

export const commentOrders = ["oldest", "newest"] as const;
export type CommentOrder = (typeof commentOrders)[number];

type Threaded = { id: number; parentId: number | null };

/** A comment's place in the thread: its level as shown, from 1, and how many replies it really hangs below. */
export type ThreadPlace<Comment> = { comment: Comment; level: number; depth: number };

/**
 * Comments in the order they are read: each followed by its replies. Replies are always oldest first, since they answer
 * each other; `order` sorts the threads. Given oldest first; one whose parent is not among them stands on its own.
 */
export function threadOf<Comment extends Threaded>(
  comments: readonly Comment[],
  order: CommentOrder,
): ThreadPlace<Comment>[] {
  const present = new Set(comments.map(({ id }) => id));
  const roots: Comment[] = [];
  const repliesTo = new Map<number, Comment[]>();
  for (const comment of comments) {
    if (comment.parentId === null || !present.has(comment.parentId)) roots.push(comment);
    else {
      const siblings = repliesTo.get(comment.parentId);
      if (siblings) siblings.push(comment);
      else repliesTo.set(comment.parentId, [comment]);
    }
  }
  const thread: ThreadPlace<Comment>[] = [];
  // A stack rather than recursion: a thread may be thousands of replies deep.
  const waiting = (order === "newest" ? roots : roots.toReversed()).map((comment) => ({ comment, depth: 1 }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { comment, depth } = next;
    thread.push({ comment, depth, level: Math.min(depth, DEEPEST_INDENT) });
    const replies = repliesTo.get(comment.id) ?? [];
    for (const reply of replies.toReversed()) waiting.push({ comment: reply, depth: depth + 1 });
  }
  return thread;
}

/** A comment as readers see it. Of its writer there is what the writer chose to show. */
export type PublishedComment = {
  id: number;
  authorName: string;
  website: string | null;
  text: string;
  byStaff: boolean;
  postedAt: Date;
  editedAt: Date | null;
  /** Without a name where that comment has been removed. */
  inReplyTo: { id: number; authorName: string | undefined } | undefined;
  level: number;
};

/** What stands where a comment was that others have answered. */
export type RemovedComment = { id: number; removedBy: "moderator" | "writer"; level: number };

/** One page of an article's comments, in the order they are read. */
export type PageOfComments = { comments: (PublishedComment | RemovedComment)[]; page: number; pages: number };

/** The address of a page of comments; the first page, oldest first, is the article itself. */
export function commentsPagePath(articlePath: string, page: number, order: CommentOrder): string {
  const query = new URLSearchParams();
  if (order !== "oldest") query.set("order", order);
  if (page > 1) query.set("comments", String(page));
  return query.size === 0 ? articlePath : `${articlePath}?${query}`;
}

export const pagesOf = (comments: number): number => Math.max(1, Math.ceil(comments / COMMENTS_ON_A_PAGE));
