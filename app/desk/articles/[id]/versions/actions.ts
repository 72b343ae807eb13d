"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { findArticleVisit } from "#app/_server/article-access";
import { type Answer, deskAction } from "#app/_server/form";
import { restoreSavePoint } from "#db/articles/restore-save-point";

const number = z.coerce.number().int().positive();
const restoring = z.object({ articleId: number, version: number, number });

/** Makes an earlier text the working copy again. */
export const restore = deskAction("article:write", restoring, async (staff, given): Promise<Answer> => {
  const visit = await findArticleVisit(given.articleId);
  if (!visit.ok) return { errors: { "": "This article is no longer yours to edit." } };
  const restored = await restoreSavePoint(staff, given.articleId, given, new Date());
  if (!restored.ok) return { errors: { "": words[restored.reason] } };
  redirect(`/desk/articles/${given.articleId}`);
});

const words = {
  "not-found": "This article is gone.",
  "no-such-save-point": "This version is gone.",
  "newer-version": "Somebody has saved a newer text meanwhile. Reload the page and look at it first.",
} as const;
