import type { Metadata } from "next";
import { findLatest } from "#app/_server/site-queries";
import { LostReader } from "../lost-reader";

export const metadata: Metadata = { title: "Story withdrawn", robots: { index: false } };

/** Served by delivery, with the status 410, where readers could see an article that the editors have taken back since. */
export default async function WithdrawnPage() {
  return (
    <LostReader title="This story has been withdrawn" newest={await findLatest(4)}>
      It was published at this address, and the editors have taken it back. A search or the newest stories may lead you
      on.
    </LostReader>
  );
}
