"use client";

import { type RefObject, useEffect, useRef } from "react";

const typing = "input:not([type=checkbox]), textarea, select, [contenteditable], dialog[open] *";
const deeds = new Set(["a", "s", "d", "x"]);

/** Moves through the cards of a list with j and k, and presses the button of the card one is at. */
export function useQueueKeys(list: RefObject<HTMLElement | null>, comments: readonly { id: number }[]): void {
  const place = useRef(0);
  const decided = useRef(false);
  // Where the last card of the list was decided on, focus went with it: who goes by keys stands at the one now last.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new list is what it waits for
  useEffect(() => {
    if (!decided.current) return;
    decided.current = false;
    const cards = list.current?.querySelectorAll<HTMLElement>("[data-card]") ?? [];
    if (document.activeElement === document.body) cards[Math.min(place.current, cards.length - 1)]?.focus();
  }, [comments]);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : document.body;
      if (event.ctrlKey || event.metaKey || event.altKey || target.matches(typing)) return;
      const cards = [...(list.current?.querySelectorAll<HTMLElement>("[data-card]") ?? [])];
      const at = cards.findIndex((card) => card.contains(document.activeElement));
      const click = (button: HTMLElement | null | undefined) => {
        if (!button) return;
        event.preventDefault();
        button.click();
      };
      if (event.key === "j" || event.key === "k") {
        event.preventDefault();
        const next = at === -1 ? 0 : at + (event.key === "j" ? 1 : -1);
        cards[Math.max(0, Math.min(next, cards.length - 1))]?.focus();
      } else if (event.key === "u") {
        click(list.current?.querySelector<HTMLElement>("[data-key=u]"));
      } else if (deeds.has(event.key) && at !== -1) {
        place.current = at;
        decided.current = event.key !== "x";
        click(cards[at]?.querySelector<HTMLElement>(`[data-key=${event.key}]`));
        // At once, and not when the decision has been taken: the next press is meant for the next card.
        if (decided.current) cards[at + 1]?.focus();
      }
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [list]);
}
