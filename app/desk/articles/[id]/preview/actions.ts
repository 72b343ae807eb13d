"use server";

import { z } from "zod";
import { findArticleVisit } from "#app/_server/article-access";
import { type Answer, deskAction } from "#app/_server/form";
import { publicUrl } from "#app/_server/public-url";
import { offerPreview, revokePreview } from "#db/articles/preview-links";

const number = z.coerce.number().int().positive();
const gone: Answer = { errors: { "": "This article is no longer yours to edit." } };

const offering = z.object({
  articleId: number,
  label: z.string().trim().min(1, "Please say whom it is for.").max(120, "Please use up to 120 characters."),
  days: z.coerce.number().int().min(1).max(90),
});

/** Makes a link for an outsider. It is shown this once. */
export const offer = deskAction("article:write", offering, async (staff, given): Promise<Answer> => {
  const visit = await findArticleVisit(given.articleId);
  if (!visit.ok) return gone;
  const link = await offerPreview(staff, given.articleId, given, new Date());
  if (!link.ok) return gone;
  return {
    done: `This link opens the draft for ${given.label}. It is shown only now.`,
    shown: [new URL(`/preview/${link.value}`, publicUrl()).href],
  };
});

/** Ends a link before its time. */
export const revoke = deskAction(
  "article:write",
  z.object({ articleId: number, linkId: number }),
  async (staff, { articleId, linkId }): Promise<Answer> => {
    const visit = await findArticleVisit(articleId);
    if (!visit.ok || !(await revokePreview(staff, articleId, linkId, new Date())).ok) return gone;
    return { done: "The link opens nothing any more." };
  },
);
