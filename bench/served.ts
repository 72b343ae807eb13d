import { eq } from "drizzle-orm";
import { read, transaction } from "#db/client";
import { addArticle, emptyRevision } from "#db/new-article";
import { section } from "#db/schema";
import { serve } from "#delivery/serve";

/* The publication as it is served, which also publishes when its parent says so: as the desk does, in the same process. */
await serve();

process.on("message", async (slug: string) => {
  const now = new Date();
  const [asia] = await read().select({ id: section.id }).from(section).where(eq(section.slug, "asia"));
  if (!asia) throw new Error("There is no section to publish in.");
  await transaction(async (tx, changed) => {
    addArticle(
      tx,
      changed,
      {
        sectionId: asia.id,
        slug,
        state: "published",
        publishedAt: now,
        topicIds: [],
        commentsOpen: true,
        content: { ...emptyRevision, headline: `Published as ${slug}` },
        createdBy: null,
        occasion: "bench",
      },
      now,
    );
  });
  process.send?.(slug);
});
