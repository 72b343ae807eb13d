import { eq, sql } from "drizzle-orm";
import { trendingTag } from "#core/page-tags";
import { freeSlug } from "#core/slug";
import type { ArticleState } from "#core/workflow";
import { changeAppearance } from "./appearance.ts";
import { relocate, topicIdsOf } from "./articles/move-article.ts";
import type { ArticleRow } from "./articles/working-article.ts";
import type { Writer } from "./client.ts";
import { findImported, type ImportDeed, type Imported, placeOnFront, rememberImported, sourceHash } from "./imports.ts";
import { addArticle, addRevision, type RevisionContent } from "./new-article.ts";
import { preparedOn } from "./prepared.ts";
import { article, articleViews, revision } from "./schema.ts";

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
  replaceText(deed, moveUnlessMovedHere(deed, row, given), given);
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

function replaceText(deed: ImportDeed, row: ArticleRow, given: ImportedArticle): void {
  const { tx, changed, now } = deed;
  const last = tx
    .select({ number: sql<number>`max(${revision.number})` })
    .from(revision)
    .where(eq(revision.articleId, row.id))
    .get();
  const save = { occasion: "import", savedAt: now, savedBy: null, words: given.words };
  const revisionId = addRevision(tx, row.id, (last?.number ?? 0) + 1, given.content, save);
  const isPublic = given.state === "published" || given.state === "scheduled";
  const said = {
    workingRevisionId: revisionId,
    liveRevisionId: isPublic ? revisionId : null,
    state: given.state,
    publishedAt: isPublic ? given.publishedAt : null,
    commentsOpen: given.commentsOpen,
    version: row.version + 1,
  };
  changeAppearance(tx, changed, row, () =>
    tx.update(article).set(said).where(eq(article.id, row.id)).returning().get(),
  );
}

const placeHash = (sectionId: number, topicIds: readonly number[]) => sourceHash([sectionId, ...topicIds]);

/** Moving an article to another section is no new version, so where it was put is remembered by itself. */
function rememberPlace(deed: ImportDeed, given: ImportedArticle, id: number): void {
  const hash = placeHash(given.sectionId, given.topicIds);
  rememberImported(deed, { source: deed.source, kind: `${given.kind} place`, key: given.key }, { id, hash });
}

/** Returns the article where it stands then. */
function moveUnlessMovedHere(deed: ImportDeed, row: ArticleRow, given: ImportedArticle): ArticleRow {
  const { tx, changed, now } = deed;
  const put = findImported(tx, { source: deed.source, kind: `${given.kind} place`, key: given.key });
  const isMovedHere = put?.hash !== placeHash(row.sectionId, topicIdsOf(tx, row.id));
  if (isMovedHere || put?.hash === placeHash(given.sectionId, given.topicIds)) return row;
  rememberPlace(deed, given, row.id);
  const { sectionId, topicIds } = given;
  return relocate(tx, changed, row, { sectionId, slug: row.slug, topicIds }, now);
}
