import { useEffect } from "react";
import { useLatest } from "./use-latest.ts";

/** Whatever holds words on this page answers for itself. */
const holders = new Set<() => boolean>();

/** Whether something would be lost if the page went away now. */
export const isAnythingUnsent = (): boolean => [...holders].some((isUnsent) => isUnsent());

/** Has whoever leaves the page asked first while `isUnsent` says so. */
export function useUnsent(isUnsent: () => boolean): void {
  const holder = useLatest(isUnsent);
  useEffect(() => {
    holders.add(holder);
    return () => {
      holders.delete(holder);
    };
  }, [holder]);
}

/** What is typed in a question that was closed again is given up. */
export const isInSight = (form: HTMLFormElement): boolean => form.closest("dialog:not([open])") === null;
