"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import styles from "./ask.module.css";
import { Button } from "./button.tsx";
import { isAnythingUnsent } from "./unsent.ts";

/**
 * Asks before words that were typed and not sent are left behind: by a link, by the way back, by closing the page. Links
 * are caught here and not where they stand, so that none can forget to ask.
 */
export function LeaveQuestion() {
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const leave = useRef(() => {});
  useEffect(() => {
    const ask = (event: Event, goOn: () => void) => {
      event.preventDefault();
      leave.current = goOn;
      dialog.current?.showModal();
    };
    const click = (event: MouseEvent) => {
      const path = deskPathFollowed(event);
      if (path === undefined || !isAnythingUnsent()) return;
      event.stopPropagation();
      ask(event, () => router.push(path));
    };
    let isAnswered = false;
    const traverse = (event: NavigateEvent) => {
      const { navigationType, destination, cancelable } = event;
      // Another document goes the way of closing the page.
      if (navigationType !== "traverse" || !destination.sameDocument || !cancelable) return;
      if (isAnswered || isHere(new URL(destination.url)) || !isAnythingUnsent()) return;
      ask(event, () => {
        isAnswered = true;
        void navigation.traverseTo(destination.key).finished?.finally(() => {
          isAnswered = false;
        });
      });
    };
    const unload = (event: BeforeUnloadEvent) => {
      if (isAnythingUnsent()) event.preventDefault();
    };
    const ways = "navigation" in window ? navigation : undefined;
    window.addEventListener("click", click, { capture: true });
    window.addEventListener("beforeunload", unload);
    ways?.addEventListener("navigate", traverse);
    return () => {
      window.removeEventListener("click", click, { capture: true });
      window.removeEventListener("beforeunload", unload);
      ways?.removeEventListener("navigate", traverse);
    };
  }, [router]);
  const answer = (isLeaving: boolean) => {
    dialog.current?.close();
    if (isLeaving) leave.current();
  };
  return (
    <dialog ref={dialog} aria-labelledby="leave-question" className={styles.dialog} closedby="any">
      <h2 id="leave-question" className={styles.question}>
        Leave without sending?
      </h2>
      <p>What you have changed on this page was not sent, and would be lost.</p>
      <Button kind="main" onClick={() => answer(false)}>
        Stay here
      </Button>
      <Button className={styles.leave} kind="danger" onClick={() => answer(true)}>
        Leave
      </Button>
    </dialog>
  );
}

/** The other page of the desk to which a click leads in this very tab. All else goes the way of closing the page. */
function deskPathFollowed(event: MouseEvent): string | undefined {
  const { button, target, altKey, ctrlKey, metaKey, shiftKey } = event;
  if (button !== 0 || altKey || ctrlKey || metaKey || shiftKey || !(target instanceof Element)) return undefined;
  const link = target.closest<HTMLAnchorElement>("a[href]");
  if (!link || link.hasAttribute("download") || !["", "_self"].includes(link.target)) return undefined;
  const url = new URL(link.href);
  const isDesk = url.origin === location.origin && /^\/desk(?:\/|$)/.test(url.pathname);
  return isDesk && !isHere(url) ? url.pathname + url.search + url.hash : undefined;
}

const isHere = ({ pathname, search }: URL): boolean => pathname === location.pathname && search === location.search;
