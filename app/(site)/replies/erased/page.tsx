import type { Metadata } from "next";
import { NoticePage } from "#components/comment/notice-page";
import { Framed } from "../../framed";

export const metadata: Metadata = { title: "Erased", robots: { index: false } };

export default function ErasedPage() {
  return (
    <Framed>
      <NoticePage title="Everything you wrote here has been erased">
        <p>
          Your comments, your name and your email address are gone from our database, and the private link has ended.
        </p>
        <p>Where others had replied to you, an empty place remains, so that their words can still be followed.</p>
      </NoticePage>
    </Framed>
  );
}
