import { asc, eq, inArray, or } from "drizzle-orm";
import { articleTag, latestTag } from "#core/page-tags";
import { accept, type Result, refuse } from "#core/result";
import type { ArticleState } from "#core/workflow";
import { isReleased } from "../appearance.ts";
import { type Changed, read, transaction, type Writer } from "../client.ts";
import { type Actor, record } from "../log.ts";
import { article, revision } from "../schema.ts";
import { readSettings } from "../settings.ts";
import { type ArticleRow, findWorkingArticle, loggedArticle, stateNow } from "./working-article.ts";

/*
 * Articles that say the same in different languages. One of them is the original, and the others name it; a group has no
 * other record, so that nothing can be half in it. It belongs to the articles and not to their texts, and changes at once.
 */

export type TranslationRefusal = "not-found" | "no-such-article" | "itself" | "together-already" | "same-language";

/** Names an article a translation of another. What either has been together with already comes along. */
export async function nameTranslation(
  actor: Actor,
  articleId: number,
  ofId: number,
  now: Date,
): Promise<Result<null, TranslationRefusal>> {
  const { language } = await readSettings();
  return transaction(async (tx, changed) => {
    const row = findWorkingArticle(tx, articleId, now);
    if (!row) return refuse("not-found");
    if (articleId === ofId) return refuse("itself");
    const other = findWorkingArticle(tx, ofId, now);
    if (!other) return refuse("no-such-article");
    const original = other.originalId ?? other.id;
    if ((row.originalId ?? row.id) === original) return refuse("together-already");
    const coming = groupOf(tx, row);
    const there = groupOf(tx, other);
    const languages = [...coming, ...there].filter(isKept).map((version) => version.language ?? language);
    if (new Set(languages).size < languages.length) return refuse("same-language");

    tx.update(article)
      .set({ originalId: original })
      .where(
        inArray(
          article.id,
          coming.map(({ id }) => id),
        ),
      )
      .run();
    tell(changed, [...coming, ...there]);
    const [named, namedOther] = [loggedArticle(tx, row), loggedArticle(tx, other)];
    record(tx, actor, "translate", named, now, { to: namedOther.name });
    record(tx, actor, "translate", namedOther, now, { to: named.name });
    return accept(null);
  });
}

/** Takes an article out of its translations. Where it was the original, the oldest of the others takes its place. */
export function leaveTranslations(actor: Actor, articleId: number, now: Date): Promise<Result<null, "not-found">> {
  return transaction(async (tx, changed) => {
    const row = findWorkingArticle(tx, articleId, now);
    if (!row) return refuse("not-found");
    if (leaveGroup(tx, changed, row)) record(tx, actor, "leave-translations", loggedArticle(tx, row), now);
    return accept(null);
  });
}

/** The same within a deed that has found the article already. False where it stands alone. */
export function leaveGroup(tx: Writer, changed: Changed, row: Pick<ArticleRow, "id" | "originalId">): boolean {
  const group = groupOf(tx, row);
  const [first] = group.filter(({ id }) => id !== row.id);
  if (!first) return false;
  tx.update(article).set({ originalId: null }).where(eq(article.id, row.id)).run();
  if (row.originalId === null) {
    tx.update(article).set({ originalId: first.id }).where(eq(article.originalId, row.id)).run();
    tx.update(article).set({ originalId: null }).where(eq(article.id, first.id)).run();
  }
  tell(changed, group);
  return true;
}

type Member = ArticleRow & { language: string | null; headline: string };

const isKept = ({ deletedAt }: ArticleRow) => deletedAt === null;

/** An article and its translations, in the order in which they were begun; what lies in the bin is among them. */
function groupOf(tx: Pick<Writer, "select">, row: Pick<ArticleRow, "id" | "originalId">): Member[] {
  const original = row.originalId ?? row.id;
  return tx
    .select({ row: article, language: revision.language, headline: revision.headline })
    .from(article)
    .innerJoin(revision, eq(revision.id, article.workingRevisionId))
    .where(or(eq(article.id, original), eq(article.originalId, original)))
    .orderBy(asc(article.id))
    .all()
    .map((member) => ({ ...member.row, language: member.language, headline: member.headline }));
}

/** Pages depend on every version, so the page of a live one must learn of a draft before that is published. */
function tell(changed: Changed, group: readonly Member[]): void {
  const shown = group.filter(isReleased);
  if (shown.length > 0) changed(...shown.map(({ id }) => articleTag(id)), latestTag);
}

export type DeskTranslation = {
  id: number;
  headline: string;
  language: string | null;
  state: ArticleState;
  isOriginal: boolean;
  createdBy: number | null;
};

/** The other versions of an article as the desk shows them, the original first. */
export async function listOtherVersions(
  row: Pick<ArticleRow, "id" | "originalId">,
  now: Date,
): Promise<DeskTranslation[]> {
  return groupOf(read(), row)
    .filter((member) => member.id !== row.id && isKept(member))
    .map((member) => ({
      id: member.id,
      headline: member.headline,
      language: member.language,
      state: stateNow(member, now),
      isOriginal: member.originalId === null,
      createdBy: member.createdBy,
    }))
    .sort((one, other) => Number(other.isOriginal) - Number(one.isOriginal));
}
