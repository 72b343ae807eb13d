"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { type Answer, deskAction } from "#app/_server/form";
import { beginArticle } from "#db/articles/begin-article";

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
