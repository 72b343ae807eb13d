import { commentForm, fieldOf } from "./comment-form.ts";
import { keepHere, keptHere } from "./kept-here.ts";

const PERSON = "commenter";
const person = ["name", "email", "website"];
const draft = () => `draft ${location.pathname}`;

/** Keeps what is being written in this browser until it is posted, and name and e-mail address where that is wished. */
export function keepDrafts(): void {
  const form = commentForm();
  if (!form) return;
  const text = fieldOf(form, "text");
  const remember = form.querySelector<HTMLElement>("[data-remember]");
  const box = remember?.querySelector("input");
  const known = keptHere(PERSON);
  if (text && !text.value) text.value = keptHere(draft()) ?? "";
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
    keepHere(draft(), text?.value);
    const values = new URLSearchParams(person.map((name) => [name, fieldOf(form, name)?.value ?? ""]));
    if (box) keepHere(PERSON, box.checked ? values.toString() : undefined);
  });
}

/** The comment is posted: what is kept of it here goes. */
export const forgetDraft = (): void => keepHere(draft(), undefined);
