/** What `components/ui/base.css` leaves out of the first layout. */
const LATER = "[data-later=''], [data-later=each] > *, [data-later=rest] > :nth-child(n + 6)";

/** How much of an idle moment must be left for one more part, in ms. */
const ENOUGH = 35;

/**
 * Lays out, part by part and only while the browser has nothing else to do, what was left out of the first layout: who
 * scrolls, or takes a picture of the whole page, finds it done. Once its letters are there, or it would be done twice, the
 * second time in one piece.
 */
export function layOutLater(within: ParentNode): void {
  const parts = [...within.querySelectorAll<HTMLElement>(LATER)];
  const layOut = (part: HTMLElement) => part.toggleAttribute("data-laid-out", true);
  const [visit] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  // Whoever comes back is brought to where they were, and a browser without idle moments does everything at once.
  if (visit?.type !== "navigate" || !("requestIdleCallback" in window)) {
    parts.forEach(layOut);
    return;
  }
  const next = (idle: IdleDeadline) => {
    do {
      const part = parts.shift();
      if (!part) return;
      layOut(part);
      // Done now, within the idle moment, and not with the next frame.
      void part.offsetHeight;
    } while (idle.timeRemaining() > ENOUGH);
    requestIdleCallback(next);
  };
  const begin = async () => {
    await document.fonts.ready;
    requestIdleCallback(next);
  };
  if (document.readyState === "complete") begin();
  else addEventListener("load", begin);
}
