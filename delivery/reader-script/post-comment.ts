import { commentForm, fetchDocument, fieldOf, goTo, parsed, respondSection } from "./comment-form.ts";
import { forgetDraft, keepDrafts, noteSent } from "./drafts.ts";
import { datesInWords } from "./relative-dates.ts";

/** Posts a comment without leaving the page. Where that fails for any reason the form is sent as it always was. */
export function postInPlace(): void {
  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    if (form !== commentForm()) return;
    event.preventDefault();
    const button = form.querySelector<HTMLButtonElement>("[type=submit]");
    // Not `disabled`: that would take the focus away.
    if (button?.ariaBusy) return;
    if (button) button.ariaBusy = "true";
    post(form)
      .catch(() => {
        noteSent(form);
        form.submit();
      })
      .finally(() => {
        if (button) button.ariaBusy = null;
      });
  });
}

async function post(form: HTMLFormElement): Promise<void> {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") fields.append(name, value);
  const response = await fetch(form.action, {
    method: "POST",
    body: fields,
    headers: { Accept: "application/json, text/html" },
  });
  if (!response.ok) throw new Error(String(response.status));
  if (response.headers.get("content-type")?.includes("html")) {
    return showRefused(parsed(await response.text()), fields);
  }
  const { to } = (await response.json()) as { to: string };
  // What was typed after it was sent waits in the form that comes next.
  if (fieldOf(form, "text")?.value === fields.get("text")) forgetDraft(form);
  await showPosted(new URL(to, location.href));
}

/** The same form with what to mend beside each field, where it stands, and with what was typed since it was sent. */
function showRefused(page: Document, sent: URLSearchParams): void {
  const answered = page.getElementById("respond");
  const before = commentForm();
  if (!answered || !before) throw new Error("no form");
  respondSection()?.replaceWith(answered);
  const form = commentForm();
  for (const name of ["text", "name", "email", "website"]) {
    const typed = fieldOf(before, name)?.value;
    const field = form && fieldOf(form, name);
    if (field && typed !== undefined && typed !== sent.get(name)) field.value = typed;
  }
  keepDrafts();
  goTo(answered.querySelector<HTMLElement>("[role=alert]"));
}

async function showPosted(to: URL): Promise<void> {
  const page = await fetchDocument(to.href, { headers: { Purpose: "prefetch" } });
  const comments = page.getElementById("comments");
  if (!comments) return location.assign(to);
  document.getElementById("comments")?.replaceWith(comments);
  datesInWords(comments);
  keepDrafts();
  history.replaceState(history.state, "", to);
  const told = comments.querySelector<HTMLElement>("[role=status]");
  goTo(told ?? document.getElementById(to.hash.slice(1)));
}
