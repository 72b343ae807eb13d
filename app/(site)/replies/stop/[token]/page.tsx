import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NoticePage } from "#components/comment/notice-page";
import { PostButton } from "#components/comment/post-button";
import { findLink } from "#db/commenter-links";
import { Framed } from "../../../framed";

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ done?: string | string[] }> };

export const metadata: Metadata = { title: "Mails about replies", robots: { index: false } };

export default async function StopMailPage({ params, searchParams }: Props) {
  const [{ token }, { done }] = await Promise.all([params, searchParams]);
  if (!(await findLink(token, new Date()))) notFound();
  return (
    <Framed>
      {done === "stopped" ? (
        <NoticePage title="No more mails about replies">
          <p>You will hear of no more replies by mail. Your comments stay where they are.</p>
        </NoticePage>
      ) : (
        <NoticePage title="Stop mails about replies?">
          <p>You asked to be told when somebody replies to you.</p>
          <PostButton action={`/replies/stop/${token}`} form="stop-mail" label="Stop these mails" />
        </NoticePage>
      )}
    </Framed>
  );
}
