import { and, asc, inArray, isNotNull, isNull, lte, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { PictureSize } from "#db/schema/media";
import { preparedForList } from "./prepared.ts";
import { article, byline, contributor, media, revision, section } from "./schema.ts";

/*
 * The public door. What readers may see is decided here and nowhere else, by the clock at the moment they ask; columns
 * are listed one by one, and nothing here can reach a commenter's or a member of staff's address.
 */

/** The rule: an article has a live text, its time has come, and nobody has withdrawn or deleted it. */
export const isPublished = (at: Date | SQLWrapper): SQL | undefined => and(released, lte(article.publishedAt, at));

/**
 * The part of the rule that the clock does not change: readers see the article, or will at its moment. As in the partial
 * indexes of `article`, which serve it; of a row at hand, `isReleased` says the same.
 */
export const released = and(isNotNull(article.liveRevisionId), isNull(article.withdrawnAt), isNull(article.deletedAt));

/** Which revision readers see of a published article: the next one once its time has come, else the live one. */
export const revisionShown = (at: Date | SQLWrapper): SQL<number> => {
  const nextHasCome = and(isNotNull(article.nextRevisionId), lte(article.nextAt, at));
  return sql`case when ${nextHasCome} then ${article.nextRevisionId} else ${article.liveRevisionId} end`;
};

export type PublishedPicture = {
  hash: string;
  width: number;
  height: number;
  sizes: PictureSize[];
  focalX: number;
  focalY: number;
  alt: string;
  caption: string;
  credit: string;
};

export type PublishedByline = { id: number; slug: string; name: string; affiliation: string };

/** An article as lists show it. */
export type PublishedCard = {
  id: number;
  slug: string;
  section: { id: number; slug: string; name: string };
  publishedAt: Date;
  updatedAt: Date | null;
  /** When a changed text takes the place of this one; null where none waits. */
  nextAt: Date | null;
  kicker: string;
  headline: string;
  standfirst: string;
  language: string | null;
  wordCount: number;
  picture: PublishedPicture | null;
  bylines: PublishedByline[];
};

export const sectionColumns = { id: section.id, slug: section.slug, name: section.name };

export const articleColumns = {
  id: article.id,
  slug: article.slug,
  section: sectionColumns,
  publishedAt: article.publishedAt,
  updatedAt: article.updatedAt,
  nextAt: article.nextAt,
};

export const revisionColumns = {
  id: revision.id,
  kicker: revision.kicker,
  headline: revision.headline,
  standfirst: revision.standfirst,
  language: revision.language,
  wordCount: revision.wordCount,
  pictureAlt: revision.pictureAlt,
  pictureCaption: revision.pictureCaption,
  pictureCredit: revision.pictureCredit,
};

export const pictureColumns = {
  hash: media.hash,
  width: media.width,
  height: media.height,
  sizes: media.sizes,
  focalX: media.focalX,
  focalY: media.focalY,
};

type PictureRow = Omit<PublishedPicture, "alt" | "caption" | "credit">;
type RevisionRow = Omit<typeof revision.$inferSelect, "body">;
type PrintedRow = Pick<RevisionRow, keyof typeof revisionColumns>;

/** The picture of a revision with the words printed under it there. */
export function printedPicture(picture: PictureRow | null, printed: PrintedRow): PublishedPicture | null {
  if (!picture) return null;
  return { ...picture, alt: printed.pictureAlt, caption: printed.pictureCaption, credit: printed.pictureCredit };
}

const bylinesOf = preparedForList((reader, revisionIds) =>
  reader
    .select({
      revisionId: byline.revisionId,
      id: contributor.id,
      slug: contributor.slug,
      name: contributor.name,
      affiliation: byline.affiliation,
    })
    .from(byline)
    .innerJoin(contributor, sql`${contributor.id} = ${byline.contributorId}`)
    .where(inArray(byline.revisionId, revisionIds))
    .orderBy(asc(byline.revisionId), asc(byline.position))
    .prepare(),
);

/** Who is named on each of these revisions, in the order of print. */
export async function listBylines(revisionIds: readonly number[]): Promise<Map<number, PublishedByline[]>> {
  const bylines = new Map<number, PublishedByline[]>();
  if (revisionIds.length === 0) return bylines;
  const { statement, values } = bylinesOf(revisionIds);
  const rows = statement.all(values);
  for (const { revisionId, ...named } of rows) {
    const line = bylines.get(revisionId);
    if (line) line.push(named);
    else bylines.set(revisionId, [named]);
  }
  return bylines;
}

const at = sql.param(sql.placeholder("now"), article.publishedAt);

const cardsOf = preparedForList((reader, ids) =>
  reader
    .select({ ...articleColumns, printed: revisionColumns, picture: pictureColumns })
    .from(article)
    .innerJoin(revision, sql`${revision.id} = ${revisionShown(at)}`)
    .innerJoin(section, sql`${section.id} = ${article.sectionId}`)
    .leftJoin(media, sql`${media.id} = ${revision.pictureId} and ${media.deletedAt} is null`)
    .where(and(inArray(article.id, ids), isPublished(at)))
    .prepare(),
);

/** The articles with these ids that readers may see, in the order of the ids, each once. */
export async function listCards(ids: readonly number[], now: Date): Promise<PublishedCard[]> {
  if (ids.length === 0) return [];
  const { statement, values } = cardsOf(ids);
  const rows = statement.all({ ...values, now });
  const bylines = await listBylines(rows.map(({ printed }) => printed.id));
  const cards = new Map<number, PublishedCard>();
  for (const { printed, picture, publishedAt, ...row } of rows) {
    if (!publishedAt) continue;
    const { id, pictureAlt, pictureCaption, pictureCredit, ...words } = printed;
    cards.set(row.id, {
      ...row,
      ...words,
      publishedAt,
      picture: printedPicture(picture, printed),
      bylines: bylines.get(id) ?? [],
    });
  }
  return [...new Set(ids)].flatMap((id) => cards.get(id) ?? []);
}
