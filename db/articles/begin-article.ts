import { asc, desc, eq, isNull } from "drizzle-orm";
import { accept, type Result, refuse } from "#core/result";
import { freeSlug } from "#core/slug";
import { slugOfHeadline } from "#core/slug-of-headline";
import { transaction, type Writer } from "../client.ts";
import { type Actor, record } from "../log.ts";
import { addArticle, emptyRevision } from "../new-article.ts";
import { article, section } from "../schema.ts";
import { contributorOfStaff } from "./contributor-of-staff.ts";

export type Beginning = {
  headline: string;
  /** Absent for the section this person wrote in last, else the first of the navigation. */
  sectionId?: number;
};

/**
 * Begins a draft. Where the person is a contributor of the publication as well, the byline is theirs, with the
 * affiliation they have now. Returns the article's id.
 */
export function beginArticle(
  actor: Actor,
  { headline, sectionId }: Beginning,
  now: Date,
): Promise<Result<number, "no-such-section">> {
  return transaction(async (tx, changed) => {
    const home = sectionId ?? lastSectionOf(tx, actor) ?? firstSection(tx);
    if (home === undefined || !tx.select({ id: section.id }).from(section).where(eq(section.id, home)).get()) {
      return refuse("no-such-section");
    }
    const slug = await freeSlug(
      slugOfHeadline(headline),
      async (candidate) =>
        tx.select({ id: article.id }).from(article).where(eq(article.slug, candidate)).get() !== undefined,
    );
    const writer = contributorOfStaff(tx, actor);
    const id = addArticle(
      tx,
      changed,
      {
        sectionId: home,
        slug,
        state: "draft",
        publishedAt: null,
        topicIds: [],
        commentsOpen: true,
        content: {
          ...emptyRevision,
          headline,
          bylines: writer ? [{ contributorId: writer.id, affiliation: writer.affiliation }] : [],
        },
        createdBy: actor.staffId,
        occasion: "save",
      },
      now,
    );
    record(tx, actor, "begin", { kind: "article", id, name: headline || "Untitled" }, now);
    return accept(id);
  });
}

function lastSectionOf(tx: Writer, actor: Actor): number | undefined {
  if (actor.staffId === null) return undefined;
  return tx
    .select({ id: article.sectionId })
    .from(article)
    .innerJoin(section, eq(section.id, article.sectionId))
    .where(eq(article.createdBy, actor.staffId))
    .orderBy(desc(article.createdAt))
    .limit(1)
    .get()?.id;
}

function firstSection(tx: Writer): number | undefined {
  return tx
    .select({ id: section.id })
    .from(section)
    .where(isNull(section.retiredAt))
    .orderBy(asc(section.position), asc(section.id))
    .limit(1)
    .get()?.id;
}
