import { and, asc, desc, eq, gt, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { read } from "./client.ts";
import { prepared } from "./prepared.ts";
import { isPublished, released, revisionShown } from "./published.ts";
import { article, articleTopic, byline, placement, section } from "./schema.ts";

/*
 * Which articles a page lists, and in which order: always newest first, and of two of the same millisecond the one that
 * was added last. Ids alone, so that an index answers; `listCards` then reads what is shown.
 */

const at = sql.param(sql.placeholder("now"), article.publishedAt);
const newestFirst = [desc(article.publishedAt), desc(article.id)] as const;
const inSection = eq(article.sectionId, sql.placeholder("sectionId"));
const ids = { id: article.id };
const page = { limit: sql.placeholder("limit"), offset: sql.placeholder("offset") };

/** Older than a given position in that order. The row value lets the index begin there. */
const olderThanPosition = sql`(${article.publishedAt}, ${article.id}) < (${sql.param(sql.placeholder("publishedAt"), article.publishedAt)}, ${sql.placeholder("id")})`;

/** A position in the order of all articles; the articles after it are the older ones. */
export type ListPosition = { publishedAt: Date; id: number };
/** How many to list, and how many to pass over first. */
export type Stretch = { limit: number; offset?: number };

const latest = prepared((reader) =>
  reader
    .select(ids)
    .from(article)
    .where(isPublished(at))
    .orderBy(...newestFirst)
    .limit(page.limit)
    .offset(page.offset)
    .prepare(),
);

export async function listLatestIds({ limit, offset = 0 }: Stretch, now: Date): Promise<number[]> {
  return latest()
    .all({ now, limit, offset })
    .map(({ id }) => id);
}

const ofSection = prepared((reader) =>
  reader
    .select(ids)
    .from(article)
    .where(and(inSection, isPublished(at)))
    .orderBy(...newestFirst)
    .limit(page.limit)
    .offset(page.offset)
    .prepare(),
);

export async function listSectionIds(sectionId: number, { limit, offset = 0 }: Stretch, now: Date): Promise<number[]> {
  return ofSection()
    .all({ sectionId, now, limit, offset })
    .map(({ id }) => id);
}

const olderInSection = prepared((reader) =>
  reader
    .select(ids)
    .from(article)
    .where(and(inSection, isPublished(at), olderThanPosition))
    .orderBy(...newestFirst)
    .limit(page.limit)
    .prepare(),
);

/** The section's articles after a position: what is published later moves none of them. */
export async function listOlderSectionIds(
  sectionId: number,
  after: ListPosition,
  limit: number,
  now: Date,
): Promise<number[]> {
  return olderInSection()
    .all({ sectionId, now, ...after, limit })
    .map(({ id }) => id);
}

const wasSeen = and(
  lte(article.publishedAt, at),
  or(isNull(article.withdrawnAt), lte(article.publishedAt, article.withdrawnAt)),
);
const positionOf = prepared((reader) =>
  reader
    .select({ publishedAt: article.publishedAt, id: article.id })
    .from(article)
    .where(and(eq(article.id, sql.placeholder("id")), inSection, wasSeen))
    .prepare(),
);

/**
 * Where an article stands in its section's order, even after it was withdrawn: an address that counts from it keeps its
 * sense. One that readers have never seen has no position, and nobody can ask whether it is there.
 */
export async function findListPosition(sectionId: number, id: number, now: Date): Promise<ListPosition | undefined> {
  const row = positionOf().get({ sectionId, id, now });
  return row?.publishedAt ? { publishedAt: row.publishedAt, id: row.id } : undefined;
}

const ofTopic = prepared((reader) =>
  reader
    .select(ids)
    .from(articleTopic)
    .innerJoin(article, eq(article.id, articleTopic.articleId))
    .where(and(eq(articleTopic.topicId, sql.placeholder("topicId")), isPublished(at)))
    .orderBy(...newestFirst)
    .limit(page.limit)
    .offset(page.offset)
    .prepare(),
);

/** The articles of a topic. Their order is of the articles, not of the topic, so the database sorts this one topic's. */
export async function listTopicIds(topicId: number, { limit, offset = 0 }: Stretch, now: Date): Promise<number[]> {
  return ofTopic()
    .all({ topicId, now, limit, offset })
    .map(({ id }) => id);
}

/** The articles whose text, as readers see it, names a contributor. */
export async function listContributorIds(
  contributorId: number,
  { limit, offset = 0 }: Stretch,
  now: Date,
): Promise<number[]> {
  return read()
    .selectDistinct({ id: article.id, publishedAt: article.publishedAt })
    .from(byline)
    .innerJoin(sql`revision`, sql`revision.id = ${byline.revisionId}`)
    .innerJoin(article, sql`${article.id} = revision.article_id and ${byline.revisionId} = ${revisionShown(now)}`)
    .where(and(eq(byline.contributorId, contributorId), isPublished(now)))
    .orderBy(...newestFirst)
    .limit(limit)
    .offset(offset)
    .all()
    .map(({ id }) => id);
}

/** The stories an editor has put at the head of the front page (null) or of a section, in that order: those readers may see. */
export async function listPlaced(
  sectionId: number | null,
  now: Date,
): Promise<{ articleId: number; until: Date | null }[]> {
  return read()
    .select({ articleId: placement.articleId, until: placement.until })
    .from(placement)
    .innerJoin(article, eq(article.id, placement.articleId))
    .where(
      and(
        isPublished(now),
        sectionId === null ? isNull(placement.sectionId) : eq(placement.sectionId, sectionId),
        or(isNull(placement.until), gt(placement.until, now)),
      ),
    )
    .orderBy(asc(placement.position), asc(placement.id))
    .all();
}

export type PublishedSection = { id: number; slug: string; name: string; description: string };

const sections = { id: section.id, slug: section.slug, name: section.name, description: section.description };

const navigation = prepared((reader) =>
  reader
    .select(sections)
    .from(section)
    .where(and(isNull(section.retiredAt), isNull(section.parentId)))
    .orderBy(asc(section.position), asc(section.id))
    .prepare(),
);

/** The sections of the navigation, in its order. */
export async function listSections(): Promise<PublishedSection[]> {
  return navigation().all();
}

/** A section by its address. A retired one keeps what it once published. */
export async function findSection(slug: string): Promise<PublishedSection | undefined> {
  return read().select(sections).from(section).where(eq(section.slug, slug)).get();
}

const waits = and(released, gt(article.publishedAt, at));
const nextOf = (where: SQL | undefined) =>
  prepared((reader) =>
    reader
      .select({ publishedAt: article.publishedAt })
      .from(article)
      .where(where)
      .orderBy(asc(article.publishedAt), asc(article.id))
      .limit(1)
      .prepare(),
  );
const nextOfAll = nextOf(waits);
const nextOfSection = nextOf(and(inSection, waits));

/** The next moment at which an article appears by the clock alone: of a section, or of the whole publication. */
export async function findNextAppearance(now: Date, sectionId?: number): Promise<Date | undefined> {
  const row = sectionId === undefined ? nextOfAll().get({ now }) : nextOfSection().get({ now, sectionId });
  return row?.publishedAt ?? undefined;
}
