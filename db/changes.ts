import { gt, lt, max } from "drizzle-orm";
import type { PageTag } from "#core/page-tags";
import { read, readingEngine, transaction } from "./client.ts";
import { change } from "./schema.ts";

/** A number that differs from the last answer when any other connection has committed since. Costs no reading of rows. */
export const committedVersion = (): number => Number(readingEngine().pragma("data_version", { simple: true }));

export async function lastChangeId(): Promise<number> {
  const [row] = await read()
    .select({ id: max(change.id) })
    .from(change);
  return row?.id ?? 0;
}

/** What deeds changed for readers after the change of that number, oldest first. */
export async function listChangesAfter(id: number): Promise<{ id: number; tag: PageTag }[]> {
  const rows = await read()
    .select({ id: change.id, tag: change.tag })
    .from(change)
    .where(gt(change.id, id))
    .orderBy(change.id);
  return rows.map((row) => ({ id: row.id, tag: row.tag as PageTag }));
}

/** Forgets changes from before a moment, when every process has long since seen them. */
export const pruneChanges = (before: Date): Promise<void> =>
  transaction(async (tx) => {
    tx.delete(change).where(lt(change.at, before)).run();
  });
