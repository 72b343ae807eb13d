import { and, asc, eq, inArray, or, sql } from "drizzle-orm";
import { articleTag, contributorTag, type PageTag, settingsTag } from "#core/page-tags";
import { isNotGone } from "./bin.ts";
import { read, type Writer } from "./client.ts";
import { article, contributor, revision, setting } from "./schema.ts";

export type PictureUses = {
  articles: { id: number; headline: string; place: "head" | "text"; inBin: boolean }[];
  contributors: { id: number; name: string }[];
  /** It is the publication's logo. */
  logo: boolean;
};

type Asker = Pick<Writer, "select" | "selectDistinct">;

/** In the text of a revision, which is kept as JSON: the number ends where a comma or the attributes do. */
const inText = (pictureId: number) => {
  const named = `%"mediaId":${pictureId}`;
  return sql<boolean>`(${revision.body} like ${`${named},%`} or ${revision.body} like ${`${named}}%`})`;
};

/** The texts that readers see or will see. */
const printed = or(eq(revision.id, article.liveRevisionId), eq(revision.id, article.nextRevisionId));
const atHand = or(eq(revision.id, article.workingRevisionId), printed);

/**
 * Where a picture stands: articles by what is written, seen or waits of them; people; the logo. What lies in the bin and
 * can still come back counts. Save points of the past do not count: they keep its number, not the picture.
 */
export function usesOfPicture(reader: Asker, pictureId: number, now: Date): PictureUses {
  const rows = reader
    .select({
      id: article.id,
      headline: revision.headline,
      deletedAt: article.deletedAt,
      head: sql<boolean>`${revision.pictureId} is ${pictureId}`.mapWith(Boolean),
    })
    .from(revision)
    .innerJoin(article, and(eq(article.id, revision.articleId), atHand))
    .where(and(isNotGone(article.deletedAt, now), or(eq(revision.pictureId, pictureId), inText(pictureId))))
    .orderBy(asc(revision.headline), asc(revision.number))
    .all();
  const articles = new Map<number, PictureUses["articles"][number]>();
  for (const { id, headline, head, deletedAt } of rows) {
    const place = head || articles.get(id)?.place === "head" ? "head" : "text";
    articles.set(id, { id, headline, place, inBin: deletedAt !== null });
  }
  return {
    articles: [...articles.values()],
    contributors: reader
      .select({ id: contributor.id, name: contributor.name })
      .from(contributor)
      .where(and(eq(contributor.pictureId, pictureId), isNotGone(contributor.deletedAt, now)))
      .orderBy(asc(contributor.name))
      .all(),
    logo: reader.select().from(setting).where(eq(setting.key, "logoMediaId")).get()?.value === pictureId,
  };
}

export async function findPictureUses(pictureId: number, now: Date): Promise<PictureUses> {
  return usesOfPicture(read(), pictureId, now);
}

export const isInUse = ({ articles, contributors, logo }: PictureUses): boolean =>
  articles.length + contributors.length > 0 || logo;

/** What readers' pages that show a picture depend on. Drafts are on no page, and are not named. */
export function tagsShowing(tx: Asker, pictureId: number, now: Date): PageTag[] {
  const { articles, contributors, logo } = usesOfPicture(tx, pictureId, now);
  const shown = tx
    .selectDistinct({ id: article.id })
    .from(article)
    .innerJoin(revision, and(eq(revision.articleId, article.id), printed))
    .where(
      and(
        inArray(
          article.id,
          articles.map(({ id }) => id),
        ),
        or(eq(revision.pictureId, pictureId), inText(pictureId)),
      ),
    )
    .all();
  const tags: PageTag[] = shown.map(({ id }) => articleTag(id));
  for (const { id } of contributors) tags.push(contributorTag(id));
  if (logo) tags.push(settingsTag);
  return tags;
}
