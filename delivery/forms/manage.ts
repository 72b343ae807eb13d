import { LONGEST_COMMENT } from "#core/comment";
import { transaction } from "#db/client";
import { endLink, findLink } from "#db/commenter-links";
import { confirmAddress } from "#db/commenters";
import { deleteOwnComment, type EditRefusal, editOwnComment, eraseCommenter } from "#db/commenters-own";
import { confirmOwnComment } from "#db/comments-confirm";
import { endFollowing, followReplies } from "#db/follows";
import type { FormAnswer, FormHandler, PostedForm } from "./form-answer.ts";

const refusals: Record<EditRefusal, { field: string; words: string }> = {
  "not-there": { field: "form", words: "This comment is no longer here." },
  "too-late": { field: "form", words: "It is too late to change these words, or somebody has answered them." },
  empty: { field: "text", words: "Please write something. To take your comment back, use the button below." },
  "too-long": {
    field: "text",
    words: `A comment can have up to ${LONGEST_COMMENT.toLocaleString("en")} characters. Please shorten yours.`,
  },
};

const refused = ({ fields }: PostedForm, errors: Record<string, string>): FormAnswer => ({
  kind: "refused",
  status: 422,
  form: { name: "manage", values: { text: fields.text ?? "" }, errors },
});

/** The forms of the page behind a commenter's private link. The link is the permission; opening the page changes nothing. */
export const answerManage: FormHandler = async (posted, now) => {
  const token = /^\/replies\/([0-9a-f]{32})$/.exec(posted.path)?.[1];
  const link = token === undefined ? undefined : await findLink(token, now);
  if (token === undefined || link?.purpose !== "manage") return { kind: "no-such-page" };
  const { commenterId, commentId } = link;
  const done = (what: string): FormAnswer => ({ kind: "see-other", to: `${posted.path}?done=${what}` });
  switch (posted.fields.deed) {
    case "erase":
      if (posted.fields.sure !== "on") return refused(posted, { sure: "Please tick the box if you are sure." });
      await eraseCommenter(commenterId, now);
      return { kind: "see-other", to: "/replies/erased" };
    case "end-link":
      await transaction(async (tx) => endLink(tx, token, now));
      return { kind: "see-other", to: "/replies/ended" };
  }
  if (commentId === null) return { kind: "no-such-page" };
  switch (posted.fields.deed) {
    case "confirm": {
      // The page lists what else waits for the owner of this link; no comment of others is touched.
      const id = /^[1-9]\d{0,9}$/.test(posted.fields.comment ?? "") ? Number(posted.fields.comment) : commentId;
      return done(await confirmOwnComment(commenterId, id, now));
    }
    case "edit": {
      const edited = await editOwnComment(commenterId, commentId, posted.fields.text ?? "", now);
      if (edited.ok) return done(edited.value === "shown" ? "edited" : "edited-held");
      const { field, words } = refusals[edited.reason];
      return refused(posted, { [field]: words });
    }
    case "delete": {
      const deleted = await deleteOwnComment(commenterId, commentId, now);
      return deleted.ok ? done("deleted") : refused(posted, { form: refusals["not-there"].words });
    }
    case "follow":
      await transaction(async (tx) => {
        followReplies(tx, commenterId, commentId, now);
        confirmAddress(tx, commenterId, now);
      });
      return done("followed");
    case "stop":
      await transaction(async (tx) => endFollowing(tx, commenterId, commentId, now));
      return done("stopped");
    default:
      return { kind: "no-such-page" };
  }
};
