/** What Node is given for every command. Measured by `npm run bench`; the figures are in docs/performance.md. */
export const nodeFlags = [
  "--disable-warning=ExperimentalWarning",
  // Node would let short-lived memory grow six times as large, and as much garbage lie as there is in use and more: a
  // server that has rendered 2,000 pages takes 305 MB so instead of 392, and renders a page in 23 ms of CPU instead of 21.
  "--max-semi-space-size=8",
  "--heap-growing-percent=50",
];

/** What the C library is given: freed memory goes back to the system, or to another thread. */
export const memorySettings = {
  MALLOC_ARENA_MAX: "2",
  MALLOC_MMAP_THRESHOLD_: "131072",
  MALLOC_TRIM_THRESHOLD_: "131072",
};
