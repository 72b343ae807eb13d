import { unstable_isUnrecognizedActionError } from "next/navigation.js";
import type { Unanswered } from "#core/article-deeds";

/** Why a deed of the desk gave no answer but threw. */
export function whyUnanswered(error: unknown): Unanswered {
  if (unstable_isUnrecognizedActionError(error)) return "outdated";
  // A digest is what the server's log knows an error by.
  return error instanceof Error && "digest" in error ? "failed" : "no-answer";
}

export const unansweredWords: Record<Unanswered, string> = {
  "no-answer": "The desk could not be reached. What you typed is still here: please send it again.",
  failed: "Something went wrong at the desk, and is in the log of the server. What you typed is still here.",
  outdated: "The desk was updated since this page was opened. Please copy what you typed, and load the page again.",
};
