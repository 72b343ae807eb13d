import { commentForm, fieldOf } from "./comment-form.ts";
import { keepHere, keptHere } from "./kept-here.ts";

const PERSON = "commenter";
const person = ["name", "email", "website"];
/** Named for the article that the form belongs to: the address in the window may be that of the next one by now. */
const draftOf = (form: HTMLFormElement) => `draft ${new URL(form.action).pathname}`;
const sentOf = (form: HTMLFormElement) => `sent ${new URL(form.action).pathname}`;

/** The address to which the writer of a comment that was taken is sent on. */
const isOfTaken = (address: string) => /[?&]reply=|#comment-/.test(address);

/** Keeps what is being written in this browser until it is posted, and name and e-mail address where that is wished. */
export function keepDrafts(): void {
  const form = commentForm();
  if (!form) return;
  const text = fieldOf(form, "text");
  const remember = form.querySelector<HTMLElement>("[data-remember]");
  const box = remember?.querySelector("input");
  const known = keptHere(PERSON);
  if (text && !text.value) {
    const draft = keptHere(draftOf(form)) ?? "";
    if (draft === keptHere(sentOf(form)) && isOfTaken(location.href)) forgetDraft(form);
    else text.value = draft;
  }
  keepHere(sentOf(form), undefined);
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

/** Takes note of what the browser itself is about to send: whether it is taken, only the next page tells. */
export const noteSent = (form: HTMLFormElement): void => keepHere(sentOf(form), fieldOf(form, "text")?.value);
