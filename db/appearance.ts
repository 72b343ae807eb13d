import { and, asc, desc, eq, sql } from "drizzle-orm";
import { articleTag, contributorTag, latestTag, type PageTag, sectionTag, topicTag } from "#core/page-tags";
import type { Changed, Writer } from "./client.ts";
import { preparedOn } from "./prepared.ts";
import { released } from "./published.ts";
import { article, articleTopic, byline } from "./schema.ts";

/** What of an article decides whether and where it appears. */
export type Appearance = Pick<
  typeof article.$inferSelect,
  "id" | "sectionId" | "publishedAt" | "liveRevisionId" | "nextRevisionId" | "withdrawnAt" | "deletedAt"
>;

/** What of an article decides whether it appears. */
export type Released = Pick<Appearance, "liveRevisionId" | "publishedAt" | "withdrawnAt" | "deletedAt">;

/**
 * Whether a page that is kept may show the article, or has been told the moment at which it will; what else is done with
 * articles concerns no page. `released` of the public door, of a row at hand.
 */
export const isReleased = ({ liveRevisionId, publishedAt, withdrawnAt, deletedAt }: Released): boolean =>
  liveRevisionId !== null && publishedAt !== null && withdrawnAt === null && deletedAt === null;

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

/** The article that stands next to another in their section, if one does. */
const neighbour = (side: "older" | "newer") => {
  const direction = side === "older" ? desc : asc;
  return preparedOn((tx: Writer) =>
    tx
      .select({ id: article.id })
      .from(article)
      .where(
        and(
          eq(article.sectionId, sql.placeholder("sectionId")),
          released,
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
 * The tags of every page that shows an article or knows its moment, asked for while it stands there; none where it is not
 * released. In a section's past, its older neighbour is among them: a page that follows the section downwards shows the
 * newcomer above that neighbour, so that pages need not depend on the whole section for the sake of articles put into its
 * past.
 */
export function tagsOfAppearance(tx: Writer, row: Appearance): PageTag[] {
  if (!isReleased(row)) return [];
  const { id, sectionId, liveRevisionId, nextRevisionId } = row;
  const contributors = [liveRevisionId, nextRevisionId]
    .filter((revisionId) => revisionId !== null)
    .flatMap((revisionId) => contributorsTo(tx).all({ revisionId }));
  return [
    articleTag(id),
    sectionTag(sectionId),
    latestTag,
    ...topicsOf(tx)
      .all({ id })
      .map((topic) => topicTag(topic.id)),
    ...contributors.map((contributor) => contributorTag(contributor.id)),
    ...tagOfOlderNeighbour(tx, row),
  ];
}

/**
 * Changes where an article appears, or what of it: `deed` does so and returns the article as it then is. The pages that it
 * has left are told, and those it has come to.
 */
export function changeAppearance<Row extends Appearance>(tx: Writer, changed: Changed, row: Row, deed: () => Row): Row {
  const before = tagsOfAppearance(tx, row);
  const after = deed();
  changed(...before, ...tagsOfAppearance(tx, after));
  return after;
}

/** None where the section ends below, and none at its top, above which no page follows it downwards. */
function tagOfOlderNeighbour(tx: Writer, { id, sectionId, publishedAt }: Appearance): PageTag[] {
  const position = { id, sectionId, publishedAt };
  if (!newerNeighbour(tx).get(position)) return [];
  return olderNeighbour(tx)
    .all(position)
    .map((older) => articleTag(older.id));
}
