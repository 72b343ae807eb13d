import type { Draft } from "#core/draft";
import type { ArticleState } from "#core/workflow";

/** The text that stands at the desk, with who saved it last. */
export type StandingDraft = {
  version: number;
  slug: string;
  state: ArticleState;
  content: Draft;
  savedBy: string | null;
  /** ISO 8601. */
  savedAt: string;
};

/** What the desk answers to a text that was sent to be kept. */
export type SaveAnswer =
  | { kind: "saved"; version: number; savedAt: string; slug: string; state: ArticleState }
  | { kind: "newer-version"; theirs: StandingDraft }
  /** The text goes on beside the other, as a save point of its own. */
  | { kind: "set-aside" }
  | { kind: "signed-out" }
  /** An import is writing; the same is to be sent again in a while. */
  | { kind: "busy" }
  /** It is gone, or no longer this person's to edit. */
  | { kind: "not-found" }
  /** Not a text we could keep; the words stay in the editor and on the device. */
  | { kind: "refused" };

/** What the editor hears every few seconds while an article is open. */
export type PresenceAnswer = {
  others: string[];
  version: number;
  /** Changes whenever the notes on the article do. */
  notes: string;
};
