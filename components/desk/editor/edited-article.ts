import type { ContributorChoice } from "#core/article-deeds";
import type { StandingDraft } from "#core/draft-answer";
import type { NoteOnDraft } from "#core/note";
import type { ArticleState, WorkflowVerb } from "#core/workflow";
import type { DeskPicture } from "./desk-picture.ts";

export type HistoryLine = { id: number; at: Date; who: string; verb: string; note: string | undefined };

export type OtherVersion = {
  id: number;
  headline: string;
  /** BCP 47; null is the publication's own. */
  language: string | null;
  state: ArticleState;
  isOriginal: boolean;
  /** This person may open it. */
  isOpen: boolean;
};

/** An article with all that the page around its text shows. */
export type EditedArticle = {
  id: number;
  start: StandingDraft;
  state: ArticleState;
  /** Readers see some text of it now. */
  isLive: boolean;
  publishedAt: Date | null;
  /** When what waits goes out; null where nothing waits. */
  goesOutAt: Date | null;
  sectionId: number;
  topicIds: readonly number[];
  commentsOpen: boolean;
  /** Local time of the publication; "" for no end. */
  commentsCloseAt: string;
  bylineNames: readonly ContributorChoice[];
  pictures: readonly DeskPicture[];
  /** What this person may do with it from here. */
  verbs: readonly WorkflowVerb[];
  mayMove: boolean;
  mayDelete: boolean;
  mayCorrect: boolean;
  history: readonly HistoryLine[];
  /** The other versions, in other languages. */
  translations: readonly OtherVersion[];
  corrections: readonly { id: number; text: string; publishedAt: Date }[];
  /** Oldest first, the resolved ones too. */
  notes: readonly NoteOnDraft[];
};

/** The publication, as far as the editor needs it. */
export type EditorHouse = {
  staff: { staffId: number; name: string };
  sections: readonly { id: number; slug: string; name: string }[];
  topics: readonly { id: number; name: string }[];
  language: string;
  timeZone: string;
  /** "https://example.org", before the path of an article. */
  site: string;
};
