import { eq } from "drizzle-orm";
import { type Document, wordCount } from "#core/document";
import type { ArticleState } from "#core/workflow";
import { tagsOfAppearance } from "./appearance.ts";
import type { Changed, Writer } from "./client.ts";
import { article, articleTopic, byline, revision } from "./schema.ts";

/** The text of an article with everything that is revised along with it. */
export type RevisionContent = {
  kicker: string;
  headline: string;
  standfirst: string;
  body: Document;
  language: string | null;
  pictureId: number | null;
  pictureAlt: string;
  pictureCaption: string;
  pictureCredit: string;
  socialTitle: string;
  socialDescription: string;
  /** In the order they are printed. */
  bylines: readonly { contributorId: number; affiliation: string }[];
};

export const emptyRevision: RevisionContent = {
  kicker: "",
  headline: "",
  standfirst: "",
  body: { type: "doc", content: [] },
  language: null,
  pictureId: null,
  pictureAlt: "",
  pictureCaption: "",
  pictureCredit: "",
  socialTitle: "",
  socialDescription: "",
  bylines: [],
};

export type NewArticle = {
  sectionId: number;
  /** Free, as `freeSlug` gives it. */
  slug: string;
  state: ArticleState;
  /** Null for what was never published; the future for what waits. Only kept where the state is public. */
  publishedAt: Date | null;
  updatedAt?: Date | null;
  topicIds: readonly number[];
  commentsOpen: boolean;
  content: RevisionContent;
  createdBy: number | null;
  occasion: string;
};

/** Adds an article with its first revision: a draft, or (from an importer) one that is already out. Returns its id. */
export function addArticle(tx: Writer, changed: Changed, given: NewArticle, now: Date): number {
  const isPublic = given.state === "published" || given.state === "scheduled";
  const { id } = tx
    .insert(article)
    .values({
      sectionId: given.sectionId,
      slug: given.slug,
      state: given.state,
      publishedAt: isPublic ? given.publishedAt : null,
      updatedAt: isPublic ? (given.updatedAt ?? null) : null,
      commentsOpen: given.commentsOpen,
      createdAt: now,
      createdBy: given.createdBy,
    })
    .returning({ id: article.id })
    .get();
  const revisionId = addRevision(tx, id, 1, given.content, {
    occasion: given.occasion,
    savedAt: now,
    savedBy: given.createdBy,
  });
  tx.update(article)
    .set({ workingRevisionId: revisionId, liveRevisionId: isPublic ? revisionId : null })
    .where(eq(article.id, id))
    .run();
  given.topicIds.forEach((topicId, position) => {
    tx.insert(articleTopic).values({ articleId: id, topicId, position }).run();
  });
  if (isPublic) {
    changed(...tagsOfAppearance(tx, id));
  }
  return id;
}

/** Adds a revision with its bylines. Returns its id. */
export function addRevision(
  tx: Writer,
  articleId: number,
  number: number,
  { bylines, ...content }: RevisionContent,
  save: { occasion: string; savedAt: Date; savedBy: number | null },
): number {
  const { id } = tx
    .insert(revision)
    .values({
      ...content,
      ...save,
      articleId,
      number,
      wordCount: wordCount(content.body, content.language ?? undefined),
    })
    .returning({ id: revision.id })
    .get();
  bylines.forEach((line, position) => {
    tx.insert(byline)
      .values({ ...line, revisionId: id, position })
      .run();
  });
  return id;
}
