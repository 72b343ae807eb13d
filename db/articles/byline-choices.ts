import { and, asc, eq, isNull, like, or } from "drizzle-orm";
import { freeSlug, slugify } from "#core/slug";
import { read, transaction } from "../client.ts";
import { type Actor, record } from "../log.ts";
import { contributor, topic } from "../schema.ts";

export type NamedContributor = { id: number; name: string; affiliation: string };

/** How many names are offered while somebody types. */
const MOST_CHOICES = 8;

/** Contributors one of whose names begins with these words. */
export async function findContributorChoices(words: string): Promise<NamedContributor[]> {
  const wanted = words.trim().replace(/[%_]/g, "");
  if (wanted === "") return [];
  return read()
    .select({ id: contributor.id, name: contributor.name, affiliation: contributor.affiliation })
    .from(contributor)
    .where(
      and(
        isNull(contributor.deletedAt),
        or(like(contributor.name, `${wanted}%`), like(contributor.name, `% ${wanted}%`)),
      ),
    )
    .orderBy(asc(contributor.name))
    .limit(MOST_CHOICES)
    .all();
}

/** Adds somebody who has not written here before. Two people may have one name. */
export function beginContributor(
  actor: Actor,
  given: { name: string; affiliation: string },
  now: Date,
): Promise<NamedContributor> {
  return transaction(async (tx) => {
    const slug = await freeSlug(
      slugify(given.name) || "contributor",
      async (candidate) =>
        tx.select({ id: contributor.id }).from(contributor).where(eq(contributor.slug, candidate)).get() !== undefined,
    );
    const { id } = tx
      .insert(contributor)
      .values({ ...given, slug })
      .returning({ id: contributor.id })
      .get();
    record(tx, actor, "add", { kind: "contributor", id, name: given.name }, now);
    return { id, ...given };
  });
}

/** The topic of that name, added where there is none. A retired one comes back. */
export function beginTopic(actor: Actor, name: string, now: Date): Promise<{ id: number; name: string }> {
  return transaction(async (tx) => {
    const columns = { id: topic.id, name: topic.name, retiredAt: topic.retiredAt };
    const known = tx.select(columns).from(topic).where(eq(topic.name, name)).get();
    if (known) {
      if (known.retiredAt) tx.update(topic).set({ retiredAt: null }).where(eq(topic.id, known.id)).run();
      return { id: known.id, name: known.name };
    }
    const slug = await freeSlug(
      slugify(name) || "topic",
      async (candidate) => tx.select({ id: topic.id }).from(topic).where(eq(topic.slug, candidate)).get() !== undefined,
    );
    const added = tx.insert(topic).values({ name, slug }).returning({ id: topic.id, name: topic.name }).get();
    record(tx, actor, "add", { kind: "topic", id: added.id, name }, now);
    return added;
  });
}
