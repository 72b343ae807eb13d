"use client";

import Link from "next/link";
import { useEffect, useState } from "react";
import { readingMinutes, wordCount } from "#core/document";
import type { Draft } from "#core/draft";
import { Button } from "../button.tsx";
import styles from "./article-editor.module.css";
import { saveWords } from "./save-words.ts";
import type { DraftState } from "./use-draft.ts";

const time = (at: Date) => at.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });

/** How the words stand: saved or not, and why not, always in sight and read aloud when it changes. */
export function SaveNote({ save }: { save: DraftState }) {
  const { state, keptHere } = save;
  const isWell = state.kind === "saved" || state.kind === "saving" || state.kind === "unsaved";
  return (
    <p className={isWell ? styles.saved : styles.unsaved} role="status" data-save={state.kind}>
      {saveWords(state, keptHere, time)}
      {state.kind === "signed-out" && (
        <Button
          kind="quiet"
          onClick={() => window.open("/sign-in?next=%2Fsign-in%2Fagain", "sign-in-again", "width=560,height=720")}
        >
          Sign in again
        </Button>
      )}
    </p>
  );
}

/** Words and reading time, counted when the writing pauses. */
export function WordCount({ body, language }: { body: Draft["body"]; language: string }) {
  const [words, setWords] = useState(() => wordCount(body, language));
  useEffect(() => {
    const timer = setTimeout(() => setWords(wordCount(body, language)), 300);
    return () => clearTimeout(timer);
  }, [body, language]);
  return (
    <p className={styles.count}>
      {words.toLocaleString("en-GB")} words · {readingMinutes(words)} min
    </p>
  );
}

/** What stands beside the paper. */
export type Beside = "details" | "preview";

type HeadProps = {
  others: readonly string[];
  isFull: boolean;
  onFull: () => void;
  beside: Beside | undefined;
  onBeside: (beside: Beside | undefined) => void;
  articleId: number;
};

export function EditorLinks({ others, isFull, onFull, beside, onBeside, articleId }: HeadProps) {
  return (
    <div className={styles.links}>
      {others.length > 0 && (
        <p className={styles.others} role="status">
          Also open: {others.join(", ")}
        </p>
      )}
      <Link href={`/desk/articles/${articleId}/preview`} prefetch={false}>
        Share the draft
      </Link>
      <Link href={`/desk/articles/${articleId}/versions`} prefetch={false}>
        Versions
      </Link>
      <button type="button" onClick={onFull} aria-pressed={isFull}>
        {isFull ? "Leave full screen" : "Full screen"}
      </button>
      {(["preview", "details"] as const).map((which) => (
        <button
          key={which}
          type="button"
          onClick={() => onBeside(beside === which ? undefined : which)}
          aria-expanded={beside === which}
        >
          {which === "preview" ? "Preview" : "Details"}
        </button>
      ))}
    </div>
  );
}
