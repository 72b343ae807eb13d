import { keepHere, keptHere } from "./kept-here.ts";

const KEY = "text size";

/** Sets texts in the size this reader has chosen before, on this device. */
export function rememberTextSize(): void {
  const kept = keptHere(KEY);
  for (const size of document.querySelectorAll<HTMLInputElement>("[data-text-size] input")) {
    if (size.value === kept) size.checked = true;
    size.addEventListener("change", () => keepHere(KEY, size.defaultChecked ? undefined : size.value));
  }
}
