import type { PageTag } from "#core/page-tags";
import { committedVersion, lastChangeId, listChangesAfter, pruneChanges } from "#db/changes";
import { onChange } from "#db/client";
import type { Log } from "./log.ts";

/** Well within the second after which another process's deed must show. */
const LOOK_MS = 250;
const PRUNE_MS = 10 * 60_000;
const KEEP_MS = 60 * 60_000;

/**
 * Calls `changed` with what deeds changed for readers: those of this process at once, those of others (the command line,
 * a second server) as soon as they are seen in the database. Returns how to stop.
 */
export async function followChanges(changed: (tags: PageTag[]) => void, log: Log): Promise<() => void> {
  const ours = new Set<number>();
  const stopListening = onChange((tags, ids) => {
    for (const id of ids) ours.add(id);
    changed(tags);
  });
  let version = committedVersion();
  let last = await lastChangeId();
  let looking = false;

  const look = async () => {
    const current = committedVersion();
    if (looking || current === version) return;
    looking = true;
    try {
      const tags = new Set<PageTag>();
      for (const { id, tag } of await listChangesAfter(last)) {
        last = id;
        if (!ours.delete(id)) tags.add(tag);
      }
      version = current;
      if (tags.size > 0) changed([...tags]);
    } finally {
      looking = false;
    }
  };
  const complain = (error: unknown) => log.error({ error }, "Changes of other processes could not be read");
  const looker = setInterval(() => void look().catch(complain), LOOK_MS).unref();
  const pruner = setInterval(() => {
    pruneChanges(new Date(Date.now() - KEEP_MS)).catch(complain);
  }, PRUNE_MS).unref();
  return () => {
    stopListening();
    clearInterval(looker);
    clearInterval(pruner);
  };
}
