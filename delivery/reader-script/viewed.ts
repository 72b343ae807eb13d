/** Tells that a page was read which had been fetched beforehand: the fetching itself does not count. */
export function countView(address: string): void {
  void fetch(address, { method: "HEAD", headers: { "X-Viewed": "1" }, keepalive: true }).catch(() => undefined);
}

type Speculative = { prerendering?: boolean };
type Arrival = PerformanceNavigationTiming & { deliveryType?: string };

/** A page that came from a cache in front of the publication says "kept", and the publication knows nothing of it. */
const isUnseen = ({ deliveryType, serverTiming }: Arrival) =>
  deliveryType === "navigational-prefetch" || serverTiming?.some(({ name }) => name === "kept");

/** Tells of a view that the publication has not seen: the page had been fetched ahead, or came from elsewhere. */
export function countUnseenView(): void {
  const [arrival] = performance.getEntriesByType("navigation") as Arrival[];
  if ((document as Speculative).prerendering) {
    document.addEventListener("prerenderingchange", () => countView(location.href), { once: true });
  } else if (arrival && isUnseen(arrival)) countView(location.href);
}
