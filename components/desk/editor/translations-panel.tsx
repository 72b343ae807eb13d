"use client";

import Link from "next/link";
import { useState } from "react";
import type { ArticleDeeds, TranslationAnswer } from "#core/article-deeds";
import type { ReasonOf } from "#core/result";
import { Button } from "../button.tsx";
import { commonWords } from "./common-words.ts";
import type { EditedArticle } from "./edited-article.ts";
import { FindAsTyped } from "./find-as-typed.tsx";
import { nameOfLanguage } from "./language-names.ts";
import styles from "./side.module.css";

type Props = {
  article: EditedArticle;
  /** Of the publication. */
  language: string;
  deeds: Pick<ArticleDeeds, "findArticles" | "nameTranslation" | "leaveTranslations">;
  onChanged: () => void;
};

const refusals: Record<ReasonOf<TranslationAnswer>, string> = {
  "signed-out": "You were signed out. Sign in again, then choose once more.",
  "not-found": "This article is no longer yours to edit.",
  unreadable: "That could not be read. Please try again.",
  ...commonWords,
  "not-allowed": "Only an editor names the translations of an article that readers have.",
  "no-such-article": "That article is gone. Please choose another.",
  itself: "An article is no translation of itself.",
  "together-already": "These two are named as translations of each other already.",
  "same-language": "Both are in one language. Set the language of this article first, under “When shared”.",
};

/** The same article in other languages. This belongs to the articles and changes at once. */
export function TranslationsPanel({ article, language, deeds, onChanged }: Props) {
  const [said, setSaid] = useState<{ words: string; isRefusal: boolean }>();
  const tell = (answer: TranslationAnswer, words: string) => {
    setSaid(answer.ok ? { words, isRefusal: false } : { words: refusals[answer.reason], isRefusal: true });
    if (answer.ok) onChanged();
  };
  const { translations } = article;
  return (
    <div className={styles.fields}>
      {translations.length > 0 && (
        <ul className={styles.history}>
          {translations.map((other) => (
            <li key={other.id}>
              {other.isOpen ? (
                <Link href={`/desk/articles/${other.id}`}>{other.headline || "Untitled"}</Link>
              ) : (
                other.headline
              )}
              <br />
              {nameOfLanguage(other.language ?? language)}, {other.state}
              {other.isOriginal && ", the original"}
            </li>
          ))}
        </ul>
      )}
      {article.mayMove && (
        <FindAsTyped
          label={translations.length > 0 ? "Another translation of it" : "This is a translation of"}
          placeholder="Begin with the headline"
          find={(words) => deeds.findArticles(article.id, words)}
          onChoose={async ({ id }) => tell(await deeds.nameTranslation(article.id, id), "Saved.")}
        >
          {({ headline, about }) => (
            <>
              {headline || "Untitled"} <small>{about}</small>
            </>
          )}
        </FindAsTyped>
      )}
      {said && (
        <p role={said.isRefusal ? "alert" : "status"} className={said.isRefusal ? styles.error : styles.done}>
          {said.words}
        </p>
      )}
      {article.mayMove && translations.length > 0 && (
        <Button
          kind="quiet"
          onClick={async () => tell(await deeds.leaveTranslations(article.id), "It stands alone again.")}
        >
          No translation of these
        </Button>
      )}
      <p className={styles.hint}>Readers of one are offered the others, once they are published.</p>
    </div>
  );
}
