"use client";

import { useEffect, useRef } from "react";
import { bringUpToDate } from "./bring-up-to-date.ts";
import styles from "./live-preview.module.css";

export type PreviewWidth = "phone" | "desktop";

type Props = {
  articleId: number;
  width: PreviewWidth;
  /** Another value, and what is shown is brought up to date. */
  stamp: string;
  /** Little room: what is as wide as a desktop is shown smaller. */
  isSmall?: boolean;
};

/**
 * A draft at the width of a phone or of a desktop, in a page of its own so that the site's own sheets answer to it.
 * What changed is put in place in it, so that it neither flickers nor loses the place one reads at.
 */
export function LivePreview({ articleId, width, stamp, isSmall = false }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const shown = useRef(stamp);
  const address = `/api/preview/${articleId}`;
  useEffect(() => {
    if (shown.current === stamp) return;
    const giveUp = new AbortController();
    const show = async () => {
      const response = await fetch(address, { redirect: "error", signal: giveUp.signal });
      if (!response.ok) return;
      const now = new DOMParser().parseFromString(await response.text(), "text/html").querySelector("article");
      const before = frame.current?.contentDocument?.querySelector("article");
      if (!now || !before) return;
      bringUpToDate(before, now);
      shown.current = stamp;
    };
    // Without the desk there is nothing newer to show; the next save asks again.
    show().catch(() => undefined);
    return () => giveUp.abort();
  }, [address, stamp]);
  return (
    <div className={`${styles.room} ${styles[width]} ${isSmall ? styles.small : ""}`}>
      <iframe ref={frame} src={address} title={`The article at the width of a ${width}`} />
    </div>
  );
}
