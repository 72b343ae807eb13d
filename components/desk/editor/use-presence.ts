import { useEffect, useState } from "react";
import type { PresenceAnswer } from "#core/draft-answer";
import { tellAbsence, tellPresence } from "./send-draft.ts";

const EVERY = 10_000;

/** Who else has the article open, and which version stands at the desk, as of the last ten seconds. */
export function usePresence(articleId: number, page: string): PresenceAnswer | undefined {
  const [presence, setPresence] = useState<PresenceAnswer>();
  useEffect(() => {
    let gone = false;
    const tell = async () => {
      const heard = await tellPresence(articleId, page);
      if (heard && !gone) setPresence(heard);
    };
    void tell();
    const timer = setInterval(tell, EVERY);
    const leave = () => tellAbsence(articleId, page);
    window.addEventListener("pagehide", leave);
    return () => {
      gone = true;
      clearInterval(timer);
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [articleId, page]);
  return presence;
}
