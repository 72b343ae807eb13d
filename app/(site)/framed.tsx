import type { ReactNode } from "react";
import { findLogo, findNavigation, findSettings } from "#app/_server/site-queries";
import { SiteFrame } from "#components/site/site-frame";

/** A page within the publication's frame. `current` is the slug of its section, or "front". */
export async function Framed({ current, children }: { current?: string; children: ReactNode }) {
  return (
    <SiteFrame
      publication={await findSettings()}
      logo={await findLogo()}
      sections={await findNavigation()}
      current={current}
    >
      {children}
    </SiteFrame>
  );
}
