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
import { mergeTopic, undoTopicMerge } from "#db/merge-topics";
import { changeTopic, createTopic, setTopicRetired, type TopicRefusal } from "#db/topics";

const refusals: Record<TopicRefusal | "same-topic", string> = {
  ...slugRefusals,
  "not-found": "This topic is no longer there.",
  "same-topic": "Please choose another topic.",
};
const field = (reason: TopicRefusal) => (reason.startsWith("slug") ? "slug" : "");

const content = z.object({ name: thingName, slug: typedSlug, description: thingDescription });
const one = z.object({ id: thingId });

export const addTopic = deskAction("taxonomy:manage", content, async (staff, typed) => {
  const created = await createTopic(staff, { ...typed, slug: slugOf(typed) }, new Date());
  if (!created.ok) return { errors: { [field(created.reason)]: refusals[created.reason] } };
  return { done: `“${typed.name}” can be given to articles.` };
});

export const saveTopic = deskAction("taxonomy:manage", content.extend(one.shape), async (staff, { id, ...typed }) => {
  const saved = await changeTopic(staff, id, { ...typed, slug: slugOf(typed) }, new Date());
  if (!saved.ok) return { errors: { [field(saved.reason)]: refusals[saved.reason] } };
  return { done: "Saved. A former address leads here." };
});

const into = z.coerce.number("Please choose a topic.").int().positive("Please choose a topic.");

export const mergeTopics = deskAction("taxonomy:manage", one.extend({ into }), async (staff, typed) => {
  const merged = await mergeTopic(staff, typed.id, typed.into, new Date());
  if (!merged.ok) return { errors: { into: refusals[merged.reason] } };
  redirect("/desk/sections/topics");
});

const toRetire = one.extend({ retired: isYes });

export const setRetired = deskAction("taxonomy:manage", toRetire, async (staff, { id, retired }) => {
  const set = await setTopicRetired(staff, id, retired, new Date());
  if (!set.ok) return { errors: { "": refusals[set.reason] } };
  return { done: retired ? "Readers no longer see this topic." : "Readers see this topic again." };
});

export const undoMerge = deskAction("taxonomy:manage", one, async (staff, { id }) => {
  const undone = await undoTopicMerge(staff, id, new Date());
  return undone.ok ? { done: "Two topics again." } : { errors: { "": mergeRefusals[undone.reason] } };
});
