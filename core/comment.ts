import { z } from "zod";

export const commentStatuses = ["held", "approved", "spam", "removed"] as const;
export type CommentStatus = (typeof commentStatuses)[number];

/** Characters (code points) a comment may have. */
export const LONGEST_COMMENT = 5_000;

/** Levels of replies shown indented; deeper replies continue at the third (readers on phones lose the thread beyond). */
export const DEEPEST_INDENT = 3;

const length = (text: string) => [...text].length;
const trimmed = z.string().trim();

/** What a reader types under an article. Each refusal is the sentence shown beside its field. */
export const commentForm = z.object({
  text: trimmed
    .refine((text) => text !== "", "Please write a comment.")
    .refine(
      (text) => length(text) <= LONGEST_COMMENT,
      `A comment can have up to ${LONGEST_COMMENT.toLocaleString("en")} characters. Please shorten yours.`,
    ),
  name: trimmed
    .refine((name) => name !== "", "Please give a name to show beside your comment.")
    .refine((name) => length(name) <= 80, "Please give a name of up to 80 characters.")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
    .refine((name) => !/[\u0000-\u001f\u007f]/.test(name), "A name is one line of text."),
  email: trimmed
    .refine((email) => email !== "", "Please give your email address. It will not be published.")
    .refine((email) => email === "" || isEmailAddress(email), "Please give an email address such as name@example.org."),
  website: trimmed
    .max(500, "Please give an address of up to 500 characters.")
    .transform((address) => (address !== "" && !/^[a-z][a-z0-9+.-]*:/i.test(address) ? `https://${address}` : address))
    .refine(
      (address) => address === "" || isWebAddress(address),
      "Please give a web address such as https://example.org.",
    ),
  parentId: z.coerce.number().int().positive().optional(),
  /** Mail me when somebody replies. */
  follow: z.boolean().default(false),
});

export type CommentForm = z.infer<typeof commentForm>;

/** What mail servers really accept, as browsers check it (HTML Living Standard, "valid e-mail address"), at most 254 long (RFC 5321). */
export function isEmailAddress(text: string): boolean {
  return (
    text.length <= 254 &&
    /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)+$/.test(
      text,
    )
  );
}

function isWebAddress(text: string): boolean {
  try {
    const url = new URL(text);
    return (url.protocol === "https:" || url.protocol === "http:") && url.hostname.includes(".") && url.username === "";
  } catch {
    return false;
  }
}

/** One address is one person, however it was typed. */
export const normaliseEmail = (email: string): string => email.trim().toLowerCase();
