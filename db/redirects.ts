import { and, eq, inArray, isNotNull, isNull, lte } from "drizzle-orm";
import { read } from "./client.ts";
import { article, contributor, redirect, section, topic } from "./schema.ts";

/** A path as it is written in an address; the schema keeps slugs as they are read. */
const pathTo = (...parts: string[]) => `/${parts.map(encodeURIComponent).join("/")}`;

/**
 * Where a former address leads today, or undefined where it was never one or its thing is not public. `paths` are the
 * ways the address may have been written down, the likeliest first.
 */
export async function findRedirect(paths: readonly string[], now: Date): Promise<string | undefined> {
  const rows = await read()
    .select()
    .from(redirect)
    .where(inArray(redirect.fromPath, [...paths]));
  const row = paths.map((path) => rows.find(({ fromPath }) => fromPath === path)).find(Boolean);
  if (!row) return undefined;
  if (row.articleId !== null) return publicArticlePath(row.articleId, now);
  if (row.sectionId !== null) {
    const [found] = await read().select({ slug: section.slug }).from(section).where(eq(section.id, row.sectionId));
    return found && pathTo(found.slug);
  }
  if (row.topicId !== null) {
    const [found] = await read().select({ slug: topic.slug }).from(topic).where(eq(topic.id, row.topicId));
    return found && pathTo("topics", found.slug);
  }
  if (row.contributorId !== null) {
    const [found] = await read()
      .select({ slug: contributor.slug })
      .from(contributor)
      .where(and(eq(contributor.id, row.contributorId), isNull(contributor.deletedAt)));
    return found && pathTo("contributors", found.slug);
  }
  return row.toPath ?? undefined;
}

async function publicArticlePath(articleId: number, now: Date): Promise<string | undefined> {
  const [found] = await read()
    .select({ slug: article.slug, section: section.slug })
    .from(article)
    .innerJoin(section, eq(section.id, article.sectionId))
    .where(
      and(
        eq(article.id, articleId),
        isNotNull(article.liveRevisionId),
        lte(article.publishedAt, now),
        isNull(article.withdrawnAt),
        isNull(article.deletedAt),
      ),
    );
  return found && pathTo(found.section, found.slug);
}
