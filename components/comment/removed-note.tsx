import type { RemovedComment } from "#core/comment-thread";
import styles from "./shown-comment.module.css";

const words: Record<RemovedComment["removedBy"], string> = {
  moderator: "This comment was removed by a moderator.",
  writer: "This comment was removed by its writer.",
};

/** Keeps the place of a comment that others have answered. */
export function RemovedNote({ comment }: { comment: RemovedComment }) {
  return (
    <p className={styles.removed} id={`comment-${comment.id}`}>
      {words[comment.removedBy]}
    </p>
  );
}
