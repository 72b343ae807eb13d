import type { Metadata } from "next";
import { LostReader } from "../lost-reader";

export const metadata: Metadata = { title: "Something went wrong", robots: { index: false } };

/** Served by delivery, with the status 500, where a page could not be made. Asks for little, lest it fail as well. */
export default async function ErrorPage() {
  return (
    <LostReader title="This page could not be made" newest={[]}>
      The fault is ours, and it has been written down. Please try again in a moment.
    </LostReader>
  );
}
