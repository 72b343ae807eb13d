import { eq, sql } from "drizzle-orm";
import { type Document, wordCount } from "#core/document";
import { emptyDraft } from "#core/draft";
import type { ArticleState } from "#core/workflow";
import { tagsOfAppearance } from "./appearance.ts";
import type { Changed, Writer } from "./client.ts";
import { preparedOn } from "./prepared.ts";
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

export const emptyRevision: RevisionContent = emptyDraft;

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
  /** How many words the text has, where that was counted before; else it is counted here, which takes a while. */
  words?: number;
  createdBy: number | null;
  occasion: string;
};

const addArticleRow = preparedOn((tx: Writer) =>
  tx
    .insert(article)
    .values({
      sectionId: sql.placeholder("sectionId"),
      slug: sql.placeholder("slug"),
      state: sql.placeholder("state"),
      // As the columns keep them: a placeholder of their kind takes no null.
      publishedAt: sql`${sql.placeholder("publishedAt")}`,
      updatedAt: sql`${sql.placeholder("updatedAt")}`,
      commentsOpen: sql.placeholder("commentsOpen"),
      createdAt: sql.placeholder("now"),
      createdBy: sql.placeholder("createdBy"),
    })
    .returning({ id: article.id })
    .prepare(),
);

const pointAtRevisions = preparedOn((tx: Writer) =>
  tx
    .update(article)
    .set({ workingRevisionId: sql`${sql.placeholder("working")}`, liveRevisionId: sql`${sql.placeholder("live")}` })
    .where(eq(article.id, sql.placeholder("id")))
    .prepare(),
);

const addTopicRow = preparedOn((tx: Writer) =>
  tx
    .insert(articleTopic)
    .values({
      articleId: sql.placeholder("articleId"),
      topicId: sql.placeholder("topicId"),
      position: sql.placeholder("position"),
    })
    .prepare(),
);

const nothingYet = { nextRevisionId: null, withdrawnAt: null, deletedAt: null };

/** Adds an article with its first revision: a draft, or (from an importer) one that is already out. Returns its id. */
export function addArticle(tx: Writer, changed: Changed, given: NewArticle, now: Date): number {
  const isPublic = given.state === "published" || given.state === "scheduled";
  const { sectionId } = given;
  const publishedAt = isPublic ? given.publishedAt : null;
  const { id } = addArticleRow(tx).get({
    sectionId,
    slug: given.slug,
    state: given.state,
    publishedAt: publishedAt?.getTime() ?? null,
    updatedAt: (isPublic ? given.updatedAt?.getTime() : undefined) ?? null,
    commentsOpen: given.commentsOpen,
    now,
    createdBy: given.createdBy,
  });
  const revisionId = addRevision(tx, id, 1, given.content, {
    occasion: given.occasion,
    savedAt: now,
    savedBy: given.createdBy,
    words: given.words,
  });
  const liveRevisionId = isPublic ? revisionId : null;
  pointAtRevisions(tx).run({ id, working: revisionId, live: liveRevisionId });
  given.topicIds.forEach((topicId, position) => {
    addTopicRow(tx).run({ articleId: id, topicId, position });
  });
  changed(...tagsOfAppearance(tx, { id, sectionId, publishedAt, liveRevisionId, ...nothingYet }));
  return id;
}

const addRevisionRow = preparedOn((tx: Writer) =>
  tx
    .insert(revision)
    .values({
      articleId: sql.placeholder("articleId"),
      number: sql.placeholder("number"),
      kicker: sql.placeholder("kicker"),
      headline: sql.placeholder("headline"),
      standfirst: sql.placeholder("standfirst"),
      body: sql.placeholder("body"),
      language: sql.placeholder("language"),
      pictureId: sql.placeholder("pictureId"),
      pictureAlt: sql.placeholder("pictureAlt"),
      pictureCaption: sql.placeholder("pictureCaption"),
      pictureCredit: sql.placeholder("pictureCredit"),
      socialTitle: sql.placeholder("socialTitle"),
      socialDescription: sql.placeholder("socialDescription"),
      wordCount: sql.placeholder("words"),
      occasion: sql.placeholder("occasion"),
      savedAt: sql.placeholder("savedAt"),
      savedBy: sql.placeholder("savedBy"),
    })
    .returning({ id: revision.id })
    .prepare(),
);

const addBylineRow = preparedOn((tx: Writer) =>
  tx
    .insert(byline)
    .values({
      revisionId: sql.placeholder("revisionId"),
      contributorId: sql.placeholder("contributorId"),
      affiliation: sql.placeholder("affiliation"),
      position: sql.placeholder("position"),
    })
    .prepare(),
);

/** Adds a revision with its bylines. Returns its id. */
export function addRevision(
  tx: Writer,
  articleId: number,
  number: number,
  { bylines, ...content }: RevisionContent,
  save: { occasion: string; savedAt: Date; savedBy: number | null; words?: number | undefined },
): number {
  const words = save.words ?? wordCount(content.body, content.language ?? undefined);
  const { id } = addRevisionRow(tx).get({ ...content, ...save, articleId, number, words });
  bylines.forEach((line, position) => {
    addBylineRow(tx).run({ ...line, revisionId: id, position });
  });
  return id;
}
