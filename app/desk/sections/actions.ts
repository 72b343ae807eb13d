"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { deskAction } from "#app/_server/form";
import {
  isYes,
  mergeRefusals,
  slugOf,
  slugRefusals,
  thingDescription,
  thingId,
  thingName,
  typedSlug,
} from "#app/_server/named-thing";
import { mergeSection, undoSectionMerge } from "#db/merge-sections";
import {
  changeSection,
  createSection,
  moveSection,
  restoreSection,
  retireSection,
  type SectionRefusal,
} from "#db/sections";

const refusals: Record<SectionRefusal | "same-section", string> = {
  ...slugRefusals,
  "not-found": "This section is no longer there.",
  "same-section": "Please choose another section.",
  "last-section": "This is the only section: articles have to stand somewhere.",
};
const field = (reason: SectionRefusal) => (reason.startsWith("slug") ? "slug" : "");

const content = z.object({
  name: thingName,
  slug: typedSlug,
  description: thingDescription,
  moderation: z.union([z.literal("").transform(() => null), z.enum(["pre", "post"])]),
});
const one = z.object({ id: thingId });

export const addSection = deskAction("taxonomy:manage", content, async (staff, typed) => {
  const created = await createSection(staff, { ...typed, slug: slugOf(typed) }, new Date());
  if (!created.ok) return { errors: { slug: refusals[created.reason] } };
  return { done: `“${typed.name}” is in the navigation.` };
});

export const saveSection = deskAction("taxonomy:manage", content.extend(one.shape), async (staff, { id, ...typed }) => {
  const saved = await changeSection(staff, id, { ...typed, slug: slugOf(typed) }, new Date());
  if (!saved.ok) return { errors: { [field(saved.reason)]: refusals[saved.reason] } };
  return { done: "Saved. Former addresses lead here." };
});

const step = one.extend({ direction: z.enum(["up", "down"]) });

export const reorderSection = deskAction("taxonomy:manage", step, async (staff, { id, direction }) => {
  const moved = await moveSection(staff, id, direction, new Date());
  return moved.ok ? { done: "Moved." } : { errors: { "": refusals[moved.reason] } };
});

const into = z.coerce.number("Please choose a section.").int().positive("Please choose a section.");

export const mergeSections = deskAction("taxonomy:manage", one.extend({ into }), async (staff, typed) => {
  const merged = await mergeSection(staff, typed.id, typed.into, new Date());
  if (!merged.ok) return { errors: { into: refusals[merged.reason] } };
  redirect("/desk/sections");
});

const toRetire = one.extend({ retired: isYes });

export const setRetired = deskAction("taxonomy:manage", toRetire, async (staff, { id, retired }) => {
  const set = await (retired ? retireSection : restoreSection)(staff, id, new Date());
  if (!set.ok) return { errors: { "": refusals[set.reason] } };
  return { done: retired ? "Retired." : "Back in the navigation." };
});

export const undoMerge = deskAction("taxonomy:manage", one, async (staff, { id }) => {
  const undone = await undoSectionMerge(staff, id, new Date());
  return undone.ok ? { done: "Two sections again." } : { errors: { "": mergeRefusals[undone.reason] } };
});
