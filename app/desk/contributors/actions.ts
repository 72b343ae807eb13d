"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { deskAction } from "#app/_server/form";
import { linkLines } from "#app/_server/lines";
import {
  mergeRefusals,
  noPicture,
  slugOf,
  slugRefusals,
  thingId,
  thingName,
  tooLate,
  typedSlug,
} from "#app/_server/named-thing";
import {
  type ContributorRefusal,
  changeContributor,
  createContributor,
  deleteContributor,
  restoreContributor,
} from "#db/contributors";
import { mergeContributor, undoContributorMerge } from "#db/merge-contributors";

const gone = "This person is no longer there.";
const refusals: Record<ContributorRefusal, string> = {
  ...slugRefusals,
  "not-found": gone,
  "has-articles": "Articles carry this name. Merge it into another record of the person instead.",
  "no-such-picture": noPicture,
  "too-late": tooLate,
};
const field = (reason: ContributorRefusal) =>
  reason === "no-such-picture" ? "pictureId" : reason.startsWith("slug") ? "slug" : "";

const content = z.object({
  name: thingName,
  slug: typedSlug,
  affiliation: z.string().trim().max(200, "Please use up to 200 characters."),
  bio: z.string().trim().max(3_000, "Please use up to 3,000 characters."),
  links: linkLines(8),
  pictureId: z.union([z.literal("").transform(() => null), thingId]),
});
const one = z.object({ id: thingId });

export const addContributor = deskAction("contributor:manage", content, async (staff, typed) => {
  const created = await createContributor(staff, { ...typed, slug: slugOf(typed) }, new Date());
  if (!created.ok) return { errors: { [field(created.reason)]: refusals[created.reason] } };
  redirect(`/desk/contributors/${created.value}`);
});

export const saveContributor = deskAction(
  "contributor:manage",
  content.extend(one.shape),
  async (staff, { id, ...typed }) => {
    const saved = await changeContributor(staff, id, { ...typed, slug: slugOf(typed) }, new Date());
    if (!saved.ok) return { errors: { [field(saved.reason)]: refusals[saved.reason] } };
    return { done: "Saved. What was printed on articles stays as it was." };
  },
);

const into = z.coerce.number("Please choose a person.").int().positive("Please choose a person.");

export const mergeContributors = deskAction("contributor:manage", one.extend({ into }), async (staff, typed) => {
  const merged = await mergeContributor(staff, typed.id, typed.into, new Date());
  if (!merged.ok) return { errors: { into: merged.reason === "not-found" ? gone : "Please choose somebody else." } };
  redirect(`/desk/contributors/${typed.into}`);
});

export const removeContributor = deskAction("contributor:manage", one, async (staff, { id }) => {
  const removed = await deleteContributor(staff, id, new Date());
  if (!removed.ok) return { errors: { "": refusals[removed.reason] } };
  redirect("/desk/contributors?show=deleted");
});

export const bringBack = deskAction("contributor:manage", one, async (staff, { id }) => {
  const restored = await restoreContributor(staff, id, new Date());
  return restored.ok ? { done: "Back among people." } : { errors: { "": refusals[restored.reason] } };
});

export const undoMerge = deskAction("contributor:manage", one, async (staff, { id }) => {
  const undone = await undoContributorMerge(staff, id, new Date());
  return undone.ok ? { done: "Two records again." } : { errors: { "": mergeRefusals[undone.reason] } };
});
