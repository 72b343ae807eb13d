import type { Metadata } from "next";
import type { ReactNode } from "react";
import { DeskDocument } from "#components/desk/document";

export const dynamic = "force-dynamic";
export const metadata: Metadata = { title: "Sign in", robots: { index: false }, referrer: "same-origin" };

export default function SignInLayout({ children }: { children: ReactNode }) {
  return <DeskDocument>{children}</DeskDocument>;
}
