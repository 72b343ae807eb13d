/** What Node is given for every command. Measured by `npm run bench`; the figures are in docs/performance.md. */
export const nodeFlags = [
  "--disable-warning=ExperimentalWarning",
  // Node would let short-lived memory grow six times as large, and as much garbage lie as there is in use and more: 5,000
  // kept pages take 378 MB so, and 411 with twice as much, where a page is rendered in 17 ms of CPU instead of 20.
  "--max-semi-space-size=8",
  // It would also let it shrink in quiet moments, and then clear it away for every few requests: in half of all runs a kept
  // page took twice the CPU.
  "--min-semi-space-size=8",
  "--heap-growing-percent=50",
];

/**
 * What the C library is given: freed memory goes back to the system, or to another thread. A page on its way through a
 * rendering is larger than the first of these, one that is kept is smaller, so that no holes are left between those.
 */
export const memorySettings = {
  MALLOC_ARENA_MAX: "2",
  MALLOC_MMAP_THRESHOLD_: "32768",
  MALLOC_TRIM_THRESHOLD_: "131072",
};
