import type { PageTag } from "#core/page-tags";

/** How long caches between us and the reader may keep a page, in seconds: long only where we can tell them to let go. */
export type OutsideCaching = { seconds: number; whileRevalidating: number } | "none";

/** What is told to caches of a page that changes at a moment, and until when that is so, in milliseconds. */
export function keepingUntil(
  caching: OutsideCaching,
  changesAt: number,
  now: number,
): { cacheControl: string; until: number } {
  if (caching === "none") return { cacheControl: "no-store", until: changesAt };
  const { seconds, whileRevalidating } = caching;
  const left = Math.floor((changesAt - now) / 1_000);
  const graceful = seconds + whileRevalidating;
  if (left > graceful) {
    return {
      cacheControl: `public, max-age=0, s-maxage=${seconds}, stale-while-revalidate=${whileRevalidating}`,
      until: changesAt - (graceful + 1) * 1_000,
    };
  }
  // A page that changes by the clock must be gone from every cache at that second, with no grace. Caches count in whole
  // seconds, and nginx keeps a page into the last of them. All who ask within the same second are told the same.
  return {
    cacheControl: `public, max-age=0, s-maxage=${Math.max(0, Math.min(seconds, left - 1))}, must-revalidate`,
    until: changesAt - left * 1_000 + 1,
  };
}

/** Borne by pages that show more than can be said; every change names it. */
const anyTag = "any";
/**
 * Varnish takes no line of a head beyond 8 KB, and other servers no head of that size. A page of more tags than this is let
 * go of at each change: that is more often than need be, and never too late.
 */
const MOST_LETTERS = 3_000;

/** The value of `Cache-Tag`: what caches may be told of that changes the page. */
export function tagsForCaches(tags: Iterable<PageTag>): string {
  const all = [...tags].join(",");
  return all.length > MOST_LETTERS ? anyTag : all;
}

/** How caches are told what has changed: commas for those that know tags, bars for those that compare by a pattern. */
export const changeHeaders = (tags: readonly PageTag[]) => ({
  "Cache-Tag": [...tags, anyTag].join(","),
  "X-Purge-Tags": [...tags, anyTag].join("|"),
});
