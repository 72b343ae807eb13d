import { commentForm, fieldOf } from "./comment-form.ts";

/**
 * Tells how many seconds writing took, from the first focus in the form to its sending: people need some. It stays the
 * first focus when a comment is refused and mended; words that are there already, or that were begun before this script
 * had come, have been written since the page opened at the latest. Listens ahead of what sends the form in place.
 */
export function tellHowLong(): void {
  const shown = commentForm();
  const begun = shown && (fieldOf(shown, "text")?.value || shown.contains(document.activeElement));
  let began = begun ? performance.timeOrigin : undefined;
  document.addEventListener("focusin", ({ target }) => {
    if ((target as Element).closest?.("form") === commentForm()) began ??= Date.now();
  });
  document.addEventListener(
    "submit",
    ({ target }) => {
      const form = commentForm();
      const seconds = form && target === form && fieldOf(form, "seconds");
      if (seconds && began !== undefined) seconds.value = String(Math.round((Date.now() - began) / 1_000));
    },
    true,
  );
}
