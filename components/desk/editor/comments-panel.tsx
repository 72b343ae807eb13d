"use client";

import { useState } from "react";
import type { ArticleDeeds, CommentsAnswer } from "#core/article-deeds";
import { momentAt } from "#core/local-time";
import type { ReasonOf } from "#core/result";
import { commonWords } from "./common-words.ts";
import type { EditedArticle } from "./edited-article.ts";
import styles from "./side.module.css";

type Props = {
  article: EditedArticle;
  timeZone: string;
  deeds: Pick<ArticleDeeds, "setComments">;
};

const refusals: Record<ReasonOf<CommentsAnswer>, string> = {
  "signed-out": "You were signed out. Sign in again, then set it once more.",
  "not-found": "This article is no longer yours to edit.",
  unreadable: "That is no time. Please look at it again.",
  ...commonWords,
  "not-allowed": "Only an editor opens or closes comments.",
};

const isPast = (local: string, timeZone: string) => {
  const moment = momentAt(local, timeZone);
  return moment !== undefined && moment <= new Date();
};

/** Whether readers may comment. Changes at once, a time once it is typed to its end; comments that are there stay. */
export function CommentsPanel({ article, timeZone, deeds }: Props) {
  const [open, setOpen] = useState(article.commentsOpen);
  const [closeAt, setCloseAt] = useState(article.commentsCloseAt);
  const [typedCloseAt, setTypedCloseAt] = useState(closeAt);
  const [isOver, setIsOver] = useState(() => isPast(closeAt, timeZone));
  const [said, setSaid] = useState<{ words: string; isRefusal: boolean }>();
  const set = async (nextOpen: boolean, nextCloseAt: string) => {
    const answer = await deeds.setComments(article.id, { open: nextOpen, closeAt: nextCloseAt });
    if (!answer.ok) {
      setSaid({ words: refusals[answer.reason], isRefusal: true });
      return;
    }
    setOpen(nextOpen);
    setCloseAt(nextCloseAt);
    setIsOver(isPast(nextCloseAt, timeZone));
    setSaid({ words: "Saved.", isRefusal: false });
  };
  return (
    <div className={styles.fields}>
      <label className={styles.check}>
        <input type="checkbox" checked={open} onChange={(event) => void set(event.currentTarget.checked, closeAt)} />{" "}
        Readers may comment
      </label>
      {open && (
        <label className={styles.field}>
          Until, as clocks show it in {timeZone.replaceAll("_", " ")}
          <input
            type="datetime-local"
            value={typedCloseAt}
            onChange={(event) => setTypedCloseAt(event.currentTarget.value)}
            onBlur={() => {
              if (typedCloseAt !== closeAt) void set(open, typedCloseAt);
            }}
          />
          <small>
            {isOver
              ? "That time is past: readers can no longer comment."
              : "Left empty, the publication’s own rule holds."}
          </small>
        </label>
      )}
      {said && (
        <p role={said.isRefusal ? "alert" : "status"} className={said.isRefusal ? styles.error : styles.done}>
          {said.words}
        </p>
      )}
    </div>
  );
}
