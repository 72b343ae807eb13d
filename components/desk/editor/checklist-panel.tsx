"use client";

import { useState } from "react";
import type { ArticleDeeds, LinkFinding } from "#core/article-deeds";
import { type Advice, checklist, linksOf } from "#core/checklist";
import type { Draft } from "#core/draft";
import { Button } from "../button.tsx";
import styles from "./side.module.css";

const times = (count: number, one: string, many: string) => (count === 1 ? one : `${count} ${many}`);

function adviceWords(advice: Advice): string {
  switch (advice.kind) {
    case "no-headline":
      return "A headline: without one it cannot be published.";
    case "long-headline":
      return `The headline has ${advice.length} letters; search results cut it.`;
    case "no-standfirst":
      return "A standfirst: lists and search results print it.";
    case "no-byline":
      return "A byline.";
    case "no-text":
      return "The text itself.";
    case "no-picture":
      return "A picture, if there is one: lists look poorer without.";
    case "undescribed-pictures":
      return `${times(advice.count, "A picture is", "pictures are")} not described for readers who cannot see.`;
    case "uncredited-pictures":
      return `${times(advice.count, "A picture does", "pictures do")} not say who made it.`;
    case "heading-out-of-order":
      return "A smaller heading stands where a larger one is due.";
    case "empty-notes":
      return `${times(advice.count, "A footnote is", "footnotes are")} empty.`;
  }
}

const findings: Record<LinkFinding["found"], string> = {
  answers: "answers",
  "not-public": "is not an address of the public web",
  "no-answer": "does not answer",
  refused: "answers that there is nothing",
};

type Props = { draft: Draft; deeds: Pick<ArticleDeeds, "tryLinks"> };

/** What to look at before readers do. It advises, and blocks only what would break a page. */
export function ChecklistPanel({ draft, deeds }: Props) {
  const [tried, setTried] = useState<readonly LinkFinding[] | "trying">();
  const advice = checklist(draft);
  const links = linksOf(draft);
  return (
    <div className={styles.fields}>
      {advice.length === 0 ? (
        <p className={styles.done}>Nothing is missing.</p>
      ) : (
        <ul className={styles.advice}>
          {advice.map((one) => (
            <li key={one.kind} className={one.blocks ? styles.error : undefined}>
              {adviceWords(one)}
            </li>
          ))}
        </ul>
      )}
      {links.length > 0 && (
        <div className={styles.fields}>
          <Button
            disabled={tried === "trying"}
            onClick={async () => {
              setTried("trying");
              setTried(await deeds.tryLinks(links).catch(() => undefined));
            }}
          >
            {tried === "trying" ? "Trying…" : `Try ${times(links.length, "the link", "links")}`}
          </Button>
          {Array.isArray(tried) && <Tried findings={tried} />}
        </div>
      )}
    </div>
  );
}

function Tried({ findings: tried }: { findings: readonly LinkFinding[] }) {
  const bad = tried.filter(({ found }) => found !== "answers");
  if (bad.length === 0)
    return (
      <p role="status" className={styles.done}>
        All of them answer.
      </p>
    );
  return (
    <ul className={styles.advice} role="status">
      {bad.map(({ href, found }) => (
        <li key={href}>
          {href} {findings[found]}.
        </li>
      ))}
    </ul>
  );
}
