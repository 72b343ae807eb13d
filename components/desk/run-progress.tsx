"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { type HowFar, howFarInWords } from "#core/how-far";
import styles from "./run-progress.module.css";

type Props = {
  /** The address that answers with how far it is now; `null` once it is over. */
  address: string;
  /** How far it was when the page was made. */
  first: HowFar;
  /** This page, for who looks without scripts. */
  here: string;
};

const steps: Readonly<Record<string, string>> = {
  starting: "Starting",
  checking: "Reading the files",
  "keeping pictures": "Keeping pictures",
  converting: "Making articles and comments of them",
  "taking in": "Writing them",
  indexing: "Making them findable",
  "copying the database": "Copying the database",
  writing: "Writing the file",
  "reading it again": "Reading it again",
};

const PAUSE_MS = 1_000;

/** How far a command beside the server is. The page is made anew once it is over. */
export function RunProgress({ address, first, here }: Props) {
  const [far, setFar] = useState(first);
  const router = useRouter();
  useEffect(() => {
    let stopped = false;
    const look = async () => {
      const now = await howFar(address);
      if (stopped) return;
      if (now === null) return router.refresh();
      if (now) setFar(now);
      timer = setTimeout(look, PAUSE_MS);
    };
    let timer = setTimeout(look, PAUSE_MS);
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [address, router]);
  const words = steps[far.step] ?? far.step;
  const isKnown = far.all > 0;
  const { percent, speed, left } = howFarInWords(far);
  return (
    <div className={styles.far}>
      <progress className={styles.bar} max={100} value={isKnown ? percent : undefined} aria-label={words} />
      <p>{isKnown ? `${words}: ${percent} %` : `${words} …`}</p>
      {isKnown && left !== "" && <p className={styles.pace}>{[speed, left].filter(Boolean).join(" · ")}</p>}
      <noscript>
        <p>
          <a href={here}>See how far it is now</a>
        </p>
      </noscript>
    </div>
  );
}

/** Undefined where the desk does not answer just now: it is asked again. */
async function howFar(address: string): Promise<HowFar | null | undefined> {
  try {
    const response = await fetch(address, { redirect: "error" });
    return response.ok ? ((await response.json()) as HowFar | null) : undefined;
  } catch {
    return undefined;
  }
}
