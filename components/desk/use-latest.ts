import { useCallback, useInsertionEffect, useRef } from "react";

/**
 * A function that stays the same and does what the newest rendering says: for whoever is given functions once, as the
 * editor is, and for what exists before that which it tells of. Not to be called while rendering.
 */
export function useLatest<Given extends unknown[], Answer>(newest: (...given: Given) => Answer) {
  const held = useRef(newest);
  useInsertionEffect(() => {
    held.current = newest;
  });
  return useCallback((...given: Given): Answer => held.current(...given), []);
}
