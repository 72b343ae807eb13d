import { commentForm, fieldOf } from "./comment-form.ts";

const PERSON = "commenter";
const person = ["name", "email", "website"];
const draft = () => `draft ${location.pathname}`;

/** Storage may be full or forbidden: then there are simply no drafts. */
function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function store(key: string, value: string | undefined): void {
  try {
    if (value) localStorage.setItem(key, value);
    else localStorage.removeItem(key);
  } catch {}
}

/** Keeps what is being written in this browser until it is posted, and name and e-mail address where that is wished. */
export function keepDrafts(): void {
  const form = commentForm();
  if (!form) return;
  const text = fieldOf(form, "text");
  const remember = form.querySelector<HTMLElement>("[data-remember]");
  const box = remember?.querySelector("input");
  const known = stored(PERSON);
  if (text && !text.value) text.value = stored(draft()) ?? "";
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
    store(draft(), text?.value);
    const values = new URLSearchParams(person.map((name) => [name, fieldOf(form, name)?.value ?? ""]));
    if (box) store(PERSON, box.checked ? values.toString() : undefined);
  });
}

/** The comment is posted: what is kept of it here goes. */
export const forgetDraft = (): void => store(draft(), undefined);
