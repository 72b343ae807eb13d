import type { Passage } from "#core/note";
import type { Result } from "#core/result";
import type { LibraryPicture } from "#core/upload-answer";
import type { WorkflowVerb } from "#core/workflow";

/*
 * What the editor asks of the desk beside saving, and how it may be refused. The page that shows the editor hands these
 * in, since what is shown does not know where it is answered.
 */

/**
 * How a deed ends whose answer does not come: nobody answered, the desk failed and has it in its log, or the page is older
 * than the software that answers.
 */
export type Unanswered = "no-answer" | "failed" | "outdated";

/** What may meet any deed: the session ended, the article is out of reach, the words were no words, an import is writing. */
export type CommonRefusal = "signed-out" | "not-found" | "unreadable" | "busy" | Unanswered;

export type StepGiven = {
  verb: WorkflowVerb;
  version: number;
  /** For `schedule`: as clocks of the publication's zone show it, "2026-11-23T09:00". */
  at?: string;
  note?: string;
};
export type StepAnswer = Result<
  { version: number },
  CommonRefusal | "wrong-state" | "newer-version" | "no-headline" | "moment-passed" | "not-allowed" | "no-note"
>;

export type DeleteAnswer = Result<null, CommonRefusal | "newer-version" | "not-allowed">;

export type PlaceGiven = { sectionId: number; slug: string; topicIds: readonly number[] };
export type PlaceAnswer = Result<
  { slug: string },
  CommonRefusal | "not-allowed" | "slug-taken" | "slug-unfit" | "no-such-section" | "no-such-topic"
>;

export type CommentsGiven = {
  open: boolean;
  /** Local time of the publication; "" for no end. */
  closeAt: string;
};
export type CommentsAnswer = Result<null, CommonRefusal | "not-allowed">;

export type ContributorChoice = { id: number; name: string; affiliation: string };

/** An article to choose from; `about` says where it stands. */
export type ArticleChoice = { id: number; headline: string; about: string };
export type TranslationAnswer = Result<
  null,
  CommonRefusal | "not-allowed" | "no-such-article" | "itself" | "together-already" | "same-language"
>;

/** What came of following a link. */
export type LinkFinding = { href: string; found: "answers" | "not-public" | "no-answer" | "refused" };

export type NoteGiven = Passage & { text: string };
export type NoteAnswer = Result<null, CommonRefusal>;

export type ArticleDeeds = {
  takeStep: (articleId: number, given: StepGiven) => Promise<StepAnswer>;
  remove: (articleId: number) => Promise<DeleteAnswer>;
  correct: (articleId: number, text: string) => Promise<Result<null, CommonRefusal | "never-published" | "empty">>;
  move: (articleId: number, given: PlaceGiven) => Promise<PlaceAnswer>;
  setComments: (articleId: number, given: CommentsGiven) => Promise<CommentsAnswer>;
  /** Articles, by words of theirs, that this one may be a translation of. */
  findArticles: (articleId: number, words: string) => Promise<ArticleChoice[]>;
  nameTranslation: (articleId: number, ofId: number) => Promise<TranslationAnswer>;
  leaveTranslations: (articleId: number) => Promise<TranslationAnswer>;
  leaveNote: (articleId: number, given: NoteGiven) => Promise<NoteAnswer>;
  replyToNote: (articleId: number, noteId: number, text: string) => Promise<NoteAnswer>;
  resolveNote: (articleId: number, noteId: number, resolved: boolean) => Promise<NoteAnswer>;
  /** Only a resolved one. */
  deleteNote: (articleId: number, noteId: number) => Promise<NoteAnswer>;
  addTopic: (name: string) => Promise<Result<{ id: number; name: string }, CommonRefusal | "empty">>;
  findContributors: (words: string) => Promise<ContributorChoice[]>;
  addContributor: (given: Omit<ContributorChoice, "id">) => Promise<Result<ContributorChoice, CommonRefusal | "empty">>;
  findPictures: (words: string) => Promise<LibraryPicture[]>;
  /** What a page elsewhere says of itself, for a link card; undefined where it says nothing. */
  describeAddress: (href: string) => Promise<{ title: string; description: string } | undefined>;
  /** Follows some links, to tell which ones lead nowhere. */
  tryLinks: (links: readonly string[]) => Promise<LinkFinding[]>;
};
