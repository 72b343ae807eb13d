/** What Node is given for every command. Measured by `npm run bench`; the figures are in docs/performance.md. */
export const nodeFlags = [
  "--disable-warning=ExperimentalWarning",
  // Node would let short-lived memory grow six times as large, and as much garbage lie as there is in use and more. With
  // 16 MB a page is rendered in 1 to 2 ms less, and one that is kept is sent more slowly; with 6 MB, more slowly too.
  "--max-semi-space-size=8",
  // It would also let it shrink in quiet moments, and then clear it away for every few requests: in half of all runs a kept
  // page took twice the CPU.
  "--min-semi-space-size=8",
  // Of what is in use, so much garbage may lie beside it. With 30 a rendering takes 2 to 3 ms more, with 120 no less.
  "--heap-growing-percent=60",
];

/**
 * What the C library is given: freed memory goes back to the system, or to another thread. A page on its way through a
 * rendering is larger than the threshold, one that is kept is smaller, so that no holes are left between those.
 */
export const memorySettings = {
  MALLOC_ARENA_MAX: "2",
  MALLOC_MMAP_THRESHOLD_: "32768",
  MALLOC_TRIM_THRESHOLD_: "131072",
};
