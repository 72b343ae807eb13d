import { commentForm, LONGEST_COMMENT } from "#core/comment";
import { commentsPagePath } from "#core/comment-thread";
import {
  type ArticleToComment,
  type CommentRefusal,
  findArticleToComment,
  type PostedComment,
  postComment,
  type Sender,
} from "#db/comments-post";
import { findPageOfComment } from "#db/comments-published";
import { readSettings } from "#db/settings";
import type { FormAnswer, FormHandler, PostedForm } from "./form-answer.ts";

/** Beside which field a refusal stands; "form" is for what no field can mend. */
const refusals: Record<CommentRefusal, { field: string; words: string; status: 422 | 429 }> = {
  closed: { field: "form", words: "Comments on this article are closed.", status: 422 },
  empty: { field: "text", words: "Please write a comment.", status: 422 },
  "too-long": {
    field: "text",
    words: `A comment can have up to ${LONGEST_COMMENT.toLocaleString("en")} characters. Please shorten yours.`,
    status: 422,
  },
  "too-soon": {
    field: "form",
    words: "You have just posted a comment. Please wait a few seconds and press “Post Comment” again.",
    status: 429,
  },
  "too-many": {
    field: "form",
    words: "Many comments have come from your network within the hour. Please keep your words and try again later.",
    status: 429,
  },
  "parent-gone": {
    field: "form",
    words: "The comment you are replying to is no longer here. If you post again, yours will stand on its own.",
    status: 422,
  },
};

type Refused = Extract<FormAnswer, { kind: "refused" }>;

/** What of a form goes back to its sender. */
const kept = ["text", "name", "email", "website", "parentId", "follow"] as const;

function refused({ fields }: PostedForm, errors: Record<string, string>, status: 422 | 429): Refused {
  const values: Record<string, string> = {};
  for (const field of kept) values[field] = fields[field] ?? "";
  return { kind: "refused", status, form: { name: "reply", values, errors } };
}

/** Takes the form under an article: posts the comment, or answers with every typed word and what to mend. */
export const answerReply: FormHandler = async (posted, now) => {
  const to = await articleAt(posted.path, now);
  if (!to) return { kind: "no-such-page" };
  const { text = "", name = "", email = "", website = "", parentId } = posted.fields;
  const parsed = commentForm.safeParse({
    text,
    name,
    email,
    website,
    parentId: parentId || undefined,
    follow: posted.fields.follow === "on",
  });
  if (!parsed.success) {
    const errors: Record<string, string> = {};
    for (const { path, message } of parsed.error.issues) errors[String(path[0] ?? "form")] ??= message;
    return refused(posted, errors, 422);
  }
  const result = await postComment(to, parsed.data, senderOf(posted), now);
  if (!result.ok) {
    const { field, words, status } = refusals[result.reason];
    const answered = result.reason === "parent-gone" ? withoutParent(posted) : posted;
    const answer = refused(answered, { [field]: words }, status);
    return status === 429 ? { ...answer, retryAfter: await secondsToWait(result.reason) } : answer;
  }
  return { kind: "see-other", to: await placeOf(to, posted.path, result.value) };
};

/** At the most: how long ago the last comments came is told to nobody. */
const secondsToWait = async (reason: CommentRefusal): Promise<number> =>
  reason === "too-soon" ? (await readSettings()).commentPauseSeconds : 3_600;

const senderOf = ({ fields, network }: PostedForm): Sender => ({
  network,
  trap: fields.topic ?? "",
  stamp: fields.stamp ?? "",
  seconds: /^\d{1,6}$/.test(fields.seconds ?? "") ? Number(fields.seconds) : undefined,
});

async function articleAt(path: string, now: Date): Promise<ArticleToComment | undefined> {
  const [sectionSlug, slug, ...more] = path.split("/").filter(Boolean).map(decoded);
  if (!sectionSlug || !slug || more.length > 0) return undefined;
  const found = await findArticleToComment(slug, now);
  return found?.sectionSlug === sectionSlug ? found : undefined;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part).normalize("NFC");
  } catch {
    return "";
  }
}

const withoutParent = (posted: PostedForm): PostedForm => ({ ...posted, fields: { ...posted.fields, parentId: "" } });

/** Where the writer finds the comment, or hears what happens to it. */
async function placeOf(to: ArticleToComment, path: string, posted: PostedComment): Promise<string> {
  if (!posted.approved) return `${path}?reply=${posted.mayBeProven ? "mailed" : "held"}#respond`;
  const page = await findPageOfComment(to.id, posted.id);
  return `${commentsPagePath(path, page ?? 1, "oldest")}#comment-${posted.id}`;
}
