"use client";

import { useEffect, useState } from "react";
import { fetchVersion } from "./editor/send-draft.ts";
import { LivePreview, type PreviewWidth } from "./live-preview.tsx";

/** How often the desk is asked for a newer text, in milliseconds. */
const EVERY = 2_000;

/** A preview on a page of its own, which follows whoever writes, here or elsewhere. */
export function FollowedPreview({ articleId, width }: { articleId: number; width: PreviewWidth }) {
  const [stamp, setStamp] = useState("");
  useEffect(() => {
    const timer = setInterval(async () => {
      if (document.hidden) return;
      const version = await fetchVersion(articleId);
      if (version !== undefined) setStamp(String(version));
    }, EVERY);
    return () => clearInterval(timer);
  }, [articleId]);
  return <LivePreview articleId={articleId} width={width} stamp={stamp} />;
}
