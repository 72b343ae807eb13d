import { refresh } from "next/cache";
import { z } from "zod";
import { type FormState, untouchedForm } from "#core/form-state";
import { importIsWriting } from "#core/import-is-writing";
import type { Permission } from "#core/permissions";
import { type DeskStaff, isSignedOutBeside, requireStaff } from "./session.ts";
import { unlessBusy } from "./unless-busy.ts";

/** What a deed answers its form with: sentences for fields, or that it was done. */
export type Answer =
  | { errors: FormState["errors"]; done?: undefined; shown?: undefined; left?: undefined }
  | { done: string; shown?: readonly string[]; left?: readonly string[]; errors?: undefined };

type FormAction = (before: FormState, form: FormData) => Promise<FormState>;

/**
 * An action of the desk: parse, ask who it is, do one deed, answer. A deed that leads to another page redirects itself.
 * Fields whose name begins with "password" or "code" are never sent back.
 */
export function deskAction<Schema extends z.ZodType>(
  permission: Permission,
  schema: Schema,
  deed: (staff: DeskStaff, values: z.output<Schema>) => Promise<Answer>,
): FormAction {
  const act = formAction(() => requireStaff(permission), schema, deed);
  return async (before, form) =>
    // Being led to sign in would take the page, and every word on it.
    (await isSignedOutBeside())
      ? { values: typedWords(form), errors: { "": signedOut }, isSignedOut: true }
      : act(before, form);
}

export const signedOut = "You were signed out meanwhile. Sign in again, then send this once more.";

/** The same for whoever `admit` lets pass. */
export function formAction<Schema extends z.ZodType, Who>(
  admit: () => Promise<Who>,
  schema: Schema,
  deed: (who: Who, values: z.output<Schema>) => Promise<Answer>,
): FormAction {
  return async (_before, form) => {
    const typed = typedWords(form);
    const parsed = schema.safeParse(Object.fromEntries(fieldsOf(form)));
    const who = await admit();
    if (!parsed.success) return { values: typed, errors: errorsByField(parsed.error) };
    const answer = await unlessBusy<Answer, Answer>(
      () => deed(who, parsed.data),
      () => ({ errors: { "": importIsWriting } }),
    );
    if (answer.errors) return { values: typed, errors: answer.errors };
    refresh();
    return { ...untouchedForm, done: answer.done, shown: answer.shown, left: answer.left };
  };
}

/** The fields of a form by name; one that occurs several times, or ends with "[]", is a list. */
function fieldsOf(form: FormData): Map<string, FormDataEntryValue | FormDataEntryValue[]> {
  const fields = new Map<string, FormDataEntryValue | FormDataEntryValue[]>();
  for (const name of new Set(form.keys())) {
    // React's own fields, which say which action is meant.
    if (name.startsWith("$ACTION")) continue;
    const entries = form.getAll(name);
    const [only] = entries;
    if (name.endsWith("[]")) fields.set(name.slice(0, -2), entries);
    else if (entries.length === 1 && only !== undefined) fields.set(name, only);
    else fields.set(name, entries);
  }
  return fields;
}

function typedWords(form: FormData): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const [name, entry] of form) {
    if (typeof entry !== "string" || /^(?:password|code|\$ACTION)/.test(name)) continue;
    typed[name] = name.endsWith("[]") && typed[name] !== undefined ? `${typed[name]} ${entry}` : entry;
  }
  return typed;
}

/** The first sentence for each field; what concerns the form as a whole stands under "". */
function errorsByField(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { path, message } of error.issues) errors[path.join(".")] ??= message;
  return errors;
}

/** What a `CheckField` sends: "off", and "on" after it where it is ticked. */
export const ticked = z
  .union([z.string(), z.array(z.string())])
  .transform((sent) => (Array.isArray(sent) ? sent.at(-1) : sent) === "on");
