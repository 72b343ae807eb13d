"use client";

import { useState } from "react";
import type { ArticleDeeds, ContributorChoice } from "#core/article-deeds";
import type { Draft } from "#core/draft";
import type { ReasonOf } from "#core/result";
import { Button } from "../button.tsx";
import { commonWords } from "./common-words.ts";
import { FindAsTyped } from "./find-as-typed.tsx";
import styles from "./side.module.css";

type Line = Draft["bylines"][number];

type Props = {
  bylines: readonly Line[];
  nameOf: (contributorId: number) => string;
  onChange: (bylines: Line[]) => void;
  /** Learns a name that the article did not have before. */
  onKnown: (contributor: ContributorChoice) => void;
  deeds: Pick<ArticleDeeds, "findContributors" | "addContributor">;
};

/** Who wrote it, in the order of print, with the affiliation as it will be printed. */
export function BylinePanel({ bylines, nameOf, onChange, onKnown, deeds }: Props) {
  const put = (at: number, line: Line) => onChange(bylines.map((old, index) => (index === at ? line : old)));
  const move = (at: number, by: -1 | 1) => {
    const next = [...bylines];
    const [line] = next.splice(at, 1);
    if (line) next.splice(at + by, 0, line);
    onChange(next);
  };
  const add = (contributor: ContributorChoice) => {
    if (bylines.some(({ contributorId }) => contributorId === contributor.id)) return;
    onKnown(contributor);
    onChange([...bylines, { contributorId: contributor.id, affiliation: contributor.affiliation }]);
  };
  return (
    <div className={styles.fields}>
      <ol className={styles.bylines}>
        {bylines.map((line, at) => {
          const name = nameOf(line.contributorId);
          return (
            <li key={line.contributorId}>
              <div className={styles.bylineHead}>
                <strong>{name}</strong>
                <button type="button" aria-label={`${name} earlier`} disabled={at === 0} onClick={() => move(at, -1)}>
                  ↑
                </button>
                <button
                  type="button"
                  aria-label={`${name} later`}
                  disabled={at === bylines.length - 1}
                  onClick={() => move(at, 1)}
                >
                  ↓
                </button>
                <button
                  type="button"
                  aria-label={`Take ${name} off the byline`}
                  onClick={() => onChange(bylines.filter((_, index) => index !== at))}
                >
                  ×
                </button>
              </div>
              <input
                aria-label={`Affiliation of ${name}, as printed`}
                placeholder="Affiliation, as it will be printed"
                value={line.affiliation}
                maxLength={300}
                onChange={(event) => put(at, { ...line, affiliation: event.currentTarget.value })}
              />
            </li>
          );
        })}
      </ol>
      <AddContributor onAdd={add} deeds={deeds} />
    </div>
  );
}

type Refusal = ReasonOf<Awaited<ReturnType<ArticleDeeds["addContributor"]>>>;

const refusals: Record<Refusal, string> = {
  "signed-out": "You were signed out. Sign in again, then add them once more.",
  "not-found": "You may no longer add anybody.",
  unreadable: "Please use up to 120 characters.",
  empty: "Please give a name.",
  ...commonWords,
};

function AddContributor({ onAdd, deeds }: Pick<Props, "deeds"> & { onAdd: (contributor: ContributorChoice) => void }) {
  const [pending, setPending] = useState(false);
  const [refused, setRefused] = useState<string>();
  return (
    <FindAsTyped
      label="Add somebody"
      placeholder="Begin with a name"
      find={deeds.findContributors}
      onChoose={onAdd}
      below={(name, found, done) =>
        found.every((contributor) => contributor.name.toLowerCase() !== name.toLowerCase()) && (
          <li>
            <Button
              kind="quiet"
              disabled={pending}
              onClick={async () => {
                setPending(true);
                const answer = await deeds.addContributor({ name, affiliation: "" });
                setPending(false);
                setRefused(answer.ok ? undefined : refusals[answer.reason]);
                if (!answer.ok) return;
                onAdd(answer.value);
                done();
              }}
            >
              Add “{name}” as a new contributor
            </Button>
            {refused && (
              <p role="alert" className={styles.error}>
                {refused}
              </p>
            )}
          </li>
        )
      }
    >
      {({ name, affiliation }) => (
        <>
          {name} <small>{affiliation}</small>
        </>
      )}
    </FindAsTyped>
  );
}
