import { commentForm, fieldOf } from "./comment-form.ts";
import { keepHere, keptHere } from "./kept-here.ts";

const PERSON = "commenter";
const person = ["name", "email", "website"];
/** Named for the article that the form belongs to: the address in the window may be that of the next one by now. */
const draftOf = (form: HTMLFormElement) => `draft ${new URL(form.action).pathname}`;

/** Keeps what is being written in this browser until it is posted, and name and e-mail address where that is wished. */
export function keepDrafts(): void {
  const form = commentForm();
  if (!form) return;
  const text = fieldOf(form, "text");
  const remember = form.querySelector<HTMLElement>("[data-remember]");
  const box = remember?.querySelector("input");
  const known = keptHere(PERSON);
  if (text && !text.value) text.value = keptHere(draftOf(form)) ?? "";
  if (remember) remember.hidden = false;
  if (known) {
    if (box) box.checked = true;
    const values = new URLSearchParams(known);
    for (const name of person) {
      const field = fieldOf(form, name);
      if (field && !field.value) field.value = values.get(name) ?? "";
    }
  }
  form.addEventListener("input", () => {
    keepHere(draftOf(form), text?.value);
    const values = new URLSearchParams(person.map((name) => [name, fieldOf(form, name)?.value ?? ""]));
    if (box) keepHere(PERSON, box.checked ? values.toString() : undefined);
  });
}

/** The comment is posted: what is kept of it here goes. */
export const forgetDraft = (form: HTMLFormElement): void => keepHere(draftOf(form), undefined);
