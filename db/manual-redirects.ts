import { and, asc, count, desc, eq, isNull, like, or, type SQL } from "drizzle-orm";
import { redirectsTag } from "#core/page-tags";
import { articlePath, contributorPath, sectionPath, topicPath } from "#core/paths";
import { formerPath, loopIn, type RedirectLine, redirectTarget } from "#core/redirect-path";
import { accept, type Result, refuse } from "#core/result";
import { takeFromBin, type UndoRefusal } from "#core/undo";
import { isInBin } from "./bin.ts";
import { read, transaction, type Writer } from "./client.ts";
import { environment } from "./environment.ts";
import { type Actor, record } from "./log.ts";
import { article, contributor, redirect, section, topic } from "./schema.ts";

export type RedirectRefusal = "from-unfit" | "to-unfit" | "loop" | "in-use" | "from-taken";

const thing = ({ fromPath }: { fromPath: string }) => ({ kind: "redirect", id: null, name: fromPath });

/** Former addresses with where they lead, or those in the bin; the newest first. */
export async function listRedirects(
  { words, deleted }: { words: string; deleted: boolean },
  { limit, offset }: { limit: number; offset: number },
  now: Date,
) {
  const there = deleted ? isInBin(redirect.deletedAt, now) : isNull(redirect.deletedAt);
  const wanted = and(there, containing(words));
  const rows = read()
    .select({
      id: redirect.id,
      fromPath: redirect.fromPath,
      toPath: redirect.toPath,
      origin: redirect.origin,
      createdAt: redirect.createdAt,
      article: article.slug,
      articleSection: section.slug,
      topic: topic.slug,
      contributor: contributor.slug,
      sectionId: redirect.sectionId,
    })
    .from(redirect)
    .leftJoin(article, eq(article.id, redirect.articleId))
    .leftJoin(section, or(eq(section.id, article.sectionId), eq(section.id, redirect.sectionId)))
    .leftJoin(topic, eq(topic.id, redirect.topicId))
    .leftJoin(contributor, eq(contributor.id, redirect.contributorId))
    .where(wanted)
    .orderBy(desc(redirect.createdAt), asc(redirect.id))
    .limit(limit)
    .offset(offset)
    .all();
  const total = read().select({ redirects: count() }).from(redirect).where(wanted).get()?.redirects ?? 0;
  const redirects = rows.map(({ id, fromPath, origin, createdAt, ...target }) => {
    return { id, fromPath, origin, createdAt, to: leadsTo(target) };
  });
  return { redirects, total };
}

const containing = (words: string): SQL | undefined => {
  const pattern = `%${words.replace(/[%_]/g, "")}%`;
  return words === "" ? undefined : or(like(redirect.fromPath, pattern), like(redirect.toPath, pattern));
};

type Target = Record<"toPath" | "article" | "articleSection" | "topic" | "contributor", string | null>;

function leadsTo(target: Target): string {
  if (target.toPath) return target.toPath;
  if (target.article && target.articleSection) return articlePath(target.articleSection, target.article);
  if (target.articleSection) return sectionPath(target.articleSection);
  if (target.topic) return topicPath(target.topic);
  return target.contributor ? contributorPath(target.contributor) : "";
}

/** Adds one redirect by hand. */
export function addRedirect(
  actor: Actor,
  given: { from: string; to: string },
  now: Date,
): Promise<Result<null, RedirectRefusal>> {
  return transaction(async (tx, changed) => {
    const added = put(tx, given, now, "refuse");
    if (!added.ok) return added;
    changed(redirectsTag);
    record(tx, actor, "create", { kind: "redirect", id: null, name: added.value }, now, { to: given.to.trim() });
    return accept(null);
  });
}

/**
 * Takes a list of redirects: the lines that can be taken are, the others are named with their reason. A later line, or
 * a later list, says where an address leads that an earlier one led elsewhere.
 */
