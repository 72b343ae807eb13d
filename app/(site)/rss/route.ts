import { permanentRedirect } from "next/navigation";

export const dynamic = "force-dynamic";

/** Where subscribers of other software had the feed. */
export function GET(): never {
  permanentRedirect("/feed.xml");
}
