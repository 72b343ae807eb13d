"use client";

import { useState } from "react";
import type { DeleteAnswer } from "#core/article-deeds";
import { UNDO_DAYS } from "#core/undo";
import { Ask } from "../ask.tsx";
import { Button } from "../button.tsx";
import styles from "./side.module.css";
import { stepRefusals } from "./step-words.ts";

type Props = {
  headline: string;
  isLive: boolean;
  /** Some text of it is to go out by itself. */
  waits: boolean;
  /** Saves what was typed, deletes, and leaves the page. */
  remove: () => Promise<DeleteAnswer>;
};

export function DeletePanel({ headline, isLive, waits, remove }: Props) {
  const [refusal, setRefusal] = useState<string>();
  const [pending, setPending] = useState(false);
  const name = headline || "Untitled";
  const go = async () => {
    setPending(true);
    const answer = await remove();
    if (answer.ok) return;
    setPending(false);
    setRefusal(stepRefusals[answer.reason]);
  };
  return (
    <div className={styles.fields}>
      <p className={styles.hint}>With its versions, notes and comments. It can be undone for {UNDO_DAYS} days.</p>
      <Ask button="Delete" question={`Delete “${name}”?`}>
        <p>
          {isLive && "Its page is gone for readers at once. "}
          {waits && "What is scheduled no longer goes out. "}It can be brought back for {UNDO_DAYS} days, under
          Articles, Deleted.
        </p>
        {refusal && (
          <p role="alert" className={styles.error}>
            {refusal}
          </p>
        )}
        <Button kind="danger" disabled={pending} onClick={go}>
          Delete “{name}”
        </Button>
      </Ask>
    </div>
  );
}
