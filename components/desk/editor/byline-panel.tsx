"use client";

import { useId, useRef, useState } from "react";
import type { ArticleDeeds, ContributorChoice } from "#core/article-deeds";
import type { Draft } from "#core/draft";
import { Button } from "../button.tsx";
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

function AddContributor({ onAdd, deeds }: Pick<Props, "deeds"> & { onAdd: (contributor: ContributorChoice) => void }) {
  const id = useId();
  const [words, setWords] = useState("");
  const [found, setFound] = useState<ContributorChoice[]>([]);
  const asked = useRef("");
  const search = async (typed: string) => {
    setWords(typed);
    asked.current = typed;
    const list = typed.trim() === "" ? [] : await deeds.findContributors(typed).catch(() => []);
    if (asked.current === typed) setFound(list);
  };
  const choose = (contributor: ContributorChoice) => {
    onAdd(contributor);
    void search("");
  };
  const name = words.trim();
  const isKnown = found.some((contributor) => contributor.name.toLowerCase() === name.toLowerCase());
  return (
    <div className={styles.field}>
      <label htmlFor={id}>Add somebody</label>
      <input
        id={id}
        value={words}
        placeholder="Begin with a name"
        autoComplete="off"
        onChange={(event) => void search(event.currentTarget.value)}
      />
      {name !== "" && (
        <ul className={styles.found}>
          {found.map((contributor) => (
            <li key={contributor.id}>
              <button type="button" onClick={() => choose(contributor)}>
                {contributor.name} <small>{contributor.affiliation}</small>
              </button>
            </li>
          ))}
          {!isKnown && (
            <li>
              <Button
                kind="quiet"
                onClick={async () => {
                  const answer = await deeds.addContributor({ name, affiliation: "" });
                  if (answer.ok) choose(answer.value);
                }}
              >
                Add “{name}” as a new contributor
              </Button>
            </li>
          )}
        </ul>
      )}
    </div>
  );
}
