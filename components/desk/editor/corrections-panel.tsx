"use client";

import { type FormEvent, useState } from "react";
import type { ArticleDeeds } from "#core/article-deeds";
import type { ReasonOf } from "#core/result";
import { Button } from "../button.tsx";
import { useUnsent } from "../unsent.ts";
import { commonWords } from "./common-words.ts";
import type { EditedArticle } from "./edited-article.ts";
import styles from "./side.module.css";

type Props = {
  article: EditedArticle;
  clock: (at: Date) => string;
  deeds: Pick<ArticleDeeds, "correct">;
  onCorrected: () => void;
};

type Refusal = ReasonOf<Awaited<ReturnType<ArticleDeeds["correct"]>>>;

const refusals: Record<Refusal, string> = {
  "signed-out": "You were signed out. Sign in again, then publish it once more.",
  "not-found": "This article is no longer yours to correct.",
  unreadable: "Please use up to 2,000 characters.",
  empty: "Please write what was wrong and what is right.",
  "never-published": "Readers have not seen this article yet, so there is nothing to correct.",
  ...commonWords,
};

/** Corrections are published with their date and stay listed; a wrong one is followed by another. */
export function CorrectionsPanel({ article, clock, deeds, onCorrected }: Props) {
  const [text, setText] = useState("");
  const [refused, setRefused] = useState("");
  const [pending, setPending] = useState(false);
  useUnsent(() => !pending && text.trim() !== "");
  const publish = async (event: FormEvent) => {
    event.preventDefault();
    if (pending) return;
    setPending(true);
    const answer = await deeds.correct(article.id, text);
    setPending(false);
    setRefused(answer.ok ? "" : refusals[answer.reason]);
    if (!answer.ok) return;
    setText((newer) => (newer === text ? "" : newer));
    onCorrected();
  };
  return (
    <div className={styles.fields}>
      {article.corrections.length > 0 && (
        <ul className={styles.history}>
          {article.corrections.map(({ id, text: words, publishedAt }) => (
            <li key={id}>
              {clock(publishedAt)}
              <q>{words}</q>
            </li>
          ))}
        </ul>
      )}
      <form onSubmit={publish} className={styles.fields}>
        <label className={styles.field}>
          Correction
          <textarea
            rows={3}
            value={text}
            maxLength={2_000}
            placeholder="An earlier version said … In fact …"
            aria-invalid={refused ? true : undefined}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <small>Mend the text as well: this is the note that stands above it.</small>
        </label>
        {refused && (
          <p role="alert" className={styles.error}>
            {refused}
          </p>
        )}
        <Button type="submit" aria-disabled={pending || undefined}>
          Publish the correction
        </Button>
      </form>
    </div>
  );
}
