/** How far outside the window something is got ready, in pixels. */
const AHEAD = 800;

/**
 * Does once what a part of the page needs when it is about to be seen. What few readers come to should cost the others
 * nothing while their page is being drawn.
 */
export function whenNear(part: Element, does: () => void): void {
  const nearing = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      nearing.disconnect();
      does();
    },
    { rootMargin: `${AHEAD}px 0px` },
  );
  nearing.observe(part);
}
