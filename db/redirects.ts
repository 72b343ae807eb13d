import { and, eq, inArray, isNull } from "drizzle-orm";
import { articlePath, contributorPath, sectionPath, topicPath } from "#core/paths";
import { read } from "./client.ts";
import { isPublished } from "./published.ts";
import { article, contributor, redirect, section, topic } from "./schema.ts";

/**
 * Where a former address leads today, or undefined where it was never one or its thing is not public. `paths` are the
 * ways the address may have been written down, the likeliest first.
 */
export async function findRedirect(paths: readonly string[], now: Date): Promise<string | undefined> {
  const rows = await read()
    .select()
    .from(redirect)
    .where(and(inArray(redirect.fromPath, [...paths]), isNull(redirect.deletedAt)));
  const row = paths.map((path) => rows.find(({ fromPath }) => fromPath === path)).find(Boolean);
  if (!row) return undefined;
  if (row.articleId !== null) return publicArticlePath(row.articleId, now);
  if (row.sectionId !== null) {
    const [found] = await read().select({ slug: section.slug }).from(section).where(eq(section.id, row.sectionId));
    return found && sectionPath(found.slug);
  }
  if (row.topicId !== null) {
    const [found] = await read().select({ slug: topic.slug }).from(topic).where(eq(topic.id, row.topicId));
    return found && topicPath(found.slug);
  }
  if (row.contributorId !== null) {
    const [found] = await read()
      .select({ slug: contributor.slug })
      .from(contributor)
      .where(and(eq(contributor.id, row.contributorId), isNull(contributor.deletedAt)));
    return found && contributorPath(found.slug);
  }
  return row.toPath ?? undefined;
}

async function publicArticlePath(articleId: number, now: Date): Promise<string | undefined> {
  const [found] = await read()
    .select({ slug: article.slug, section: section.slug })
    .from(article)
    .innerJoin(section, eq(section.id, article.sectionId))
    .where(and(eq(article.id, articleId), isPublished(now)));
  return found && articlePath(found.section, found.slug);
}
