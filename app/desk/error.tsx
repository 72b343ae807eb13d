"use client";

import { Button } from "#components/desk/button";
import { PageHeading } from "#components/desk/page-heading";

/** A bug: its words are for the log of the server, not for whoever met it. */
export default function DeskError({ reset }: { reset: () => void }) {
  return (
    <>
      <PageHeading
        title="Something went wrong here"
        about="It is not your doing, and it is in the log of the server. What was saved before is safe."
      />
      <p>
        <Button kind="main" onClick={reset}>
          Try again
        </Button>
      </p>
    </>
  );
}
