import { desc, eq, isNotNull } from "drizzle-orm";
import { read, transaction } from "#db/client";
import { decideComments } from "#db/comments-decide";
import { theSoftware } from "#db/log";
import { article, comment, section } from "#db/schema";
import { writeSettings } from "#db/settings";
import type { Publication } from "./publication.ts";

/** The addresses of everything that has been published, the newest first. */
export const publishedPaths = (): string[] =>
  read()
    .select({ slug: article.slug, section: section.slug })
    .from(article)
    .innerJoin(section, eq(section.id, article.sectionId))
    .where(isNotNull(article.publishedAt))
    .orderBy(desc(article.publishedAt))
    .all()
    .map((found) => `/${found.section}/${found.slug}`);

/** So many articles that readers can comment on. */
export async function openArticles(publication: Publication, number: number): Promise<string[]> {
  const open: string[] = [];
  for (const path of publishedPaths()) {
    const page = await fetch(publication.address + path);
    if (page.ok && (await page.text()).includes('name="stamp"')) open.push(path);
    if (open.length === number) return open;
  }
  throw new Error(`Only ${open.length} articles take comments.`);
}

/** All journeys come from one network, which may otherwise post once in ten seconds. */
export const withoutPauses = () =>
  transaction(async (tx, changed) =>
    writeSettings(tx, changed, { commentPauseSeconds: 0, commentsPerHour: 0 }, new Date()),
  );

/** Sends a form of a reader's page as a browser with scripts off does. */
export const send = (publication: Publication, path: string, fields: Record<string, string>) =>
  fetch(publication.address + path, {
    method: "POST",
    redirect: "manual",
    headers: { Origin: publication.address },
    body: new URLSearchParams(fields),
  });

export const post = (publication: Publication, path: string, fields: Record<string, string>) =>
  send(publication, path, { form: "reply", website: "", ...fields });

/** Decides on everything that waits: the queue shows the oldest first, and other journeys have left many there. */
export const clearQueue = () =>
  transaction(async (tx, changed) => {
    const waiting = read().select({ id: comment.id }).from(comment).where(eq(comment.status, "held")).all();
    const ids = waiting.map(({ id }) => id);
    decideComments(tx, changed, ids, "removed", theSoftware, new Date());
  });
