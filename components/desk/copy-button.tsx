"use client";

import { useEffect, useState } from "react";
import { Button } from "./button.tsx";

/** Puts words on the clipboard. Not there where the browser lends none: without scripts, or over plain HTTP. */
export function CopyButton({ words, children }: { words: string; children: string }) {
  const [isLent, setLent] = useState(false);
  const [said, setSaid] = useState<string>();
  useEffect(() => setLent(Boolean(navigator.clipboard)), []);
  if (!isLent) return null;
  const copy = () =>
    navigator.clipboard.writeText(words).then(
      () => setSaid("Copied"),
      () => setSaid("The browser refused"),
    );
  return (
    <Button kind="quiet" onClick={() => void copy()}>
      <span aria-live="polite">{said ?? children}</span>
    </Button>
  );
}
