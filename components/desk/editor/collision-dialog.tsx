"use client";

import { useEffect, useRef, useState } from "react";
import type { Draft } from "#core/draft";
import type { StandingDraft } from "#core/draft-answer";
import { Button } from "../button.tsx";
import { compareWords } from "./compare-words.ts";
import { ComparisonInWords } from "./comparison.tsx";
import styles from "./dialog.module.css";

type Props = {
  mine: Draft;
  theirs: StandingDraft;
  nameOf: (contributorId: number) => string;
  onMine: () => Promise<void>;
  onTheirs: () => Promise<boolean>;
};

/** Two people wrote at once. Both texts are kept; which one goes on is for a person to say. */
export function CollisionDialog({ mine, theirs, nameOf, onMine, onTheirs }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => dialog.current?.showModal(), []);
  const who = theirs.savedBy ?? "Somebody";
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby="collision"
      onCancel={(event) => event.preventDefault()}
    >
      <h2 id="collision">{who} saved this article while you were writing</h2>
      <p>
        Nothing is lost: whichever text goes on, the other one stays in the article’s versions. Struck through is what
        only {who} has, underlined what only you have.
      </p>
      <div className={styles.compared}>
        <ComparisonInWords
          comparison={compareWords(theirs.content, mine, nameOf)}
          nothing="The words are the same; they differ in emphasis or details."
        />
      </div>
      {failed && <p role="alert">The desk has not taken your text. Please try again.</p>}
      <div className={styles.buttons}>
        <Button kind="main" onClick={() => void onMine()}>
          Go on with mine
        </Button>
        <Button
          onClick={async () => {
            setFailed(!(await onTheirs()));
          }}
        >
          Go on with {theirs.savedBy ? `${theirs.savedBy}’s` : "theirs"}
        </Button>
      </div>
    </dialog>
  );
}
