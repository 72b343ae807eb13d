import { and, asc, eq, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { read } from "./client.ts";
import { prepared } from "./prepared.ts";
import { isPublished, revisionShown } from "./published.ts";
import { article, revision, section } from "./schema.ts";

/** A published article that says the same as another in its own language. */
export type PublishedTranslation = {
  id: number;
  slug: string;
  sectionSlug: string;
  /** Null is the publication's own. */
  language: string | null;
  isOriginal: boolean;
};

const asked = alias(article, "asked");
const original = sql`coalesce(${asked.originalId}, ${asked.id})`;
/** A translation names its original, and never another translation; so these are all of the asked one's group. */
const isOfTheGroup = or(sql`${article.id} = ${original}`, sql`${article.originalId} = ${original}`);

/** The published versions of each of these articles, itself among them; an article that stands alone has no entry. */
export async function listTranslations(
  ids: readonly number[],
  now: Date,
): Promise<Map<number, PublishedTranslation[]>> {
  const rows = read()
    .select({
      askedId: asked.id,
      id: article.id,
      slug: article.slug,
      sectionSlug: section.slug,
      language: revision.language,
      isOriginal: sql<boolean>`${article.originalId} is null`.mapWith(Boolean),
    })
    .from(asked)
    .innerJoin(article, isOfTheGroup)
    .innerJoin(revision, sql`${revision.id} = ${revisionShown(now)}`)
    .innerJoin(section, eq(section.id, article.sectionId))
    .where(and(sql`${asked.id} in (select value from json_each(${JSON.stringify(ids)}))`, isPublished(now)))
    .orderBy(asc(asked.id), asc(article.id))
    .all();
  const groups = Map.groupBy(rows, ({ askedId }) => askedId);
  const together = [...groups].filter(([, versions]) => versions.length > 1);
  return new Map(together.map(([id, versions]) => [id, versions.map(({ askedId: _, ...translation }) => translation)]));
}

const versionsOf = prepared((reader) =>
  reader
    .select({ id: article.id, publishedAt: article.publishedAt, nextAt: article.nextAt })
    .from(asked)
    .innerJoin(article, isOfTheGroup)
    .where(eq(asked.id, sql.placeholder("id")))
    .prepare(),
);

/**
 * Every version of an article, readers see it or not: what its page depends on, and when that changes by the clock. One
 * in the bin is among them, since it may come back.
 */
export async function listVersions(
  articleId: number,
): Promise<{ id: number; publishedAt: Date | null; nextAt: Date | null }[]> {
  return versionsOf().all({ id: articleId });
}
