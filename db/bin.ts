import { and, type Column, gt, isNotNull, isNull, lte, or, type SQL } from "drizzle-orm";
import { undoSince } from "#core/undo";

/* The bin: what staff deleted and can still bring back. Each takes the column that says when a thing was deleted. */

export const isInBin = (deletedAt: Column, now: Date): SQL => gt(deletedAt, undoSince(now));

/** At hand, or able to come back. */
export const isNotGone = (deletedAt: Column, now: Date): SQL | undefined =>
  or(isNull(deletedAt), isInBin(deletedAt, now));

/** Its 30 days are over: it is to be removed for good. */
export const hadItsTime = (deletedAt: Column, now: Date): SQL | undefined =>
  and(isNotNull(deletedAt), lte(deletedAt, undoSince(now)));
