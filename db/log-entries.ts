import { and, asc, count, desc, eq, isNotNull, isNull, like, type SQL } from "drizzle-orm";
import { read } from "./client.ts";
import { logEntry, staff } from "./schema.ts";

export type LogFilter = {
  /** Whose deeds; null is the software's own. */
  staffId?: number | null;
  kind?: string;
  thingId?: number;
  /** Part of the thing's name. */
  words?: string;
};

/** Who did what to which thing and when, the newest first. */
export async function listLog(filter: LogFilter, { limit, offset }: { limit: number; offset: number }) {
  const wanted = conditionOf(filter);
  const entries = read()
    .select()
    .from(logEntry)
    .where(wanted)
    .orderBy(desc(logEntry.at), desc(logEntry.id))
    .limit(limit)
    .offset(offset)
    .all();
  const total = read().select({ entries: count() }).from(logEntry).where(wanted).get()?.entries ?? 0;
  return { entries, total };
}

function conditionOf({ staffId, kind, thingId, words }: LogFilter): SQL | undefined {
  return and(
    staffId === null ? and(isNull(logEntry.staffId), eq(logEntry.staffName, "")) : undefined,
    typeof staffId === "number" ? eq(logEntry.staffId, staffId) : undefined,
    kind ? eq(logEntry.thingKind, kind) : undefined,
    thingId === undefined ? undefined : eq(logEntry.thingId, thingId),
    words ? like(logEntry.thingName, `%${words.replace(/[%_]/g, "")}%`) : undefined,
  );
}

/** What the log can be narrowed down to: the people and the kinds of things in it. */
export async function listLogChoices() {
  const people = read()
    .selectDistinct({ id: staff.id, name: staff.name })
    .from(logEntry)
    .innerJoin(staff, eq(staff.id, logEntry.staffId))
    .where(isNotNull(logEntry.staffId))
    .orderBy(asc(staff.name))
    .all();
  const kinds = read()
    .selectDistinct({ kind: logEntry.thingKind })
    .from(logEntry)
    .orderBy(asc(logEntry.thingKind))
    .all();
  return { people, kinds: kinds.map(({ kind }) => kind) };
}
