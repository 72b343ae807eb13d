import { outsidersNoteForm, outsidersReplyForm } from "#core/note";
import { leaveNote, replyToNote } from "#db/articles/article-notes";
import { findPreview } from "#db/articles/preview-links";
import type { FormAnswer, FormHandler } from "./form-answer.ts";

/**
 * Takes the note an outsider leaves on the draft that their link opens, or their reply where the field `noteId` names a
 * note.
 */
export const answerPreviewNote: FormHandler = async ({ fields, path }, now) => {
  const preview = await findPreview(/^\/preview\/([\w-]+)$/.exec(path)?.[1] ?? "", now);
  if (!preview) return { kind: "no-such-page" };
  const { name = "", passage = "", text = "", noteId = "" } = fields;
  const refused = (errors: Record<string, string>): FormAnswer => ({
    kind: "refused",
    status: 422,
    form: { name: "preview-note", values: { name, passage, text, noteId }, errors },
  });
  const parsed =
    noteId === ""
      ? outsidersNoteForm.safeParse({ name, passage, text })
      : outsidersReplyForm.safeParse({ name, noteId, text });
  if (!parsed.success) {
    return refused(Object.fromEntries(parsed.error.issues.map(({ path, message }) => [String(path[0]), message])));
  }
  const author = { previewLinkId: preview.linkId, name: parsed.data.name };
  const left =
    "noteId" in parsed.data
      ? await replyToNote(preview.articleId, author, parsed.data, now)
      : await leaveNote(preview.articleId, author, parsed.data, now);
  if (!left.ok) return refused({ form: refusals[left.reason] });
  return { kind: "see-other", to: `${path}?done=noted#notes` };
};

const refusals = {
  "not-found": "This note is no longer here to be answered. Please leave a new one.",
  "too-many": "There are very many notes on this draft already. Please write to its editor.",
};
