import { eq } from "drizzle-orm";
import type { Document } from "#core/document";
import { type Changed, transaction, type Writer } from "#db/client";
import { addArticle, emptyRevision, type NewArticle, type RevisionContent } from "#db/new-article";
import { contributor, revision, section, topic } from "#db/schema";

/** A body of one paragraph, for tests that need some. */
export const paragraph = (text: string): Document => ({
  type: "doc",
  content: [{ type: "paragraph", content: [{ type: "text", text }] }],
});

export const addSection = (slug: string, position = 0): Promise<number> =>
  transaction(
    async (tx) => tx.insert(section).values({ slug, name: slug, position }).returning({ id: section.id }).get().id,
  );

export const addTopic = (slug: string): Promise<number> =>
  transaction(async (tx) => tx.insert(topic).values({ slug, name: slug }).returning({ id: topic.id }).get().id);

export const addContributor = (slug: string, affiliation = ""): Promise<number> =>
  transaction(
    async (tx) =>
      tx.insert(contributor).values({ slug, name: slug, affiliation }).returning({ id: contributor.id }).get().id,
  );

type Given = Pick<NewArticle, "sectionId" | "slug"> &
  Partial<Omit<NewArticle, "content">> & { content?: Partial<RevisionContent> };

/** Adds an article, published a minute before `now` unless it says otherwise, inside a deed. */
export const addTo = (tx: Writer, changed: Changed, given: Given, now: Date): number =>
  addArticle(
    tx,
    changed,
    {
      state: "published",
      publishedAt: new Date(now.getTime() - 60_000),
      topicIds: [],
      commentsOpen: true,
      createdBy: null,
      occasion: "test",
      ...given,
      content: { ...emptyRevision, headline: given.slug, ...given.content },
    },
    now,
  );

/** The same as a deed of its own. */
export const publish = (given: Given, now: Date): Promise<number> =>
  transaction(async (tx, changed) => addTo(tx, changed, given, now));

/** Gives every text of an article a language. */
export const setLanguage = (articleId: number, language: string): Promise<void> =>
  transaction(async (tx) => void tx.update(revision).set({ language }).where(eq(revision.articleId, articleId)).run());
