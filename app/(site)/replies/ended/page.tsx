import type { Metadata } from "next";
import { NoticePage } from "#components/comment/notice-page";
import { Framed } from "../../framed";

export const metadata: Metadata = { title: "Link ended", robots: { index: false } };

export default function EndedPage() {
  return (
    <Framed>
      <NoticePage title="The private link has ended">
        <p>It opens nothing any more, for you or for anybody who has the mail. Your comments stay where they are.</p>
        <p>Each new comment of yours brings a new link, to the same address.</p>
      </NoticePage>
    </Framed>
  );
}
