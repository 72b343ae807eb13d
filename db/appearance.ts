import { and, asc, desc, eq, sql } from "drizzle-orm";
import { articleTag, contributorTag, latestTag, type PageTag, sectionTag, topicTag } from "#core/page-tags";
import type { Writer } from "./client.ts";
import { preparedOn } from "./prepared.ts";
import { isLive } from "./published.ts";
import { article, articleTopic, byline } from "./schema.ts";

const placeOf = preparedOn((tx: Writer) =>
  tx
    .select({
      sectionId: article.sectionId,
      publishedAt: article.publishedAt,
      liveRevisionId: article.liveRevisionId,
      nextRevisionId: article.nextRevisionId,
    })
    .from(article)
    .where(eq(article.id, sql.placeholder("id")))
    .prepare(),
);

const topicsOf = preparedOn((tx: Writer) =>
  tx
    .select({ id: articleTopic.topicId })
    .from(articleTopic)
    .where(eq(articleTopic.articleId, sql.placeholder("id")))
    .prepare(),
);

const contributorsTo = preparedOn((tx: Writer) =>
  tx
    .select({ id: byline.contributorId })
    .from(byline)
    .where(eq(byline.revisionId, sql.placeholder("revisionId")))
    .prepare(),
);

/** The article that stands next to a place of its section, if one does. */
const neighbour = (side: "older" | "newer") => {
  const direction = side === "older" ? desc : asc;
  return preparedOn((tx: Writer) =>
    tx
      .select({ id: article.id })
      .from(article)
      .where(
        and(
          eq(article.sectionId, sql.placeholder("sectionId")),
          isLive,
          sql`(${article.publishedAt}, ${article.id}) ${sql.raw(side === "older" ? "<" : ">")} (${sql.param(sql.placeholder("publishedAt"), article.publishedAt)}, ${sql.placeholder("id")})`,
        ),
      )
      .orderBy(direction(article.publishedAt), direction(article.id))
      .limit(1)
      .prepare(),
  );
};

const olderNeighbour = neighbour("older");
const newerNeighbour = neighbour("newer");

/**
 * The tags of every page on which an article appears or from which it goes, for the deed that publishes, withdraws,
 * restores or moves it; to be asked for while the article stands where it appears. In a section's past, its older neighbour
 * is among them: a page that follows the section downwards shows the newcomer above that neighbour, so that pages need
 * not depend on the whole section for the sake of articles put into its past.
 */
export function tagsOfAppearance(tx: Writer, articleId: number): PageTag[] {
  const found = placeOf(tx).get({ id: articleId });
  if (!found?.publishedAt) return [articleTag(articleId)];
  const tags: PageTag[] = [articleTag(articleId), sectionTag(found.sectionId), latestTag];
  tags.push(
    ...topicsOf(tx)
      .all({ id: articleId })
      .map(({ id }) => topicTag(id)),
  );
  for (const revisionId of [found.liveRevisionId, found.nextRevisionId]) {
    if (revisionId === null) continue;
    tags.push(
      ...contributorsTo(tx)
        .all({ revisionId })
        .map(({ id }) => contributorTag(id)),
    );
  }
  tags.push(...tagOfOlderNeighbour(tx, { ...found, id: articleId }));
  return tags;
}

type Place = Pick<typeof article.$inferSelect, "id" | "sectionId" | "publishedAt">;

/**
 * The tag of the article that stands below a place of its section; none where the section ends there, and none at its top,
 * above which no page follows it downwards.
 */
export function tagOfOlderNeighbour(tx: Writer, { id, sectionId, publishedAt }: Place): PageTag[] {
  if (!publishedAt) return [];
  const place = { id, sectionId, publishedAt };
  if (!newerNeighbour(tx).get(place)) return [];
  return olderNeighbour(tx)
    .all(place)
    .map(({ id }) => articleTag(id));
}
