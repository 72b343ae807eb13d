import Link from "next/link";
import type { ReactNode } from "react";
import type { Document } from "#core/document";
import { plainText } from "#core/document";
import { deskClock } from "./desk-clock.tsx";
import { compareWords } from "./editor/compare-words.ts";
import { ComparisonInWords } from "./editor/comparison.tsx";
import styles from "./versions.module.css";

type Point = {
  number: number;
  occasion: string;
  savedAt: Date;
  savedBy: string | null;
  wordCount: number;
};

/** What made a save point, as a sentence goes on after a name. */
const occasions: Record<string, string> = {
  save: "wrote",
  submit: "handed in",
  "ask-for-changes": "sent back",
  approve: "approved",
  schedule: "scheduled",
  unschedule: "took off the schedule",
  publish: "published",
  withdraw: "withdrew",
  restore: "restored",
  "set-aside": "set aside, for another version to go on",
  import: "imported",
};

type ListProps = {
  points: readonly Point[];
  chosen: number;
  timeZone: string;
  now: Date;
  hrefOf: (number: number) => string;
  children: ReactNode;
};

/** Every save point of an article, newest first, beside the one that is looked at. */
export function VersionList({ points, chosen, timeZone, now, hrefOf, children }: ListProps) {
  const clock = deskClock(timeZone, now);
  return (
    <div className={styles.versions}>
      <ol className={styles.list} reversed aria-label="Save points">
        {points.map(({ number, occasion, savedAt, savedBy, wordCount }) => (
          <li key={number}>
            <Link href={hrefOf(number)} aria-current={number === chosen ? "true" : undefined} scroll={false}>
              <strong>{clock(savedAt)}</strong>
              <span>
                {savedBy ?? "The desk"} {occasions[occasion] ?? "kept it"} · {wordCount.toLocaleString("en-GB")} words
              </span>
            </Link>
          </li>
        ))}
      </ol>
      <div className={styles.shown}>{children}</div>
    </div>
  );
}

type Text = { kicker: string; headline: string; standfirst: string; body: Document };

type ComparisonProps = { version: Point; before: Text | undefined; content: Text; children: ReactNode };

/** A version as a comparison with the one before it; the first one is shown as it is. */
export function VersionComparison({ version, before, content, children }: ComparisonProps) {
  return (
    <>
      <h2 className={styles.title}>{before ? "What changed" : "The first version"}</h2>
      {before ? (
        <ComparisonInWords
          comparison={compareWords(before, content)}
          nothing="The words are those of the version before. What changed is emphasis, links, pictures or details, or a step was taken."
        />
      ) : (
        <p className={styles.words}>
          {[content.headline, content.standfirst, plainText(content.body)].filter(Boolean).join("\n\n") ||
            "Nothing yet."}
        </p>
      )}
      <div key={version.number} className={styles.restore}>
        {children}
      </div>
    </>
  );
}
