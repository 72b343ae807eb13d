import type { ReactNode } from "react";
import { SiteFrame } from "#components/site/site-frame";
import { Part } from "./part";

/** A page within the publication's frame. `current` is the slug of its section, or "front". */
export function Framed({ current, children }: { current?: string; children: ReactNode }) {
  return (
    <SiteFrame header={<Part name="header" current={current} />} footer={<Part name="footer" />}>
      {children}
    </SiteFrame>
  );
}
