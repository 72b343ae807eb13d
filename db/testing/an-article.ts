import { transaction } from "#db/client";
import { addArticle, emptyRevision, type NewArticle } from "#db/new-article";
import { section } from "#db/schema";

let number = 0;

/** Adds a published article in a section of its own, for tests that need one to be there. */
export function addPublishedArticle(
  given: Partial<NewArticle> & { moderation?: "pre" | "post" } = {},
  now = new Date("2026-11-20T09:00:00Z"),
): Promise<{ id: number; slug: string; sectionSlug: string }> {
  number += 1;
  const slug = `an-article-${number}`;
  const sectionSlug = `a-section-${number}`;
  return transaction(async (tx, changed) => {
    const { id: sectionId } = tx
      .insert(section)
      .values({ slug: sectionSlug, name: "Asia", moderation: given.moderation ?? null })
      .returning({ id: section.id })
      .get();
    const id = addArticle(
      tx,
      changed,
      {
        sectionId,
        slug,
        state: "published",
        publishedAt: now,
        topicIds: [],
        commentsOpen: true,
        content: { ...emptyRevision, headline: "The Ferries Stop" },
        createdBy: null,
        occasion: "test",
        ...given,
      },
      now,
    );
    return { id, slug, sectionSlug };
  });
}
