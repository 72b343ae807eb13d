"use server";

import { z } from "zod";
import { deskAction } from "#app/_server/form";
import { thingId } from "#app/_server/named-thing";
import { momentAt } from "#core/local-time";
import {
  MOST_PLACED,
  movePlacement,
  type PlacementRefusal,
  pinPlacement,
  placeArticle,
  removePlacement,
} from "#db/placements";
import { readSettings } from "#db/settings";

const refusals: Record<PlacementRefusal, string> = {
  "not-found": "This is no longer there. Please load the page again.",
  "not-published": "Readers cannot see this article at present.",
  "already-placed": "It stands at the head already.",
  full: `Up to ${MOST_PLACED} stories lead a page. Take one off first.`,
  past: "Please name a moment that is still to come.",
};

const place = z.object({
  articleId: thingId,
  sectionId: z.union([z.literal("").transform(() => null), thingId]),
});

export const lead = deskAction("front:arrange", place, async (staff, typed) => {
  const placed = await placeArticle(staff, { ...typed, until: null }, new Date());
  return placed.ok ? { done: "It leads the page." } : { errors: { "": refusals[placed.reason] } };
});

const one = z.object({ id: thingId });

export const move = deskAction(
  "front:arrange",
  one.extend({ to: z.coerce.number().int().min(-1).max(1_000) }),
  async (staff, { id, to }) => {
    const moved = await movePlacement(staff, id, to, new Date());
    return moved.ok ? { done: "Moved." } : { errors: { "": refusals[moved.reason] } };
  },
);

export const pin = deskAction("front:arrange", one.extend({ until: z.string().trim() }), async (staff, typed) => {
  const until = typed.until === "" ? null : momentAt(typed.until, (await readSettings()).timeZone);
  if (until === undefined) return { errors: { until: "Please give a day and a time." } };
  const pinned = await pinPlacement(staff, typed.id, until, new Date());
  if (!pinned.ok) return { errors: { until: refusals[pinned.reason] } };
  return { done: until ? "It leads until then." : "It leads for good." };
});

export const takeOff = deskAction("front:arrange", one, async (staff, { id }) => {
  const removed = await removePlacement(staff, id, new Date());
  return removed.ok ? { done: "Taken off." } : { errors: { "": refusals[removed.reason] } };
});
