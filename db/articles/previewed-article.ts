import { and, eq, isNull } from "drizzle-orm";
import { read } from "../client.ts";
import { listBylines, pictureColumns, printedPicture, revisionColumns, sectionColumns } from "../published.ts";
import { findBodyPictures } from "../published-article.ts";
import { article, media, revision, section } from "../schema.ts";

/**
 * The working copy of an article as readers would see it now. For staff, and for outsiders with a link: what readers
 * themselves may see is decided in `published.ts`.
 */
export async function findPreviewedArticle(id: number, now: Date) {
  const found = read()
    .select({
      id: article.id,
      section: sectionColumns,
      publishedAt: article.publishedAt,
      updatedAt: article.updatedAt,
      printed: revisionColumns,
      body: revision.body,
      picture: pictureColumns,
    })
    .from(article)
    .innerJoin(revision, eq(revision.id, article.workingRevisionId))
    .innerJoin(section, eq(section.id, article.sectionId))
    .leftJoin(media, and(eq(media.id, revision.pictureId), isNull(media.deletedAt)))
    .where(and(eq(article.id, id), isNull(article.deletedAt)))
    .get();
  if (!found) return undefined;
  const { printed, picture, publishedAt, ...row } = found;
  const { id: revisionId, pictureAlt: _alt, pictureCaption: _caption, pictureCredit: _credit, ...words } = printed;
  return {
    ...row,
    ...words,
    publishedAt: publishedAt ?? now,
    picture: printedPicture(picture, printed),
    bylines: (await listBylines([revisionId])).get(revisionId) ?? [],
    bodyPictures: await findBodyPictures(row.body),
  };
}
