import { eq, sql } from "drizzle-orm";
import { sectionTag, topicTag, trendingTag } from "#core/page-tags";
import { freeSlug } from "#core/slug";
import type { ArticleState } from "#core/workflow";
import { tagsOfAppearance } from "./appearance.ts";
import type { Writer } from "./client.ts";
import { findImported, type ImportDeed, type Imported, placeOnFront, rememberImported, sourceHash } from "./imports.ts";
import { addArticle, addRevision, type RevisionContent } from "./new-article.ts";
import { preparedOn } from "./prepared.ts";
import { article, articleTopic, articleViews, revision } from "./schema.ts";

export type ImportedArticle = {
  kind: "article" | "page";
  key: string;
  slug: string;
  sectionId: number;
  topicIds: readonly number[];
  state: ArticleState;
  publishedAt: Date | null;
  createdAt: Date;
  commentsOpen: boolean;
  content: RevisionContent;
  /** How many words the text has. */
  words: number;
  sticky: boolean;
  views: number;
};

/**
 * Adds an article, or brings what changed at its source into the one that an earlier run added. One that people have
 * worked on here since then, or have removed, stays as they left it.
 */
export async function importArticle(deed: ImportDeed, given: ImportedArticle): Promise<Imported> {
  const { tx } = deed;
  const place = { source: deed.source, kind: given.kind, key: given.key };
  const { state, publishedAt, commentsOpen, content } = given;
  const hash = sourceHash([state, publishedAt, commentsOpen, content, placeHash(given.sectionId, given.topicIds)]);
  const before = findImported(tx, place);
  if (!before) {
    const id = await addNew(deed, given);
    rememberImported(deed, place, { id, hash, version: 1 });
    rememberPlace(deed, given, id);
    return { id, outcome: "taken" };
  }
  const row = tx.select().from(article).where(eq(article.id, before.id)).get();
  if (!row || row.deletedAt !== null) return { id: before.id, outcome: "removed here" };
  if (before.hash === hash) return { id: row.id, outcome: "unchanged" };
  if (row.version !== before.version || row.withdrawnAt !== null) return { id: row.id, outcome: "edited here" };
  replaceText(deed, row, given);
  moveUnlessMovedHere(deed, row, given);
  rememberImported(deed, place, { id: row.id, hash, version: row.version + 1 });
  return { id: row.id, outcome: "changed" };
}

const articleAt = preparedOn((tx: Writer) =>
  tx
    .select({ id: article.id })
    .from(article)
    .where(eq(article.slug, sql.placeholder("slug")))
    .prepare(),
);

async function addNew(deed: ImportDeed, given: ImportedArticle): Promise<number> {
  const { tx, changed } = deed;
  const slug = await freeSlug(given.slug, async (slug) => articleAt(tx).get({ slug }) !== undefined);
  const id = addArticle(tx, changed, { ...given, slug, createdBy: null, occasion: "import" }, given.createdAt);
  if (given.sticky) placeOnFront(deed, id);
  if (given.views > 0) {
    // On the day it came out, so that years of reading do not make it trend today.
    const day = (given.publishedAt ?? given.createdAt).toISOString().slice(0, 10);
    tx.insert(articleViews).values({ articleId: id, day, views: given.views }).onConflictDoNothing().run();
    changed(trendingTag);
  }
  return id;
}

function replaceText(deed: ImportDeed, row: typeof article.$inferSelect, given: ImportedArticle): void {
  const { tx, changed, now } = deed;
  const before = tagsOfAppearance(tx, row.id);
  const last = tx
    .select({ number: sql<number>`max(${revision.number})` })
    .from(revision)
    .where(eq(revision.articleId, row.id))
    .get();
  const save = { occasion: "import", savedAt: now, savedBy: null, words: given.words };
  const revisionId = addRevision(tx, row.id, (last?.number ?? 0) + 1, given.content, save);
  const isPublic = given.state === "published" || given.state === "scheduled";
  tx.update(article)
    .set({
      workingRevisionId: revisionId,
      liveRevisionId: isPublic ? revisionId : null,
      state: given.state,
      publishedAt: isPublic ? given.publishedAt : null,
      commentsOpen: given.commentsOpen,
      version: row.version + 1,
    })
    .where(eq(article.id, row.id))
    .run();
  changed(...before, ...tagsOfAppearance(tx, row.id));
}

const placeHash = (sectionId: number, topicIds: readonly number[]) => sourceHash([sectionId, ...topicIds]);

/** Moving an article to another section is no new version, so where it was put is remembered by itself. */
function rememberPlace(deed: ImportDeed, given: ImportedArticle, id: number): void {
  const hash = placeHash(given.sectionId, given.topicIds);
  rememberImported(deed, { source: deed.source, kind: `${given.kind} place`, key: given.key }, { id, hash });
}

function moveUnlessMovedHere(deed: ImportDeed, row: typeof article.$inferSelect, given: ImportedArticle): void {
  const { tx, changed } = deed;
  const here = tx
    .select({ id: articleTopic.topicId })
    .from(articleTopic)
    .where(eq(articleTopic.articleId, row.id))
    .orderBy(articleTopic.position)
    .all()
    .map(({ id }) => id);
  const put = findImported(tx, { source: deed.source, kind: `${given.kind} place`, key: given.key });
  const isMovedHere = put?.hash !== placeHash(row.sectionId, here);
  if (isMovedHere || put?.hash === placeHash(given.sectionId, given.topicIds)) return;
  tx.update(article).set({ sectionId: given.sectionId }).where(eq(article.id, row.id)).run();
  tx.delete(articleTopic).where(eq(articleTopic.articleId, row.id)).run();
  given.topicIds.forEach((topicId, position) => {
    tx.insert(articleTopic).values({ articleId: row.id, topicId, position }).run();
  });
  rememberPlace(deed, given, row.id);
  changed(sectionTag(given.sectionId), ...[...here, ...given.topicIds].map(topicTag));
}
