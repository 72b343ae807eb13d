import type { Metadata } from "next";
import { findLatest } from "#app/_server/site-queries";
import { LostReader } from "../lost-reader";

export const metadata: Metadata = { title: "Page not found", robots: { index: false } };

/** Served by delivery, with the status 404, for every address at which there is nothing to be seen. */
export default async function NotFoundPage() {
  return (
    <LostReader title="There is no page at this address" newest={await findLatest(4)}>
      It may have moved, or its time may not have come. A search, a section or the newest stories may lead you on.
    </LostReader>
  );
}
