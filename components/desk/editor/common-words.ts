import type { Unanswered } from "#core/article-deeds";
import { importIsWriting } from "#core/import-is-writing";
import { unansweredWords } from "../unanswered.ts";

/** What may keep any deed of the open article from being done, whatever it was. */
export const commonWords: Record<Unanswered | "busy", string> = {
  ...unansweredWords,
  busy: importIsWriting,
};
