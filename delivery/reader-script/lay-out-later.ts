/**
 * Lays out, part by part and only while the browser has nothing else to do, what was left out of the first layout: who
 * scrolls, or takes a picture of the whole page, finds it done.
 */
export function layOutLater(): void {
  // A browser that has none lays everything out at once.
  if (!("requestIdleCallback" in window)) return;
  const parts = [...document.querySelectorAll<HTMLElement>("[data-later]")];
  const next = () => {
    const part = parts.shift();
    if (!part) return;
    part.removeAttribute("data-later");
    // Done now, within the idle moment, and not with the next frame.
    void part.offsetHeight;
    requestIdleCallback(next);
  };
  if (document.readyState === "complete") requestIdleCallback(next);
  else addEventListener("load", () => requestIdleCallback(next));
}
