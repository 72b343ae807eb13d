import type { Metadata } from "next";
import { findSettings } from "#app/_server/site-queries";
import { PrivacyWords } from "#components/comment/privacy-words";
import { Framed } from "../framed";

export const metadata: Metadata = {
  title: "What we keep, and for how long",
  description: "What is kept of readers and commenters, and for how long.",
  alternates: { canonical: "/privacy" },
};

export default async function PrivacyPage() {
  return (
    <Framed>
      <PrivacyWords settings={await findSettings()} />
    </Framed>
  );
}
