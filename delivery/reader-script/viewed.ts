/** Tells that a page was read which had been fetched beforehand: the fetching itself does not count. */
export function countView(address: string): void {
  void fetch(address, { method: "HEAD", headers: { "X-Viewed": "1" }, keepalive: true }).catch(() => undefined);
}

type Speculative = { prerendering?: boolean };

export function countPageFetchedAhead(): void {
  const [arrival] = performance.getEntriesByType("navigation") as (PerformanceNavigationTiming & {
    deliveryType?: string;
  })[];
  if ((document as Speculative).prerendering) {
    document.addEventListener("prerenderingchange", () => countView(location.href), { once: true });
  } else if (arrival?.deliveryType === "navigational-prefetch") countView(location.href);
}
