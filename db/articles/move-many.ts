import { type ArticleReader, mayMove, mayOpenArticle } from "#core/article-access";
import { accept, type Result, refuse } from "#core/result";
import { transaction } from "../client.ts";
import type { Actor } from "../log.ts";
import { type MoveRefusal, moveTo, topicIdsOf } from "./move-article.ts";
import { findWorkingArticle, loggedArticle } from "./working-article.ts";

/** What many articles are given at once: another section, one topic more, or both. */
export type ManyMoves = { sectionId?: number; topicId?: number };

/** Why an article of many was left as it was. */
export type LeftReason = MoveRefusal | "not-allowed" | "nothing-to-change";

export type MovedMany = { moved: number; left: { headline: string; reason: LeftReason }[] };

/**
 * Gives each of some articles a section or a topic, each in a deed of its own with its line in the log: one that is left
 * as it was holds up no other. What `mover` may not open is told as not found, without its headline.
 */
export async function moveMany(
  mover: Actor & ArticleReader,
  articleIds: readonly number[],
  given: ManyMoves,
  now: Date,
): Promise<MovedMany> {
  const answer: MovedMany = { moved: 0, left: [] };
  for (const id of new Set(articleIds)) {
    const { headline, result } = await moveOne(mover, id, given, now);
    if (result.ok) answer.moved += 1;
    else answer.left.push({ headline, reason: result.reason });
  }
  return answer;
}

function moveOne(
  mover: Actor & ArticleReader,
  id: number,
  given: ManyMoves,
  now: Date,
): Promise<{ headline: string; result: Result<unknown, LeftReason> }> {
  return transaction(async (tx, changed) => {
    const row = findWorkingArticle(tx, id, now);
    if (!row || !mayOpenArticle(mover, row)) return { headline: "", result: refuse("not-found") };
    const headline = loggedArticle(tx, row).name;
    if (!mayMove(mover, row)) return { headline, result: refuse("not-allowed") };
    const topicIds = topicIdsOf(tx, id);
    const isNewSection = given.sectionId !== undefined && given.sectionId !== row.sectionId;
    const isNewTopic = given.topicId !== undefined && !topicIds.includes(given.topicId);
    if (!isNewSection && !isNewTopic) return { headline, result: refuse("nothing-to-change") };
    const filing = {
      sectionId: given.sectionId ?? row.sectionId,
      slug: row.slug,
      topicIds: given.topicId !== undefined && isNewTopic ? [...topicIds, given.topicId] : topicIds,
    };
    const moved = moveTo(tx, changed, mover, row, filing, now);
    return { headline, result: moved.ok ? accept(null) : moved };
  });
}
