"use client";

import { Button } from "#components/desk/button";
import { EmptyState } from "#components/desk/panel";

/** A bug: its words are for the log of the server, not for whoever met it. */
export default function DeskError({ reset }: { reset: () => void }) {
  return (
    <EmptyState title="Something went wrong here">
      <p>It is not your doing, and it is in the log of the server. What was saved before is safe.</p>
      <p>
        <Button kind="main" onClick={reset}>
          Try again
        </Button>
      </p>
    </EmptyState>
  );
}
