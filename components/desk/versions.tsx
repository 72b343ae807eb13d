import Link from "next/link";
import type { ReactNode } from "react";
import { plainText } from "#core/document";
import { Button } from "./button.tsx";
import { type Compared, compareLine, compareWords } from "./editor/compare-words.ts";
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
  clock: (at: Date) => string;
  hrefOf: (number: number) => string;
  children: ReactNode;
};

/** Every save point of an article, newest first, beside the one that is looked at. */
export function VersionList({ points, chosen, clock, hrefOf, children }: ListProps) {
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

type ComparisonProps = {
  points: readonly Point[];
  chosen: Point;
  /** The one it is compared with, whichever of the two is older. */
  other: Point | undefined;
  /** Their texts, the older one first; alone where there is nothing to compare with. */
  texts: readonly [older: Compared | undefined, newer: Compared];
  /** What belongs to no single text and changed between the two. */
  moves: readonly { part: string; before: string; after: string }[];
  nameOf: (contributorId: number) => string;
  clock: (at: Date) => string;
  children: ReactNode;
};

/** A version as a comparison with any other one; the only one is shown as it is. */
export function VersionComparison({ points, chosen, other, texts, moves, ...rest }: ComparisonProps) {
  const { nameOf, clock, children } = rest;
  const [before, after] = texts;
  const [older, newer] = other && other.number > chosen.number ? [chosen, other] : [other, chosen];
  return (
    <>
      <h2 className={styles.title}>{older ? "What changed" : "The first version"}</h2>
      {older && (
        <p className={styles.between}>
          From {inWords(older, clock)} to {inWords(newer, clock)}. Struck through is what is gone, underlined what is
          new.
        </p>
      )}
      {points.length > 1 && (
        <form className={styles.choose}>
          <input type="hidden" name="version" value={chosen.number} />
          <label>
            Compare with{" "}
            <select key={`${chosen.number} ${other?.number}`} name="with" defaultValue={other?.number}>
              {points
                .filter(({ number }) => number !== chosen.number)
                .map((point) => (
                  <option key={point.number} value={point.number}>
                    {inWords(point, clock)}
                  </option>
                ))}
            </select>
          </label>
          <Button type="submit">Compare</Button>
        </form>
      )}
      {before ? (
        <ComparisonInWords
          comparison={[
            ...compareWords(before, after, nameOf),
            ...moves.flatMap((move) => compareLine(move.part, move.before, move.after)),
          ]}
          nothing="Every word is the same. What changed is emphasis or details, or a step was taken."
        />
      ) : (
        <p className={styles.words}>
          {[after.headline, after.standfirst, plainText(after.body)].filter(Boolean).join("\n\n") || "Nothing yet."}
        </p>
      )}
      <div key={chosen.number} className={styles.restore}>
        {children}
      </div>
    </>
  );
}

const inWords = ({ savedAt, savedBy, occasion }: Point, clock: (at: Date) => string) =>
  `${clock(savedAt)} (${savedBy ?? "the desk"} ${occasions[occasion] ?? "kept it"})`;
