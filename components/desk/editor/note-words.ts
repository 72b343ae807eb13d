import type { CommonRefusal } from "#core/article-deeds";
import { commonWords } from "./common-words.ts";

/** Why a note was not taken; the words stay where they were typed. */
export const noteRefusals: Record<CommonRefusal, string> = {
  "signed-out": "You were signed out. Sign in again, then send the note.",
  "not-found": "This article is no longer yours to edit.",
  unreadable: "Please use up to 4,000 characters.",
  ...commonWords,
};

/** Enough of a passage to know it by. */
export function shortened(passage: string): string {
  return passage.length <= 120 ? passage : `${passage.slice(0, 90).trimEnd()} … ${passage.slice(-25).trimStart()}`;
}
