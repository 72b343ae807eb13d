/** The form under the article, wherever it stands at the moment. */
export const commentForm = () => document.querySelector<HTMLFormElement>("form[data-form=reply]");

export const respondSection = () => document.getElementById("respond");

export const fieldOf = (form: HTMLFormElement, name: string) =>
  form.elements.namedItem(name) as HTMLInputElement | HTMLTextAreaElement | null;

/** Moves the keyboard to something a reader has just asked for, also where it is no control. */
export function goTo(target: HTMLElement | null | undefined): void {
  if (!target) return;
  if (target.tabIndex < 0) target.tabIndex = -1;
  target.focus();
  target.scrollIntoView({ block: "center" });
}

export async function fetchDocument(address: string, options?: RequestInit): Promise<Document> {
  const response = await fetch(address, options);
  if (!response.ok) throw new Error(String(response.status));
  return parsed(await response.text());
}

export const parsed = (html: string): Document => new DOMParser().parseFromString(html, "text/html");
