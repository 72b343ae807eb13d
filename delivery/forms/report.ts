import { reportForm } from "#core/comment-report";
import { reportComment } from "#db/comment-reports";
import type { FormAnswer, FormHandler } from "./form-answer.ts";

/** The form that tells the moderators of a comment. */
export const answerReport: FormHandler = async ({ fields, path, network }, now) => {
  const id = /^\/replies\/report\/([1-9]\d{0,9})$/.exec(path)?.[1];
  if (id === undefined) return { kind: "no-such-page" };
  const refused = (status: 422 | 429, errors: Record<string, string>): Extract<FormAnswer, { kind: "refused" }> => ({
    kind: "refused",
    status,
    form: { name: "report", values: { reason: fields.reason ?? "", words: fields.words ?? "" }, errors },
  });
  const parsed = reportForm.safeParse({ reason: fields.reason, words: fields.words ?? "" });
  if (!parsed.success) {
    return refused(
      422,
      Object.fromEntries(parsed.error.issues.map(({ path: [field], message }) => [String(field), message])),
    );
  }
  const reported = await reportComment(Number(id), { ...parsed.data, network }, now);
  if (reported.ok) return { kind: "see-other", to: `${path}?done=reported` };
  if (reported.reason === "not-there") return { kind: "no-such-page" };
  const tooMany = refused(429, { form: "Many reports have come from your network. Please try again in an hour." });
  return { ...tooMany, retryAfter: 3_600 };
};
