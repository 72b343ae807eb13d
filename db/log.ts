import type { Writer } from "./client.ts";
import { logEntry } from "./schema.ts";

/** Who does a deed: a member of staff; without an account an outsider by name, or, without a name, the software. */
export type Actor = { staffId: number | null; name: string };

/** The command line, the clock, an importer. */
export const theSoftware: Actor = { staffId: null, name: "" };

export type LoggedThing = { kind: string; id: number | null; name: string };

/** Writes a line of the log, inside the deed it tells of, so that neither exists without the other. */
export function record(
  tx: Writer,
  actor: Actor,
  verb: string,
  thing: LoggedThing,
  now: Date,
  detail: Record<string, unknown> = {},
): void {
  tx.insert(logEntry)
    .values({
      at: now,
      staffId: actor.staffId,
      staffName: actor.name,
      verb,
      thingKind: thing.kind,
      thingId: thing.id,
      thingName: thing.name,
      detail,
    })
    .run();
}
