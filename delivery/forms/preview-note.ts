import { outsidersNoteForm } from "#core/note";
import { leaveNote } from "#db/articles/article-notes";
import { findPreview } from "#db/articles/preview-links";
import type { FormAnswer, FormHandler } from "./form-answer.ts";

/** Takes the note an outsider leaves on the draft that their link opens. */
export const answerPreviewNote: FormHandler = async ({ fields, path }, now) => {
  const preview = await findPreview(/^\/preview\/([\w-]+)$/.exec(path)?.[1] ?? "", now);
  if (!preview) return { kind: "no-such-page" };
  const { name = "", passage = "", text = "" } = fields;
  const refused = (errors: Record<string, string>): FormAnswer => ({
    kind: "refused",
    status: 422,
    form: { name: "preview-note", values: { name, passage, text }, errors },
  });
  const parsed = outsidersNoteForm.safeParse({ name, passage, text });
  if (!parsed.success) {
    return refused(Object.fromEntries(parsed.error.issues.map(({ path, message }) => [String(path[0]), message])));
  }
  const author = { previewLinkId: preview.linkId, name: parsed.data.name };
  const left = await leaveNote(preview.articleId, author, parsed.data, now);
  if (!left.ok)
    return refused({ form: "There are very many notes on this draft already. Please write to its editor." });
  return { kind: "see-other", to: `${path}?done=noted#notes` };
};
