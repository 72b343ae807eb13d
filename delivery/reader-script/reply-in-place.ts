import { commentForm, fieldOf, respondSection } from "./comment-form.ts";

/** Opens the form under the comment that is answered, instead of on a page of its own. */
export function replyInPlace(): void {
  let answered: HTMLElement | undefined;
  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest?.<HTMLAnchorElement>("#comments a[href*='reply-to=']");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const id = new URL(link.href).searchParams.get("reply-to");
    const comment = document.getElementById(`comment-${id}`);
    const respond = respondSection();
    const form = commentForm();
    const parent = form && fieldOf(form, "parentId");
    if (!id || !comment || !respond || !form || !parent) return;
    event.preventDefault();
    answered = link;
    const place = document.createComment("");
    const heading = respond.querySelector("h2");
    const usual = heading?.textContent ?? "";
    if (!respond.dataset.away) {
      respond.before(place);
      respond.dataset.away = "yes";
      const cancel = document.createElement("button");
      cancel.type = "button";
      cancel.textContent = "Cancel reply";
      cancel.addEventListener("click", () => {
        place.replaceWith(respond);
        delete respond.dataset.away;
        cancel.remove();
        if (heading) heading.textContent = usual;
        parent.value = "";
        answered?.focus();
      });
      form.querySelector("[type=submit]")?.after(cancel);
    }
    comment.after(respond);
    parent.value = id;
    const author = comment.querySelector("bdi")?.textContent;
    if (heading) heading.textContent = author ? `Leave a Reply to ${author}` : usual;
    fieldOf(form, "text")?.focus();
  });
}
