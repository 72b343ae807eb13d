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

export const pagesOf = (comments: number): number => Math.max(1, Math.ceil(comments / COMMENTS_ON_A_PAGE));
