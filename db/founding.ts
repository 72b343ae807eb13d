import { count } from "drizzle-orm";
import { navigationTag } from "#core/page-tags";
import { type Changed, read, type Writer } from "./client.ts";
import type { ContributorLink } from "./schema/publication.ts";
import {
  articleViews,
  contributor,
  correction,
  importedThing,
  logEntry,
  section,
  setting,
  staff,
  topic,
} from "./schema.ts";

/** True as long as nobody and nothing has ever put anything into this database. */
export async function isUntouched(): Promise<boolean> {
  return [section, topic, contributor, setting, staff, importedThing, logEntry].every(
    (table) => read().select({ rows: count() }).from(table).get()?.rows === 0,
  );
}

export type NewSection = { slug: string; name: string; description: string; position: number };

export function addSection(tx: Writer, changed: Changed, given: NewSection): number {
  changed(navigationTag);
  return tx.insert(section).values(given).returning({ id: section.id }).get().id;
}

export type NewTopic = { slug: string; name: string; description: string };

export function addTopic(tx: Writer, given: NewTopic): number {
  return tx.insert(topic).values(given).returning({ id: topic.id }).get().id;
}

export type NewContributor = { slug: string; name: string; affiliation: string; bio: string; links: ContributorLink[] };

export function addContributor(tx: Writer, given: NewContributor): number {
  return tx.insert(contributor).values(given).returning({ id: contributor.id }).get().id;
}

/** Adds a correction note as it was printed elsewhere or before. */
export function addCorrection(tx: Writer, articleId: number, text: string, publishedAt: Date): void {
  tx.insert(correction).values({ articleId, text, publishedAt }).run();
}

/** Sets the views an article had on a day that has not been counted. `day` is in UTC, "2026-11-23". */
export function addViews(tx: Writer, articleId: number, day: string, views: number): void {
  tx.insert(articleViews).values({ articleId, day, views }).run();
}
