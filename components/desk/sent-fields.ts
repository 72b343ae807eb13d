type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** What each field of a form held when the form was sent. */
export type SentFields = Map<Field, string | boolean>;

export function sentFieldsOf(form: HTMLFormElement): SentFields {
  const fields = [...form.elements].filter((element) => isField(element));
  return new Map(fields.map((field) => [field, wordsIn(field)]));
}

/** Whether somebody has gone on writing since. */
export function isWrittenOn(sent: SentFields): boolean {
  return [...sent].some(([field, words]) => wordsIn(field) !== words);
}

/** Shows in every field what is kept of it now, which is nothing in a form that adds things; newer words stand. */
export function showWhatIsKept(sent: SentFields): void {
  for (const [field, words] of sent) {
    if (wordsIn(field) !== words) continue;
    const kept = keptIn(field);
    if (typeof kept === "boolean") (field as HTMLInputElement).checked = kept;
    else field.value = kept;
  }
}

/** What a field held when the page came, or came anew. */
function keptIn(field: Field): string | boolean {
  if (isTicked(field)) return field.defaultChecked;
  if (field instanceof HTMLSelectElement) return field.dataset.kept ?? field.options[0]?.value ?? "";
  return field.type === "file" ? "" : field.defaultValue;
}

/** Whether somebody has typed or chosen something in a form. Browsers fill in passwords by themselves. */
export const isChanged = (form: HTMLFormElement): boolean =>
  [...form.elements].some(
    (element) => isField(element) && element.type !== "password" && wordsIn(element) !== keptIn(element),
  );

const isField = (element: Element): element is Field =>
  element instanceof HTMLInputElement || element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement;

const isTicked = (field: Field): field is HTMLInputElement => field.type === "checkbox" || field.type === "radio";

const wordsIn = (field: Field): string | boolean => (isTicked(field) ? field.checked : field.value);
