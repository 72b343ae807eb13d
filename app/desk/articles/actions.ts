"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { type Answer, deskAction } from "#app/_server/form";
import { thingId, tooLate } from "#app/_server/named-thing";
import { movedInWords } from "#core/moved-in-words";
import { beginArticle } from "#db/articles/begin-article";
import { restoreArticle } from "#db/articles/delete-article";
import { ARTICLES_PER_PAGE } from "#db/articles/desk-articles";
import { moveMany } from "#db/articles/move-many";

const beginning = z.object({
  headline: z.string().trim().max(500, "Please use up to 500 characters.").default(""),
  sectionId: z.coerce.number().int().positive().optional(),
});

/** Begins a draft and opens it. */
export const begin = deskAction("article:write", beginning, async (staff, given): Promise<Answer> => {
  const begun = await beginArticle(staff, given, new Date());
  if (!begun.ok) return { errors: { "": "There is no section to put an article in yet. An editor adds one first." } };
  redirect(`/desk/articles/${begun.value}`);
});

const chosenId = z.preprocess((typed) => typed || undefined, z.coerce.number().int().positive().optional());
const many = z.object({
  ids: z
    .array(z.coerce.number().int().positive(), "Please tick the articles to change.")
    .max(ARTICLES_PER_PAGE, "Please tick fewer articles."),
  sectionId: chosenId,
  topicId: chosenId,
});

/** Gives the ticked articles another section, one topic more, or both. */
export const changeMany = deskAction("article:write", many, async (staff, { ids, sectionId, topicId }) => {
  if (!sectionId && !topicId) return { errors: { sectionId: "Please choose a section, a topic, or both." } };
  const given = { ...(sectionId ? { sectionId } : {}), ...(topicId ? { topicId } : {}) };
  const { moved, left } = await moveMany(staff, ids, given, new Date());
  const { sentence, lines } = movedInWords(moved, left);
  return moved === 0
    ? { errors: { "": [sentence, ...lines].join(" ") } }
    : { done: sentence, ...(left.length > 0 ? { left: lines } : {}) };
});

/** Brings an article back from the bin. */
export const bringBack = deskAction("article:write", z.object({ id: thingId }), async (staff, { id }) => {
  const restored = await restoreArticle(staff, id, new Date());
  if (restored.ok) return { done: "Back among the articles." };
  return { errors: { "": restored.reason === "too-late" ? tooLate : "This article is gone." } };
});
