import { accept, type Result, refuse } from "./result.ts";

/** How long what staff deleted lies in the bin, from where it can be brought back. Afterwards it goes for good. */
export const UNDO_DAYS = 30;

/** What was deleted before this moment cannot come back. */
export const undoSince = (now: Date): Date => new Date(now.getTime() - UNDO_DAYS * 86_400_000);

export type UndoRefusal = "not-found" | "too-late";

/** The thing as it lies in the bin, or why it cannot be brought back. */
export function takeFromBin<Thing extends { deletedAt: Date | null }>(
  thing: Thing | undefined,
  now: Date,
): Result<Thing, UndoRefusal> {
  if (!thing?.deletedAt) return refuse("not-found");
  return thing.deletedAt <= undoSince(now) ? refuse("too-late") : accept(thing);
}