export function importRedirects(
  actor: Actor,
  lines: readonly RedirectLine[],
  now: Date,
): Promise<{ taken: number; refused: { line: number; reason: RedirectRefusal }[] }> {
  return transaction(async (tx, changed) => {
    const refused: { line: number; reason: RedirectRefusal }[] = [];
    for (const given of lines) {
      const added = put(tx, given, now, "replace");
      if (!added.ok) refused.push({ line: given.line, reason: added.reason });
    }
    const taken = lines.length - refused.length;
    if (taken > 0) {
      changed(redirectsTag);
      record(tx, actor, "import", { kind: "redirect", id: null, name: "" }, now, { taken, refused: refused.length });
    }
    return { taken, refused };
  });
}

function put(
  tx: Writer,
  given: { from: string; to: string },
  now: Date,
  where: "refuse" | "replace",
): Result<string, RedirectRefusal> {
  const [fromPath, toPath] = [formerPath(given.from), redirectTarget(given.to, environment().PUBLIC_URL)];
  if (fromPath === undefined) return refuse("from-unfit");
  if (toPath === undefined) return refuse("to-unfit");
  if (isInUse(tx, fromPath)) return refuse("in-use");
  if (findRedirectFrom(tx, fromPath) && where === "refuse") return refuse("from-taken");
  if (closesCircle(tx, fromPath, toPath)) return refuse("loop");
  const nothing = { articleId: null, sectionId: null, topicId: null, contributorId: null, deletedAt: null };
  const values = { toPath, origin: "manual", createdAt: now } as const;
  tx.insert(redirect)
    .values({ fromPath, ...values })
    .onConflictDoUpdate({ target: redirect.fromPath, set: { ...nothing, ...values } })
    .run();
  return accept(fromPath);
}

const findRedirectFrom = (tx: Writer, path: string) =>
  tx
    .select()
    .from(redirect)
    .where(and(eq(redirect.fromPath, path), isNull(redirect.deletedAt)))
    .get();

/** What leads to a thing, and not to a path, follows it and cannot come back. */
const closesCircle = (tx: Writer, fromPath: string, toPath: string): boolean =>
  loopIn(fromPath, toPath, (path) => findRedirectFrom(tx, path)?.toPath ?? undefined) !== undefined;

/** An address at which something stands needs no redirect, and would not be asked for one. */
function isInUse(tx: Writer, path: string): boolean {
  const [first = "", second, third] = path.slice(1).split("/");
  if (third !== undefined) return false;
  if (second === undefined) return tx.select().from(section).where(eq(section.slug, first)).get() !== undefined;
  const home = tx
    .select({ slug: section.slug })
    .from(article)
    .innerJoin(section, eq(section.id, article.sectionId))
    .where(and(eq(article.slug, second), isNull(article.deletedAt)))
    .get();
  return home?.slug === first;
}

/** Puts a redirect into the bin: its address leads nowhere from then on. */
export function deleteRedirect(actor: Actor, id: number, now: Date): Promise<Result<null, "not-found">> {
  return transaction(async (tx, changed) => {
    const row = tx
      .update(redirect)
      .set({ deletedAt: now })
      .where(and(eq(redirect.id, id), isNull(redirect.deletedAt)))
      .returning()
      .get();
    if (!row) return refuse("not-found");
    changed(redirectsTag);
    record(tx, actor, "delete", thing(row), now, { to: row.toPath });
    return accept(null);
  });
}

/** Brings a redirect back, unless its address has been given to something or it would now lead in a circle. */
export function restoreRedirect(
  actor: Actor,
  id: number,
  now: Date,
): Promise<Result<null, UndoRefusal | "in-use" | "loop">> {
  return transaction(async (tx, changed) => {
    const found = takeFromBin(tx.select().from(redirect).where(eq(redirect.id, id)).get(), now);
    if (!found.ok) return found;
    const { fromPath, toPath } = found.value;
    if (isInUse(tx, fromPath)) return refuse("in-use");
    if (toPath && closesCircle(tx, fromPath, toPath)) return refuse("loop");
    tx.update(redirect).set({ deletedAt: null }).where(eq(redirect.id, id)).run();
    changed(redirectsTag);
    record(tx, actor, "restore", thing(found.value), now, { to: toPath });
    return accept(null);
  });
}
