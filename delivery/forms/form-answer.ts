import type { ReaderForm } from "../page-context.ts";

/** A reader's form as it arrives: parsed, from this site's own pages, and of a limited size. */
export type PostedForm = {
  /** The last value of each field; missing fields are absent. */
  fields: Readonly<Record<string, string>>;
  /** The path it was posted to, as in the address, without a query. */
  path: string;
  /** The sender's IP address as the trusted proxies tell it. */
  network: string;
};

/**
 * What delivery does next. `refused`: the same page is rendered with the form, every typed word in it; `retryAfter` are the
 * seconds after which the same form is taken, where only time has to pass.
 */
export type FormAnswer =
  | { kind: "see-other"; to: string }
  /** One sentence, for a program that follows no redirect. */
  | { kind: "told"; words: string }
  | { kind: "refused"; status: 422 | 429 | 503; form: ReaderForm; retryAfter?: number }
  | { kind: "no-such-page" };

export type FormHandler = (posted: PostedForm, now: Date) => Promise<FormAnswer>;
